import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { isAllVisible } from './figures.ts'
import type { Side } from './figures.ts'
import type { ReportMetric } from './report.ts'

/** By figure, the sides that lead to a list of their cases. */
export type Lists = Readonly<Record<string, readonly Side[]>>

/** A side leads to its list where it counts something and the reader may see every case of it. */
export async function listsFor(
  db: Db,
  actor: Actor,
  drawing: Drawing,
  figures: readonly ReportMetric[],
): Promise<Lists> {
  const question = questionOf(drawing)
  const lists: Record<string, Side[]> = {}
  for (const metric of metricsIn(drawing)) {
    const figure = figures.find(({ id }) => id === metric.id)
    const sides: Side[] = []
    for (const side of ['numerator', 'denominator'] as const) {
      const rows = metric[side]?.(db, question)
      if (rows && (figure?.[side] ?? 0) > 0 && (await isAllVisible(db, rows, actor))) sides.push(side)
    }
    lists[metric.id] = sides
  }
  return lists
}
