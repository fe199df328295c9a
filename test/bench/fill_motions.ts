import type { Actor } from '../../src/accounts/actor.ts'
import { attempt, inTransaction } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays } from '../../src/law/day.ts'
import { cast } from '../support/cast.ts'
import { contacted, drafted, promised, solved } from '../support/motions.ts'
import { signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'
import { randomFrom } from '../support/walk.ts'

type Stop = { act: string; actor: Actor; after: number; input?: Record<string, unknown> }

/** The main road of a suggestion; each goes along it as far as chance has it. */
// prettier-ignore
const road: readonly Stop[] = [
  { act: 'submit', actor: signers.daihong, after: 1 },
  { act: 'register', actor: signers.lichen, after: 2 },
  { act: 'handOver', actor: signers.lichen, after: 6, input: { organ: 'housing' } },
  { act: 'receive', actor: cast.zhaoqiang, after: 8 },
  { act: 'contact', actor: cast.zhaoqiang, after: 20, input: contacted },
  { act: 'draftAnswer', actor: cast.zhaoqiang, after: 60 },
  { act: 'answer', actor: cast.sunli, after: 65 },
]

/** So many suggestions of the session of January 2026, four in five of them answered. */
export async function fillMotions(store: Store, many: number): Promise<void> {
  for (let i = 0; i < many; i++) await inTransaction(store, trx => live(store, trx, i))
}

async function live(store: Store, trx: Parameters<typeof attempt>[1], i: number): Promise<void> {
  const random = randomFrom(i + 90_000)
  const day = addDays('2026-01-08', i % 14)
  const opened = await attempt(store, trx, {
    on: { procedure: 'deputy-suggestion', channel: 'online' },
    act: 'draft',
    actor: signers.daihong,
    now: at(day),
    input: drafted,
  })
  if (opened.outcome !== 'done') throw new Error(JSON.stringify(opened))
  const { number } = opened
  const length = random() < 0.8 ? road.length : 1 + Math.floor(random() * road.length)
  for (const { act, actor, after, input = act === 'draftAnswer' ? answerOf(random()) : {} } of road.slice(0, length)) {
    const done = await attempt(store, trx, { on: { number }, act, actor, now: at(addDays(day, after)), input })
    if (done.outcome !== 'done') throw new Error(`${act}: ${JSON.stringify(done)}`)
  }
}

const answerOf = (chance: number): Record<string, unknown> => ({ ...(chance < 0.6 ? solved : promised) })
