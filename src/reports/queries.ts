import { findOrgans } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import { readTitles } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import { edition } from '../procedures/registry.ts'
import type { Listed } from '../../views/reports/cases.tsx'
import { casesOf } from './figures.ts'
import type { Rows } from './rows.ts'

/** The cases behind a side of a figure, by number, a page at a time. */
export async function listCounted(
  db: Db,
  master: Buffer,
  actor: Actor,
  rows: Rows,
  { after, limit, people }: { after: string; limit: number; people: boolean },
): Promise<{ rows: Listed[]; next: string | null }> {
  const found = await db
    .selectFrom('cases')
    .selectAll('cases')
    .where('number', 'in', eb =>
      eb.selectFrom(casesOf(db, rows).where('c.case_number', '>', after).as('l')).select('l.case_number'),
    )
    .where(visibleTo(actor))
    .orderBy('number')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const titles = await readTitles(
    db,
    master,
    page.map(row => row.number),
  )
  const organs = await findOrgans(
    db,
    page.flatMap(row => row.lead ?? []),
  )
  const heads = people
    ? await headsIn(
        db,
        rows,
        page.map(row => row.number),
      )
    : undefined
  return {
    next: found.length > limit ? (page.at(-1)?.number ?? null) : null,
    rows: page.map(row => ({
      number: row.number,
      title: titles.get(row.number),
      state: edition(row.procedure, row.procedure_version).states[row.state]?.title ?? { zh: row.state, en: row.state },
      lead: row.lead === null ? undefined : organs.get(row.lead),
      received: row.received_on,
      heads: heads?.get(row.number),
    })),
  }
}

/** How many people each of these cases counts. */
async function headsIn(db: Db, rows: Rows, numbers: readonly string[]): Promise<Map<string, number>> {
  if (numbers.length === 0) return new Map()
  const counted = await db
    .selectFrom(rows.as('c'))
    .select(eb => ['c.case_number', eb.fn.sum<number>('c.n').as('n')])
    .where('c.case_number', 'in', [...numbers])
    .groupBy('c.case_number')
    .execute()
  return new Map(counted.map(row => [row.case_number, Number(row.n)]))
}
