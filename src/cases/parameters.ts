import { rulesOn } from '../accounts/rules.ts'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import { houseParameters } from '../procedures/house_parameters.ts'
import type { Procedure } from '../procedures/procedure.ts'

/**
 * The local numbers in force on a day, by name: the procedure's own and the house's. A matter of a session goes by the
 * rules of that session before any other.
 */
export async function parametersOn(
  db: Db,
  procedure: Procedure,
  day: Day,
  session?: string | null,
): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('parameters')
    .select(['name', 'value'])
    .where('procedure', 'in', [procedure.id, ''])
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  const standards = Object.entries({ ...houseParameters, ...procedure.parameters }).map(([name, { standard }]) => [
    name,
    standard,
  ])
  return {
    ...Object.fromEntries(standards),
    ...Object.fromEntries(rows.map(row => [row.name, row.value])),
    ...(session && (await rulesOn(db, session, day))),
  }
}

/** The number of the whole house in force on any day. */
export async function parameterByDay(db: Db, name: keyof typeof houseParameters): Promise<(day: Day) => string> {
  const rows = await db
    .selectFrom('parameters')
    .select(['from_day', 'value'])
    .where('procedure', '=', '')
    .where('name', '=', name)
    .orderBy('from_day')
    .execute()
  return day => rows.findLast(({ from_day }) => from_day <= day)?.value ?? houseParameters[name].standard
}
