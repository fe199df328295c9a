import { expect } from 'vitest'
import { petitionerOf, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Performance } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { endOfDay, isDay } from '../../src/law/day.ts'
import type { Day } from '../../src/law/day.ts'
import { wholeMonth } from '../../src/reports/cut.ts'
import type { Cut } from '../../src/reports/cut.ts'
import { cast } from '../support/cast.ts'
import { pick, randomFrom, walk } from '../support/walk.ts'

export const at = (day: Day) => `${day}T02:00:00.000Z`

type Steps = {
  filed: Day
  kind?: 'appeal' | 'accusation'
  accepted?: Day
  extended?: Day
  answered?: Day
  /** The day it was recorded, where that is later than its legal day. */
  recorded?: Day
  closed?: Day
  rated?: Day
  withdrawn?: Day
  refused?: Day
}

/** A petition brought as far as its days say, through the one write path. Numbers are given, so that logs compare. */
export async function petition(store: Store, number: string, steps: Steps): Promise<void> {
  const act = (name: string, actor: Actor, day: Day, input: Performance['input'] = {}) =>
    done(store, { on: { number }, act: name, actor, now: at(day), input })
  const { filed, kind = 'appeal' } = steps
  const filing = {
    kind,
    title: `标题${number}`,
    body: '内容',
    petitioner: '王芳',
    phone: '13800000012',
    ...(kind === 'accusation' && { accusedOrgans: ['police'] }),
  }
  const on = { procedure: 'petition', channel: 'online', number }
  await done(store, { on, act: 'submit', actor: visitor, now: at(filed), input: filing })
  const route = kind === 'appeal' ? { route: '6' } : {}
  await act('register', cast.liming, filed, { kind, category: 'housing', heads: 1, ...route })
  if (steps.withdrawn) return act('withdraw', petitionerOf(number), steps.withdrawn, { reason: '不办了' })
  if (steps.refused) return act('refuse', cast.liming, steps.refused, { ground: 'noClaim', reason: '没有请求' })
  const { accepted } = steps
  if (!accepted) return
  await act('transfer', cast.liming, filed, { organ: kind === 'appeal' ? 'housing' : 'discipline' })
  const [handler, director] = kind === 'appeal' ? [cast.zhaoqiang, cast.sunli] : [cast.qianfeng, cast.fengyan]
  await act('receive', handler, accepted)
  await act('accept', handler, accepted)
  if (steps.extended) await act('extend', director, steps.extended, { days: 30, reason: '等待鉴定' })
  if (steps.answered) await answer(store, number, { ...steps, answered: steps.answered }, handler, director)
  if (!steps.closed) return
  if (kind === 'appeal') {
    await act('serve', handler, steps.closed, { method: 'person', receipt: 'signed', view: 'agree' })
    await act('agree', petitionerOf(number), steps.closed)
  } else await act('inform', handler, steps.closed, { method: 'person', receipt: 'signed', view: 'agree' })
  const rating = { office: 'satisfied', organ: 'dissatisfied', reason: '太慢', secondFact: '0012' }
  if (steps.rated) await act('rate', petitionerOf(number), steps.rated, rating)
  await act('close', cast.liming, steps.closed)
}

export async function answer(
  store: Store,
  number: string,
  { answered, recorded = answered, kind }: Pick<Steps, 'recorded' | 'kind'> & { answered: Day },
  handler = cast.zhaoqiang,
  director = cast.sunli,
): Promise<void> {
  const demands = [{ demand: '督促维修', outcome: 'support' }]
  const words = { facts: '属实', basis: '物业管理条例', opinion: '责成维修', demands }
  const late = recorded > answered ? { occurredOn: answered, lateReason: '补录' } : {}
  await done(store, { on: { number }, act: 'draft', actor: handler, now: at(recorded), input: words, ...late })
  const act = kind === 'accusation' ? 'answerAccusation' : 'answer'
  await done(store, { on: { number }, act, actor: director, now: at(recorded), ...late })
}

export async function done(store: Store, asked: Performance): Promise<void> {
  const outcome = await perform(store, asked)
  expect(outcome, `${asked.act}: ${JSON.stringify(outcome)}`).toMatchObject({ outcome: 'done' })
}

/** A year of chance: what people do to a dozen cases, some of them found out to be accusations later, one walled. */
export async function lived(store: Store, seed: number): Promise<void> {
  const { numbers } = await walk(store, { seed, cases: 12, steps: 260, from: '2026-01-05T01:00:00.000Z' })
  const random = randomFrom(seed)
  for (let i = 0; i < 12; i++) {
    const number = pick(random, numbers) ?? ''
    const kind = random() < 0.4 ? { kind: 'accusation', accusedOrgans: ['housing'] } : { kind: 'suggestion' }
    const input = { ...kind, reason: '分类有误' }
    await perform(store, { on: { number }, act: 'reclassify', actor: cast.chenjing, now: at('2026-10-01'), input })
    const accused = { accusedPeople: '林成', reason: '回避' }
    if (i === 0)
      await perform(store, { on: { number }, act: 'wall', actor: cast.chenjing, now: at('2026-10-02'), input: accused })
  }
}

/** A cut as what holds of every cut is tried on, a month among them that has not begun: nobody may ask for that one. */
export function anyCut(month: string, asOf: string, through?: Day): Cut {
  const whole = wholeMonth(month, isDay(asOf) ? endOfDay(asOf) : asOf)
  return through === undefined ? whole : { ...whole, through, end: through < whole.last ? through : whole.last }
}
