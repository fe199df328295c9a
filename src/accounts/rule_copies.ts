import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { listRules } from './rules.ts'

export type CopiedRule = { name: string; value: string; source: string }

/** What a new session begins with: the earlier session's rules on that day; where it has none, the house's, then the standard. */
export async function rulesToCopy(
  db: Db,
  procedure: Procedure,
  day: Day,
  copyOf: string | null,
): Promise<CopiedRule[]> {
  const house = await db
    .selectFrom('parameters')
    .selectAll()
    .where('procedure', '=', procedure.id)
    .orderBy('from_day')
    .execute()
  const earlier = copyOf === null ? [] : await listRules(db, copyOf)
  const inForce = [...house, ...earlier].filter(({ from_day }) => from_day <= day)
  return Object.entries(procedure.parameters).map(([name, { standard, source }]) => {
    const found = inForce.findLast(row => row.name === name)
    return { name, value: found?.value ?? standard, source: found?.source ?? source.zh }
  })
}
