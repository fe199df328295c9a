import { namesThen } from '../accounts/organs_then.ts'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import { readTitles } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import { edition } from '../procedures/registry.ts'
import type { Listed } from '../../views/reports/cases.tsx'
import type { Cut } from './cut.ts'

/**
 * The cases of a list in words: its rows and titles are read for one page only. They are told as they stand now, under
 * the names organs had by the cut.
 */
export async function describeListed(
  db: Db,
  master: Buffer,
  actor: Actor,
  { through, asOf }: Cut,
  numbers: readonly string[],
): Promise<Omit<Listed, 'heads' | 'times'>[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .selectAll('cases')
    .where('number', 'in', [...numbers])
    .where(visibleTo(actor))
    .orderBy('number')
    .execute()
  const titles = await readTitles(db, master, numbers)
  const organs = await namesThen(db, through, asOf)
  return rows.map(row => ({
    number: row.number,
    label: row.label ?? undefined,
    title: titles.get(row.number),
    state: edition(row.procedure, row.procedure_version).states[row.state]?.title ?? { zh: row.state, en: row.state },
    lead: row.lead === null ? undefined : organs.get(row.lead),
    received: row.received_on,
  }))
}
