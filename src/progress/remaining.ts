import { sql } from 'kysely'
import { isPast } from '../cases/places.ts'
import type { Place } from '../cases/places.ts'
import type { Db } from '../db/dialect.ts'
import { answeringClocks } from '../procedures/motions/milestones.ts'
import type { Batch } from './batch.ts'
import { casesOf } from './figures.ts'
import type { MeasureId } from './measures.ts'

/** What still is to be done: matters to be closed, or promises and claims to be carried out. */
export type Board = 'remaining' | 'promises'
export const boardOf = { remaining: 'closed', promises: 'carriedOut' } as const satisfies Record<Board, MeasureId>
export const isBoard = (word: string): word is Board => Object.hasOwn(boardOf, word)

/**
 * A page of what remains, most urgent first: what is not answered by the day it must be, or, while nobody has it, by the
 * day it must be handed over; then what is answered, by the day it was. Promises by the day they are due.
 */
export const placesRemaining = (db: Db, batch: Batch, board: Board, after: Place | undefined, limit: number) =>
  db
    .selectFrom(ranked(db, batch, board).as('r'))
    .select(['r.number', 'r.key'])
    .$if(after !== undefined, query => query.where(isPast('r.key', 'r.number', '>', after)))
    .orderBy('r.key')
    .orderBy('r.number')
    .limit(limit)

const ranked = (db: Db, batch: Batch, board: Board) =>
  db
    .selectFrom(casesOf(db, batch, boardOf[board], 'missing').as('l'))
    .innerJoin(stages(db, batch).as('s'), 's.number', 'l.case_number')
    .innerJoin('cases as c', 'c.number', 'l.case_number')
    .leftJoin(dues(db, batch).as('d'), 'd.number', 'l.case_number')
    .select(['l.case_number as number', (board === 'remaining' ? byAnswer : byPromise).as('key')])

/** Whatever has no day comes by the one it was filed on; what falls on one day, by its number in the session. */
const byAnswer = sql<string>`case
  when s.answered > 0 then '2' || coalesce(s.answered_on, '')
  when s.handed > 0 then '1' || coalesce(d.answer_by, s.filed_on, '')
  else '1' || coalesce(d.hand_by, s.filed_on, '') end || ' ' || coalesce(c.label, '')`

const byPromise = sql<string>`'1' || coalesce(d.promise_by, s.answered_on, '') || ' ' || coalesce(c.label, '')`

const stages = (db: Db, { session, day, until }: Batch) =>
  db
    .selectFrom('facts')
    .select('case_number as number')
    .select([sumOf('answered').as('answered'), sumOf('handedOver').as('handed')])
    .select([lastDay('answered').as('answered_on'), lastDay('filed').as('filed_on')])
    .where('session', '=', session.id)
    .where('kind', '=', 'milestone')
    .where('what', 'in', ['filed', 'handedOver', 'answered'])
    .where('on_day', '<=', day)
    .where('recorded_at', '<=', until)
    .groupBy('case_number')

/** The days on which something is due, as set by then: they may lie ahead. */
const dues = (db: Db, { session, until }: Batch) =>
  db
    .selectFrom(
      db
        .selectFrom('facts')
        .select(['case_number', 'what', 'on_day'])
        .where('session', '=', session.id)
        .where('kind', '=', 'due')
        .where('what', 'in', ['handOver', 'promise', ...answeringClocks])
        .where('recorded_at', '<=', until)
        .groupBy(['case_number', 'what', 'on_day'])
        .having(eb => eb.fn.sum('sign'), '>', 0)
        .as('due'),
    )
    .select('case_number as number')
    .select([
      sql<string | null>`max(case when what = 'handOver' then on_day end)`.as('hand_by'),
      sql<string | null>`max(case when what not in ('handOver', 'promise') then on_day end)`.as('answer_by'),
      sql<string | null>`min(case when what = 'promise' then on_day end)`.as('promise_by'),
    ])
    .groupBy('case_number')

const sumOf = (name: string) => sql<number>`sum(case when what = ${sql.lit(name)} then sign else 0 end)`
const lastDay = (name: string) =>
  sql<string | null>`max(case when what = ${sql.lit(name)} and sign > 0 then on_day end)`
