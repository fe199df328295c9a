import type { Actor } from '../accounts/actor.ts'
import { isAllVisible } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import { cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import type { Cut } from './cut.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { casesOf } from './figures.ts'
import type { Side } from './figures.ts'
import { hiddenFrom } from './hidden.ts'
import type { ReportMetric } from './report.ts'
import type { Question } from './rows.ts'
import { linesOf } from './touched.ts'

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
  const counting = metricsIn(drawing).flatMap(metric =>
    (['numerator', 'denominator'] as const).flatMap(side => {
      const figure = figures.find(({ id }) => id === metric.id)?.[side] ?? 0
      const cohort = metric[side]?.cohort
      return metric[side] && figure > 0 ? [{ id: metric.id, side, cohort, rows: metric[side] }] : []
    }),
  )
  const names = new Set(counting.flatMap(({ cohort }) => cohort ?? []))
  const open = question.organ === null && names.size > 0 ? await wholly(db, actor, question, names) : undefined
  const lists: Record<string, Side[]> = Object.fromEntries(metricsIn(drawing).map(({ id }) => [id, []]))
  for (const { id, side, cohort, rows } of counting) {
    const isOpen = open && cohort ? open.has(cohort) : await isAllVisible(db, casesOf(db, rows(db, question)), actor)
    if (isOpen) lists[id]?.push(side)
  }
  return lists
}

/** Of these cohorts, those in which nothing is hidden from the actor. It begins with what is hidden: that is little. */
async function wholly(
  db: Db,
  actor: Actor,
  { cut, procedure }: Question,
  names: ReadonlySet<CohortName>,
): Promise<ReadonlySet<CohortName>> {
  const left = new Set(names)
  const hidden = hiddenFrom(db, actor, cut.asOf)
  if (!hidden) return new Set()
  for await (const numbers of hidden)
    for await (const lines of linesOf(db, numbers, cut.asOf)) {
      if (procedure === null || lines[0]?.procedure === procedure)
        for (const name of counted(lines, cut, left)) left.delete(name)
      if (left.size === 0) return left
    }
  return left
}

function counted(lines: readonly FactTable[], cut: Cut, names: ReadonlySet<CohortName>): CohortName[] {
  const [byKind, known] = [Map.groupBy(lines, line => line.kind), new Map()]
  return [...names].filter(name => countIn(byKind, cut, cohorts[name], known).reduce((sum, { n }) => sum + n, 0) > 0)
}
