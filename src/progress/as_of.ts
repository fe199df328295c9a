import { rulesThen } from '../accounts/sessions_then.ts'
import type { Db } from '../db/dialect.ts'
import { parametersOn } from '../cases/parameters.ts'
import { replay } from '../cases/replay.ts'
import type { CaseView } from '../cases/view.ts'

/**
 * These cases as they stood at an instant, from the events recorded by then, with the rules of their session as known then. Those that
 * were not there yet are left out; the order is the one asked for.
 */
export async function viewsAsOf(db: Db, numbers: readonly string[], instant: string): Promise<CaseView[]> {
  if (numbers.length === 0) return []
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where(
      'stream',
      'in',
      numbers.map(number => `case:${number}`),
    )
    .where('recorded_at', '<=', instant)
    .orderBy('stream')
    .orderBy('seq')
    .execute()
  const byStream = Map.groupBy(events, event => event.stream)
  const views = numbers.flatMap(number => replay(byStream.get(`case:${number}`) ?? [])?.view ?? [])
  return withRules(db, views, instant)
}

/** Most cases of a batch came in on the same few days. */
async function withRules(db: Db, views: readonly CaseView[], instant: string): Promise<CaseView[]> {
  const known = new Map<string, CaseView['rules']>()
  const ruled: CaseView[] = []
  for (const view of views) {
    const { received_on, session } = view.row
    const key = `${view.procedure.id} ${session} ${received_on}`
    const rules = known.get(key) ?? {
      ...(await parametersOn(db, view.procedure, received_on)),
      ...(session && (await rulesThen(db, session, received_on, instant))),
    }
    known.set(key, rules)
    ruled.push({ ...view, rules })
  }
  return ruled
}
