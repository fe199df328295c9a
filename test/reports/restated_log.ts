import { sql } from 'kysely'
import { system } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { settleHours } from '../../src/db/digest.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { fill } from '../bench/fill.ts'
import { multiply } from '../bench/multiply.ts'
import { cast, seatCast } from '../support/cast.ts'
import { erased } from '../tasks/erasing.ts'
import { answer, at, done, petition } from './district.ts'

/** A log of that many events at the least: cases that were lived through from late January, and their copies. */
export async function bigLog(store: Store, events: number): Promise<number> {
  await seatCast(store)
  await fill(store, 0, 24, { first: '2026-01-27', days: 24 })
  for (const number of late) await petition(store, number, { filed: '2026-02-10', accepted: '2026-02-12' })
  await settleFigures(store, at('2026-05-06'), Infinity)
  await multiply(store, Math.ceil(events / (await countEvents(store))))
  await sql`analyze`.execute(store.db)
  await settleHours(store, at('2026-05-06'))
  return countEvents(store)
}

const reason = '新的事实'
const late = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8']

/** Whose months read differently afterwards, by what was done to them; the others are to leave no trace. */
export type Deeds = Record<'reopened' | 'redated' | 'linked' | 'recast' | 'late' | 'unlinked' | 'erased', string[]>

/** What becomes known after the months were closed: late acts, links, reopenings, corrections, erasures. */
export async function afterwards(store: Store): Promise<Deeds> {
  const does = (number: string, act: string, actor: Actor, day: Day, input: Record<string, unknown>) =>
    done(store, { on: { number }, act, actor, now: at(day), input })
  const closed = await copiesIn(store, 'closed', { kind: 'received', from: '2026-02-05', to: '2026-02-28' })
  const [reopened, linked, recast, unlinked] = [
    closed.splice(0, 12),
    closed.splice(0, 9),
    closed.splice(0, 5),
    closed.splice(0, 6),
  ]
  const redated = (await copiesIn(store, 'closed', { kind: 'answered', from: '2026-03-01', to: '2026-03-02' })).slice(
    0,
    12,
  )
  const [earlier = ''] = redated
  for (const number of reopened) await does(number, 'reopen', cast.chenjing, '2026-05-07', { reason })
  for (const number of redated) {
    const day = addDays(await answeredOn(store, number), -2)
    await does(number, 'correct', cast.chenjing, '2026-05-08', { act: 'answer', day, reason })
  }
  for (const number of linked) await does(number, 'linkRepeat', cast.liming, '2026-05-09', { earlier })
  for (const number of unlinked) {
    await does(number, 'linkRepeat', cast.liming, '2026-05-09', { earlier })
    await does(number, 'unlinkRepeat', cast.liming, '2026-05-10', { reason })
  }
  for (const number of recast)
    await does(number, 'reclassify', cast.chenjing, '2026-05-11', { kind: 'accusation', reason })
  for (const number of late) await answer(store, number, { answered: '2026-03-30', recorded: '2026-05-12' })
  const erasedOnes = await lived(store)
  for (const number of erasedOnes) await erased(store, number, { actor: system, now: at('2026-05-13') })
  return { reopened, redated, linked, recast, late, unlinked, erased: erasedOnes }
}

/** Some fifty of the copies in a state, from all over the log; counted on a day of the stretch where one is given. */
async function copiesIn(
  store: Store,
  state: string,
  counted?: { kind: string; from: Day; to: Day },
): Promise<string[]> {
  const rows = await store.db
    .selectFrom('cases')
    .select('number')
    .where('state', '=', state)
    .where('number', 'like', '%-%-%')
    .$if(counted !== undefined, cases =>
      cases.where('number', 'in', of =>
        of
          .selectFrom('facts')
          .select('case_number')
          .where('kind', '=', counted?.kind ?? '')
          .where('on_day', '>=', counted?.from ?? '')
          .where('on_day', '<=', counted?.to ?? ''),
      ),
    )
    .orderBy('number')
    .execute()
  const step = Math.max(1, Math.floor(rows.length / 50))
  return rows.filter((_, i) => i % step === 0).map(row => row.number)
}

/** Three of those that are no copies: what they hold of people is there to be erased. */
async function lived(store: Store): Promise<string[]> {
  const rows = await store.db
    .selectFrom('cases')
    .select('number')
    .where('state', '=', 'closed')
    .where('number', 'not like', '%-%-%')
    .orderBy('number')
    .limit(3)
    .execute()
  return rows.map(row => row.number)
}

async function answeredOn(store: Store, number: string): Promise<Day> {
  const row = await store.db
    .selectFrom('facts')
    .select('on_day')
    .where('case_number', '=', number)
    .where('kind', '=', 'answered')
    .executeTakeFirstOrThrow()
  return row.on_day
}

async function countEvents(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('events')
    .select(of => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
