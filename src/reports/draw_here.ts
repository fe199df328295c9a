import type { Actor } from '../accounts/actor.ts'
import { nameThen, organsThen } from '../accounts/organs_then.ts'
import { digestOf } from '../db/digest.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import { accusationLine } from './accusations.ts'
import type { Cut } from './cut.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import type { Figure } from './figures.ts'
import { figuresFor } from './kept_figures.ts'
import { listsFor } from './lists.ts'
import type { Lists } from './lists.ts'
import { definitions } from './metrics.ts'
import type { Metric } from './metric.ts'
import type { Report, ReportScope } from './report.ts'
import type { Scope } from './scope.ts'

/** A report, and what its reader may go on to from a page of it. */
export type Drawn = { report: Report; lists: Lists; accusations: { title: Text; count: number }[] | undefined }

export type Reading = Pick<Store, 'db' | 'reader' | 'dialect'>

/** Waits for writers that began before the instant, then reads everything from one state of the database. */
export async function drawHere(store: Reading, drawing: Drawing, actor: Actor | null): Promise<Drawn> {
  await store.dialect.settle(store.db, drawing.cut.asOf)
  return store.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async db => {
      const report = await reportFrom(db, drawing)
      return {
        report,
        lists: actor ? await listsFor(db, actor, drawing, report.metrics) : {},
        accusations: actor ? await accusationLine(db, actor, drawing) : undefined,
      }
    })
}

async function reportFrom(db: Db, drawing: Drawing): Promise<Report> {
  const { kind, cut, scope, procedure } = drawing
  const question = questionOf(drawing)
  const all = await figuresFor(db, question)
  const figures = new Map<Metric, Figure>()
  for (const metric of metricsIn(drawing)) figures.set(metric, await all.figure(metric, cut))
  return {
    report: kind.slug,
    title: kind.title,
    [cut.kind]: cut.period,
    period: cut.title,
    through: cut.through,
    asOf: cut.asOf,
    scope: await named(db, scope, cut),
    procedure,
    definitions,
    metrics: [...figures].map(([{ id, version, title, unit = '件次', formula, basis }, figure]) => ({
      id,
      version,
      title,
      ...figure,
      unit,
      formula,
      basis,
    })),
    tables: await kind.tables(db, question, figures, all),
    digest: await digestOf(db, cut.asOf),
  }
}

async function named(db: Db, scope: Scope, { through, asOf }: Cut): Promise<ReportScope> {
  const organs = await organsThen(db, asOf)
  if (scope.kind === 'organ') {
    const { zh, en } = nameThen(organs.get(scope.id), through) ?? { zh: scope.id, en: scope.id }
    return { kind: 'organ', id: scope.id, name: { zh, en } }
  }
  const [government] = [...organs.values()]
    .filter(({ kind }) => kind === 'government')
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const { zh, en } = nameThen(government, through) ?? { zh: '全区', en: 'The district' }
  return { kind: 'district', name: { zh, en } }
}
