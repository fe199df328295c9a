import { nameOn } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Cut } from './cut.ts'
import { digestOf } from './digest.ts'
import { figureOf } from './figures.ts'
import type { Figure } from './figures.ts'
import { definitions } from './metrics.ts'
import type { Metric } from './metrics.ts'
import type { Report, ReportScope } from './report.ts'
import type { ReportKind } from './registry.ts'
import type { Question } from './rows.ts'
import type { Scope } from './scope.ts'

export type Drawing = { kind: ReportKind; cut: Cut; scope: Scope; procedure: string | null }

/** The report, every figure of it read from one state of the database. */
export const draw = (store: Store, drawing: Drawing): Promise<Report> =>
  inSnapshot(store, drawing.cut.asOf, db => drawFrom(db, drawing))

/** Waits for writers that began before the instant, then reads one state that no later write touches. */
export async function inSnapshot<T>(store: Store, asOf: string, work: (db: Db) => Promise<T>): Promise<T> {
  await store.dialect.settle(store.db, asOf)
  return store.reader.transaction().setIsolationLevel('repeatable read').execute(work)
}

export const questionOf = ({ cut, scope, procedure }: Omit<Drawing, 'kind'>): Question => ({
  cut,
  procedure,
  organ: scope.kind === 'organ' ? scope.id : null,
  accusations: scope.kind === 'organ' ? 'left out' : 'counted',
})

/** The figures a scope has: an organ's leave out what would mix two organs' work. */
export const metricsIn = (scope: Scope, kind: ReportKind): Metric[] =>
  kind.metrics.filter(metric => scope.kind === 'district' || !metric.districtOnly)

async function drawFrom(db: Db, drawing: Drawing): Promise<Report> {
  const { kind, cut, scope, procedure } = drawing
  const question = questionOf(drawing)
  const figures = new Map<Metric, Figure>()
  for (const metric of metricsIn(scope, kind)) figures.set(metric, await figureOf(db, metric, question))
  return {
    report: kind.slug,
    title: kind.title,
    month: cut.month,
    through: cut.through,
    asOf: cut.asOf,
    scope: await named(db, scope, cut),
    procedure,
    definitions,
    metrics: [...figures].map(([{ id, version, title, formula, basis }, figure]) => ({
      id,
      version,
      title,
      ...figure,
      formula,
      basis,
    })),
    tables: await kind.tables(db, question, figures),
    digest: await digestOf(db, cut.asOf),
  }
}

async function named(db: Db, scope: Scope, { through }: Cut): Promise<ReportScope> {
  if (scope.kind === 'organ') {
    return {
      kind: 'organ',
      id: scope.id,
      name: (await nameOn(db, scope.id, through)) ?? { zh: scope.id, en: scope.id },
    }
  }
  const government = await db
    .selectFrom('organs')
    .select('id')
    .where('kind', '=', 'government')
    .orderBy('path')
    .executeTakeFirst()
  const name = government && (await nameOn(db, government.id, through))
  return { kind: 'district', name: name ?? { zh: '全区', en: 'The district' } }
}
