import { sql } from 'kysely'
import type { Store } from '../../src/db/open.ts'

/** Writes those lines of a case so many times more, under numbers of their own: figures counted in lines are sums of them. */
export async function copyLines({ db }: Store, number: string, what: readonly string[], times: number): Promise<void> {
  const row = await db.selectFrom('facts').selectAll().where('case_number', '=', number).executeTakeFirstOrThrow()
  const others = Object.keys(row).filter(name => name !== 'case_number')
  const columns = sql.join(others.map(name => sql.ref(name)))
  await sql`with recursive copies (c) as (select 1 union all select c + 1 from copies where c < ${sql.lit(times)})
    insert into facts (case_number, ${columns})
    select case_number || '-' || substr(cast(c + 100000 as text), 2), ${columns} from facts cross join copies
    where case_number = ${sql.lit(number)} and what in (${sql.join(what.map(sql.lit))})`.execute(db)
}
