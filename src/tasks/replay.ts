import type { Replayed } from '../cases/replay.ts'
import { organRows, wallRows } from '../cases/write.ts'
import type { Db } from '../db/dialect.ts'

/** Every row derived from one case's events, by table. */
export type Derived = Readonly<Record<DerivedTable, readonly object[]>>
export type DerivedTable = (typeof derivedTables)[number]
export const derivedTables = ['cases', 'assignments', 'deadlines', 'walls', 'case_organs', 'facts'] as const

export const derivedFrom = ({ view, lines }: Replayed): Derived => ({
  cases: [view.row],
  assignments: view.assignments,
  deadlines: view.deadlines,
  walls: wallRows(view),
  case_organs: organRows(view),
  facts: lines,
})

/** What the database holds for these cases. */
export async function readDerived(db: Db, numbers: readonly string[]): Promise<Map<string, Derived>> {
  const of = <T>(rows: readonly T[], number: (row: T) => string) => Map.groupBy(rows, number)
  const asked = [...numbers]
  const cases = of(await db.selectFrom('cases').selectAll().where('number', 'in', asked).execute(), row => row.number)
  const read = async (table: Exclude<DerivedTable, 'cases'>) =>
    of(await db.selectFrom(table).selectAll().where('case_number', 'in', asked).execute(), row => row.case_number)
  const [assignments, deadlines, walls, organs, facts] = [
    await read('assignments'),
    await read('deadlines'),
    await read('walls'),
    await read('case_organs'),
    await read('facts'),
  ]
  const derived = (number: string): Derived => ({
    cases: cases.get(number) ?? [],
    assignments: assignments.get(number) ?? [],
    deadlines: deadlines.get(number) ?? [],
    walls: walls.get(number) ?? [],
    case_organs: organs.get(number) ?? [],
    facts: facts.get(number) ?? [],
  })
  return new Map(numbers.map(number => [number, derived(number)]))
}

/** The tables in which two sets of rows are not the same rows. */
export const differing = (a: Derived, b: Derived): DerivedTable[] =>
  derivedTables.filter(table => canonical(a[table]) !== canonical(b[table]))

const canonical = (rows: readonly object[]) =>
  rows
    .map(row => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .join('\n')
