import type { Db } from '../db/dialect.ts'
import { sayMonth } from '../law/day.ts'
import { rateOf } from '../law/rate.ts'
import type { CohortName } from './cohorts.ts'
import { cutEarlier } from './cut.ts'
import type { Cut } from './cut.ts'
import { keptSums } from './kept_sums.ts'
import type { Summed } from './kept_sums.ts'
import { metricNamed } from './metrics.ts'
import { namesOf } from './names.ts'
import { ranked } from './ranking.ts'
import type { ReportColumn, ReportTable } from './report.ts'

/**
 * Organs among their like over so many whole months before the cut’s: what was due in each month and answered on time,
 * added up, as known at its instant. One month of a small organ says little; what is not due yet says nothing.
 */
export async function rankedOverMonths(db: Db, cut: Cut, count: number): Promise<ReportTable> {
  const months = Array.from({ length: count }, (_, i) => cutEarlier(cut, count - i).period)
  const sums = await keptSums(db, cut.asOf, new Set(months))
  const rows = await sums.within('organ', cutEarlier(cut, count).start, cutEarlier(cut, 1).last)
  const [due, onTime] = [sumsByOrgan(rows, 'due'), sumsByOrgan(rows, 'dueOnTime')]
  const organs = [...due.keys()].filter(organ => organ !== '')
  const names = [...(await namesOf(db, 'organ', organs, cut))]
  const table: ReportTable = {
    id: 'by_organ',
    title: { zh: '按单位', en: 'By organ' },
    note: null,
    columns,
    rows: names
      .filter(([organ]) => organ !== null)
      .sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
      .map(([organ, { group, name }]) => {
        const [whole, part] = [due.get(organ ?? '') ?? 0, onTime.get(organ ?? '') ?? 0]
        return [group, name, whole, part, rateOf(part, whole)]
      }),
  }
  return { ...ranked(table), title: titleOf(months) }
}

function sumsByOrgan(rows: readonly Summed[], cohort: CohortName): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { word, n } of rows.filter(row => row.cohort === cohort)) sums.set(word, (sums.get(word) ?? 0) + n)
  return sums
}

const columns: ReportColumn[] = [
  { id: 'group', title: { zh: '单位类别', en: 'Group' }, kind: 'text' },
  { id: 'organ', title: { zh: '单位', en: 'Organ' }, kind: 'text' },
  { id: 'due', title: metricNamed('due')?.title ?? { zh: '应结', en: 'Due' }, kind: 'number' },
  { id: 'on_time_rate_numerator', title: { zh: '应结中按期', en: 'Of due, on time' }, kind: 'number' },
  { id: 'on_time_rate', title: { zh: '按期结案率', en: 'On-time rate' }, kind: 'rate' },
]

function titleOf(months: readonly string[]) {
  const [from, to] = [sayMonth(months[0] ?? ''), sayMonth(months.at(-1) ?? '')]
  return { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }
}
