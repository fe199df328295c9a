import { petitionerOf } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { attempt, inTransaction } from '../../src/cases/perform.ts'
import type { Db } from '../../src/db/dialect.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { cast } from '../support/cast.ts'
import { filing, randomFrom } from '../support/walk.ts'
import type { Random } from '../support/walk.ts'

type Stop = { act: string; actor: (number: string) => Actor; after: number; input?: Record<string, unknown> }

/** The main road of a petition; each case goes along it as far as chance has it. */
// prettier-ignore
const road: readonly Stop[] = [
  { act: 'register', actor: () => cast.liming, after: 1, input: { kind: 'appeal', route: '6', category: 'housing' } },
  { act: 'transfer', actor: () => cast.liming, after: 1, input: { organ: 'housing' } },
  { act: 'receive', actor: () => cast.zhaoqiang, after: 2 },
  { act: 'accept', actor: () => cast.zhaoqiang, after: 5 },
  { act: 'draft', actor: () => cast.zhaoqiang, after: 30, input: { facts: '经查属实', basis: '物业管理条例第三十五条', opinion: '责成物业公司维修' } },
  { act: 'answer', actor: () => cast.sunli, after: 32 },
  { act: 'serve', actor: () => cast.zhaoqiang, after: 34, input: { method: 'person', receipt: 'signed' } },
  { act: 'rate', actor: petitionerOf, after: 35, input: { office: 'satisfied', organ: 'basically', secondFact: '0012' } },
  { act: 'agree', actor: petitionerOf, after: 36 },
  { act: 'close', actor: () => cast.liming, after: 37 },
]

/** Cases filed over so many days, four in five of them closed: open work is a small part of history. */
export async function fill(
  store: Store,
  from: number,
  to: number,
  stretch = { first: '2026-01-05', days: 300 },
): Promise<void> {
  const batches: number[][] = []
  for (let i = from; i < to; i += 50) batches.push(Array.from({ length: Math.min(50, to - i) }, (_, n) => i + n))
  const lanes = store.dialect.name === 'postgres' ? 4 : 1
  const lane = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const cases = batch
      await inTransaction(store, async trx => {
        for (const i of cases) await live(store, trx, i, addDays(stretch.first, i % stretch.days))
      })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function live(store: Store, trx: Db, i: number, day: Day): Promise<void> {
  const random = randomFrom(i)
  const filed = await attempt(store, trx, petition(random, at(day, i)))
  if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
  const { number } = filed
  const length = random() < 0.8 ? road.length : Math.floor(random() * road.length)
  for (const { act, actor, after, input = {} } of road.slice(0, length)) {
    const now = at(addDays(day, after), i)
    const done = await attempt(store, trx, { on: { number }, act, actor: actor(number), now, input })
    if (done.outcome !== 'done') throw new Error(`${act}: ${JSON.stringify(done)}`)
  }
}

function petition(random: Random, now: string) {
  const filed = filing(random, now)
  return { ...filed, input: { ...filed.input, kind: 'appeal' } }
}

const at = (day: string, i: number) => `${day}T0${1 + (i % 8)}:${String(i % 60).padStart(2, '0')}:00.000Z`
