import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Parameter, Procedure } from '../procedures/procedure.ts'

/** Numbers of the whole house, for every procedure. */
// prettier-ignore
export const houseParameters = {
  backdating: { title: { zh: '补录期限（工作日）', en: 'Days an act may be recorded late (working days)' }, unit: 'number', standard: '5', source: { zh: '本机关工作规则', en: 'Office practice' } },
} as const satisfies Record<string, Parameter>

/** The local numbers in force on a day, by name: the procedure's own and the house's. */
export async function parametersOn(db: Db, procedure: Procedure, day: Day): Promise<Record<string, string>> {
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
  return { ...Object.fromEntries(standards), ...Object.fromEntries(rows.map(row => [row.name, row.value])) }
}
