import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../../src/db/dialect.ts'
import type { Store } from '../../src/db/open.ts'
import { HELD } from '../../src/reports/additions.ts'
import { withoutIndexes } from './indexes.ts'

/** Organs that copies of what one organ handled are spread over. */
const organs = 40
const lived = 'housing'

/**
 * Writes each petition that was lived through so many times more, under other numbers and with other organs: its events
 * and everything derived from them, row by row in the database itself. Words, files and people are not copied; a copied
 * event keeps the hash of the one it was copied from.
 */
export async function multiply(store: Store, times: number): Promise<void> {
  await seatOrgans(store.db)
  const numbers = (
    await store.db
      .selectFrom('cases')
      .select('number')
      .where('procedure', '=', 'petition')
      .orderBy('received_at')
      .execute()
  ).map(row => row.number)
  await withoutIndexes(store, Object.keys(copied), async () => {
    for (let i = 0; i < numbers.length; i += 20)
      await store.db.transaction().execute(async trx => {
        for (const [table, columns] of Object.entries(copied))
          await copy(trx, table, columns, numbers.slice(i, i + 20), times)
      })
  })
}

/** The number of a copy is that of what it was copied from, and five digits. */
export const isLived = sql<boolean>`number not like '%-%-%'`

const copyOf = (number: number) => `copied-${String(number).padStart(2, '0')}`

async function seatOrgans(db: Db): Promise<void> {
  const like = await db.selectFrom('organs').selectAll().where('id', '=', lived).executeTakeFirstOrThrow()
  for (let i = 0; i < organs; i++) {
    const [id, zh, en] = [copyOf(i), `第${i}局`, `Bureau ${i}`]
    await db
      .insertInto('organs')
      .values({ ...like, id, zh, en, path: `${like.path}${id}/` })
      .execute()
    await db.insertInto('organ_names').values({ organ: id, zh, en, from_day: '2020-01-01' }).execute()
  }
}

/** Columns that hold a case's number, an organ, or a text in which an organ is named; all others are as they were. */
const copied: Record<string, { number: string; organ: readonly string[]; text: readonly string[] }> = {
  events: { number: 'stream', organ: ['organ'], text: ['payload'] },
  cases: { number: 'number', organ: ['lead', 'awaits_organ'], text: ['data'] },
  case_organs: { number: 'case_number', organ: ['organ'], text: [] },
  assignments: { number: 'case_number', organ: ['organ'], text: [] },
  deadlines: { number: 'case_number', organ: ['owner_organ'], text: [] },
  facts: { number: 'case_number', organ: ['organ'], text: [] },
}

async function copy(
  trx: Db,
  table: string,
  { number, organ, text }: (typeof copied)[string],
  numbers: readonly string[],
  times: number,
): Promise<void> {
  const prefix = table === 'events' ? 'case:' : ''
  const keys = sql.join(numbers.map(number => sql.lit(`${prefix}${number}`)))
  const { rows } = await sql<object>`select * from ${sql.table(table)} limit 1`.execute(trx)
  const columns = Object.keys(rows[0] ?? {})
  const other = sql`'copied-' || ${two(sql`c % ${sql.lit(organs)}`)}`
  const value = (name: string): RawBuilder<unknown> => {
    const column = sql.ref(`t.${name}`)
    if (name === number) return sql`${column} || '-' || substr(cast(c + 100000 as text), 2)`
    if (organ.includes(name)) return sql`case ${column} when ${sql.lit(lived)} then ${other} else ${column} end`
    return text.includes(name)
      ? sql`replace(${column}, ${sql.lit(`"organ":"${lived}"`)}, '"organ":"' || ${other} || '"')`
      : column
  }
  await sql`with recursive copies (c) as (select 1 union all select c + 1 from copies where c < ${sql.lit(times)})
    insert into ${sql.table(table)} (${sql.join(columns.map(name => sql.ref(name)))})
    select ${sql.join(columns.map(value))} from ${sql.table(table)} t cross join copies
    where ${sql.ref(`t.${number}`)} in (${keys}) order by ${sql.ref(`t.${number}`)}, c`.execute(trx)
}

const two = (n: RawBuilder<unknown>) => sql`substr(cast(${n} + 100 as text), 2)`

/** What copies add to the figures kept: each what the case it was copied from adds, with its own organ. */
export async function multiplyFigures(db: Db, times: number): Promise<void> {
  const columns = sql.raw('dimension, day, period, procedure, cohort')
  const named = sql`s.procedure = 'petition' and (s.dimension in ('organ', 'year organ') and s.word = ${sql.lit(lived)}
    or s.dimension = ${sql.lit(HELD)} and s.word like ${sql.lit(`% ${lived}`)})`
  await sql`with recursive copies (c) as (select 1 union all select c + 1 from copies where c < ${sql.lit(times)}),
      organs_of (word, n) as (select 'copied-' || ${two(sql`c % ${sql.lit(organs)}`)}, count(*) from copies group by 1)
    insert into figure_sums (${columns}, word, n)
    select ${columns}, replace(s.word, ${sql.lit(lived)}, o.word), s.n * o.n
    from figure_sums s cross join organs_of o where ${named}`.execute(db)
  await sql`update figure_sums as s set n = n * ${sql.lit(times + 1)}
    where s.procedure = 'petition' and not (${named}) and s.word not like '%copied-%'`.execute(db)
}
