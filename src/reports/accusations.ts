import type { Actor } from '../accounts/actor.ts'
import { standsBefore } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { figureQuery } from './figures.ts'
import type { Rows } from './rows.ts'
import { mayRead, readsAccusations } from './scope.ts'

const shown = ['received', 'answered', 'ended_otherwise', 'open', 'closed']

/**
 * 《信访工作条例》 art. 30: accusations are one line of the district's, on the page of those it is meant for; those that
 * accuse its reader are not counted in it.
 */
export async function accusationLine(
  db: Db,
  actor: Actor,
  drawing: Drawing,
): Promise<{ title: Text; count: number }[] | undefined> {
  const { scope } = drawing
  if (scope.kind !== 'district' || !readsAccusations(actor) || !(await mayRead(db, actor, drawing))) return undefined
  const told = metricsIn(drawing).filter(({ id }) => shown.includes(id))
  if (told.length === 0) return undefined
  const question = { ...questionOf(drawing), accusations: 'alone' as const }
  const line: { title: Text; count: number }[] = []
  for (const metric of told) {
    line.push({ title: metric.title, count: await countUnwalled(db, actor, metric.numerator(db, question)) })
  }
  return line
}

async function countUnwalled(db: Db, actor: Actor, rows: Rows): Promise<number> {
  const row = await figureQuery(db, rows)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('walls')
            .select('walls.case_number')
            .whereRef('walls.case_number', '=', 'c.case_number')
            .where(wall => standsBefore(actor)(wall)),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(row.sum)
}
