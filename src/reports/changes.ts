import { perCentBetween, pointsBetween } from '../law/rate.ts'
import type { Text } from '../law/words.ts'
import { cutEarlier } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Figure } from './figures.ts'
import type { Figures } from './kept_figures.ts'
import type { Metric } from './metric.ts'
import type { Cell, ReportTable } from './report.ts'

/** An earlier period, so many months before, and what its columns are called. */
type Earlier = { id: 'month' | 'year'; months: number; before: Text; change: Text; percent: Text }

// prettier-ignore
export const monthBefore: Earlier = { id: 'month', months: 1, before: { zh: '上月', en: 'Month before' }, change: { zh: '环比', en: 'Change' }, percent: { zh: '环比（%）', en: 'Change (%)' } }
// prettier-ignore
const onTheYear = { id: 'year', months: 12, change: { zh: '同比', en: 'Change on the year' }, percent: { zh: '同比（%）', en: 'Change on the year (%)' } } as const
export const sameMonthBefore: Earlier = { ...onTheYear, before: { zh: '上年同期', en: 'Year before' } }
export const yearBefore: Earlier = { ...onTheYear, before: { zh: '上年', en: 'Year before' } }

/** Every figure beside earlier periods as now known: counts change in number and per cent, rates in points. */
export async function changes(
  all: Figures,
  cut: Cut,
  figures: ReadonlyMap<Metric, Figure>,
  beside: readonly Earlier[],
): Promise<ReportTable> {
  const rows: Cell[][] = []
  for (const [metric, now] of figures) {
    const row: Cell[] = [metric.title, shown(now)]
    for (const { months } of beside) {
      const earlier = await all.figure(metric, cutEarlier(cut, months))
      row.push(shown(earlier), change(now, earlier), perCent(now, earlier))
    }
    rows.push(row)
  }
  return {
    id: 'changes',
    title: { zh: '环比和同比', en: 'Compared with earlier periods' },
    note: {
      zh: '件数的变化以件数和百分比计，比率的变化只以百分点计；上期为0的不计百分比',
      en: 'Counts change in number and in per cent, rates in percentage points only; over nothing there is no per cent',
    },
    columns: [
      { id: 'metric', title: { zh: '指标', en: 'Figure' }, kind: 'text' },
      { id: 'now', title: { zh: '本期', en: 'This period' }, kind: 'rate' },
      ...beside.flatMap(({ id, before, change, percent }): ReportTable['columns'] => [
        { id: `previous_${id}`, title: before, kind: 'rate' },
        { id: `change_${id}`, title: change, kind: 'rate' },
        { id: `change_${id}_percent`, title: percent, kind: 'rate' },
      ]),
    ],
    rows,
  }
}

const shown = ({ numerator, denominator, rate }: Figure): Cell => (denominator === null ? numerator : rate)

function change(now: Figure, earlier: Figure): Cell {
  if (now.denominator !== null) return pointsBetween(now.rate, earlier.rate)
  const by = now.numerator - earlier.numerator
  return by > 0 ? `+${by}` : String(by)
}

/** A rate has no change in per cent: that would be per cent of per cent. */
const perCent = (now: Figure, earlier: Figure): Cell =>
  now.denominator === null ? perCentBetween(now.numerator, earlier.numerator) : ''
