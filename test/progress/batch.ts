import { attempt, inTransaction } from '../../src/cases/perform.ts'
import type { Performance } from '../../src/cases/perform.ts'
import { findSession } from '../../src/accounts/terms.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import type { Db } from '../../src/db/dialect.ts'
import type { Store } from '../../src/db/open.ts'
import { batchOn } from '../../src/progress/batch.ts'
import { countOf, figuresOf } from '../../src/progress/figures.ts'
import type { MeasureId } from '../../src/progress/measures.ts'
import { cast } from '../support/cast.ts'
import { contacted, drafted } from '../support/motions.ts'
import { signers } from '../support/motions_cast.ts'
import { at, viewOf } from '../support/road.ts'

export const congress = 'congress-18-5'

/** The batch of the congress's session as of a day. */
export async function batchAt(store: Store, day: string, id = congress) {
  const session = await findSession(store.reader, id)
  const batch = session && batchOn(session, day)
  if (!batch) throw new Error(id)
  return batch
}

/** What the bars named say as of a day, in their order. */
export async function said(store: Store, day: string, ...measures: MeasureId[]): Promise<string> {
  const figures = await figuresOf(store.reader, await batchAt(store, day))
  return measures.map(id => countOf(figures, id)).join(' ')
}

type Step = [act: string, actor: Actor, day: string, input?: Performance['input']]

/** A suggestion of daihong's, and all these acts on it, within a transaction that is open. */
export async function playIn(store: Store, trx: Db, steps: readonly Step[], title = drafted.title): Promise<string> {
  const asked = (on: Performance['on'], [act, actor, day, input = {}]: Step) =>
    attempt(store, trx, { on, act, actor, now: at(day), input })
  const draft: Step = ['draft', signers.daihong, '2026-01-08', { ...drafted, title }]
  const opened = await asked({ procedure: 'deputy-suggestion', channel: 'online' }, draft)
  if (opened.outcome !== 'done') throw new Error(JSON.stringify(opened))
  for (const step of steps) {
    const done = await asked({ number: opened.number }, step)
    if (done.outcome !== 'done') throw new Error(`${step[0]}: ${JSON.stringify(done)}`)
  }
  return opened.number
}

export const play = (store: Store, steps: readonly Step[], title?: string): Promise<string> =>
  inTransaction(store, trx => playIn(store, trx, steps, title))

/** Acts on a case that is there already. */
export async function goOn(store: Store, number: string, steps: readonly Step[]): Promise<void> {
  await inTransaction(store, async trx => {
    for (const [act, actor, day, input = {}] of steps) {
      const done = await attempt(store, trx, { on: { number }, act, actor, now: at(day), input })
      if (done.outcome !== 'done') throw new Error(`${act}: ${JSON.stringify(done)}`)
    }
  })
}

/** Submitted on the 15th and registered on the 16th of January. */
export const filed: readonly Step[] = [
  ['submit', signers.daihong, '2026-01-15'],
  ['register', signers.lichen, '2026-01-16'],
]
export const given = (day: string, coHandlers: readonly string[] = [], organ = 'housing'): readonly Step[] => [
  ...filed,
  ['handOver', signers.lichen, day, { organ, ...(coHandlers.length > 0 && { coHandlers }) }],
]
export const answered = (day: string, answer: object): readonly Step[] => [
  ['receive', cast.zhaoqiang, day],
  ...again(day, answer),
]
/** Whoever answers again hears the signer again. */
export const again = (day: string, answer: object): readonly Step[] => [
  ['contact', cast.zhaoqiang, day, contacted],
  ['draftAnswer', cast.zhaoqiang, day, { ...answer }],
  ['answer', cast.sunli, day],
]
/** Served on the one signer there is. */
export const servedOn = (day: string): Step => ['serve', cast.zhaoqiang, day, { signers: ['001'], method: 'person' }]
export const rated = (day: string, result = 'satisfied'): Step => [
  'rate',
  signers.daihong,
  day,
  { attitude: 'satisfied', result, ...(result === 'dissatisfied' && { why: '没有解决' }) },
]
export const carriedOut = (day: string): readonly Step[] => [
  ['showEvidence', cast.zhaoqiang, day, { evidence: '验收单', report: '已完成' }],
  ['confirmOutcome', signers.lichen, day],
]

export const stateOf = async (store: Store, number: string) => (await viewOf(store, { number })).row.state
