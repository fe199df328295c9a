import { readsDistrictReports } from '../accounts/figure_readers.ts'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx } from '../http/context.ts'
import { page } from '../http/respond.tsx'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { DefinitionsPage } from '../../views/reports/definitions.tsx'
import type { Defined, Readings } from '../../views/reports/definitions.tsx'
import { lastClosed } from './archive.ts'
import { sayBatch } from './batch_said.ts'
import { sayCohort } from './cohort_said.ts'
import type { Counting } from './countings.ts'
import { cutEarlier, wholeMonth } from './cut.ts'
import { definitionChanges } from './definition_changes.ts'
import { draw } from './draw.ts'
import type { Metric } from './metric.ts'
import { definitions } from './metrics.ts'
import { monthlyClosure } from './monthly_closure.ts'
import { reports } from './registry.ts'
import { district } from './scope.ts'
import { units } from './visits.ts'

/** Every figure of every report, each under the report it is printed in first. */
export async function showDefinitions(c: Ctx, actor: Actor): Promise<Response> {
  const told = new Set<string>()
  const groups = reports.map(({ slug, title, metrics }) => {
    const fresh = metrics.filter(({ id }) => !told.has(id))
    for (const { id } of fresh) told.add(id)
    return { id: slug, title, metrics: fresh.map(defined) }
  })
  const isReader = await readsDistrictReports(c.get('store').reader, actor)
  return page(
    c,
    { title: { zh: '指标定义', en: 'What the figures mean' } },
    <DefinitionsPage
      version={definitions}
      groups={groups.filter(({ metrics }) => metrics.length > 0)}
      readings={isReader ? await readings(c) : undefined}
    />,
  )
}

const defined = (metric: Metric): Defined => ({
  ...metric,
  unit: units[metric.unit ?? '件次'],
  numerator: said(metric.numerator),
  denominator: said(metric.denominator),
  earlier: (metric.earlier ?? []).map(old => ({
    ...old,
    numerator: said(old.numerator),
    denominator: said(old.denominator),
  })),
})

function said(counting: Counting | undefined): Text | undefined {
  if (!counting?.means) return undefined
  return 'batch' in counting.means ? sayBatch(counting.means) : sayCohort(counting.means)
}

/** What the last closed month reads under each version of a figure, as it is known now. */
async function readings(c: Ctx): Promise<Readings> {
  const store = c.get('store')
  const now = c.get('now')
  const closed = await lastClosed(store.reader, monthlyClosure.slug)
  const cut = closed ? wholeMonth(closed, now) : cutEarlier(wholeMonth(dayOf(now).slice(0, 7), now), 1)
  const { report } = await draw(store, { kind: definitionChanges, cut, scope: district, procedure: null })
  const [table] = report.tables
  const at = (column: string) => table?.columns.findIndex(({ id }) => id === column) ?? -1
  return {
    period: cut.title,
    figures: (table?.rows ?? []).map(row => ({
      id: String(row[at('id')]),
      version: String(row[at('version')]),
      numerator: Number(row[at('numerator')]),
      ...(row[at('denominator')] !== '' && { rate: String(row[at('rate')] ?? '') }),
    })),
  }
}
