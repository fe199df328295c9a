import { expect } from 'vitest'
import { petitionerOf, system, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Outcome, Performance } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import type { CaseView } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { cast } from './cast.ts'

export const at = (day: string) => `${day}T02:00:00.000Z`

export const filing = {
  kind: 'appeal',
  title: '楼顶漏水无人修',
  body: '2026年1月起楼顶漏水，物业不修。',
  demands: ['督促维修'],
  petitioner: '王芳',
  phone: '13800000012',
  idNumber: '11010519491231002X',
  address: '望江区和平街1号',
}

type Extra = Partial<Pick<Performance, 'version' | 'part' | 'occurredOn' | 'lateReason' | 'uploads'>>

/** Files a petition on a day and gives a traveller that performs acts on it. */
export async function file(
  store: Store,
  day = '2026-01-05',
  input: Performance['input'] = filing,
  actor: Actor = visitor,
) {
  const filed = await perform(store, {
    on: { procedure: 'petition', channel: 'online' },
    act: 'submit',
    actor,
    now: at(day),
    input,
  })
  if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
  const { number } = filed
  const attempt = (
    act: string,
    actor: Actor,
    day: string,
    input: Performance['input'] = {},
    extra: Extra = {},
  ): Promise<Outcome> => perform(store, { on: { number }, act, actor, now: at(day), input, ...extra })
  const does = async (act: string, actor: Actor, day: string, input: Performance['input'] = {}, extra: Extra = {}) => {
    const done = await attempt(act, actor, day, input, extra)
    if (done.outcome !== 'done') throw new Error(`${act}: ${JSON.stringify(done)}`)
    return done
  }
  return { number, code: filed.queryCode ?? '', petitioner: petitionerOf(number), attempt, does }
}

export type Traveller = Awaited<ReturnType<typeof file>>

export const draft = {
  facts: '属实',
  basis: '物业管理条例',
  opinion: '责成维修',
  demands: [{ demand: '督促维修', outcome: 'support' }],
}
export const served = { method: 'person', receipt: 'signed' }

/** Registered, transferred, received and accepted: in handling from the given day. */
export async function toHandling(petition: Traveller, day = '2026-01-10') {
  await petition.does('register', cast.liming, day, { kind: 'appeal', route: '6' })
  await petition.does('transfer', cast.liming, day, { organ: 'housing' })
  await petition.does('receive', cast.zhaoqiang, day)
  await petition.does('accept', cast.zhaoqiang, day)
}

export async function toAnswered(petition: Traveller, day: string) {
  await petition.does('draft', cast.zhaoqiang, day, draft)
  await petition.does('answer', cast.sunli, day)
}

export async function toClosed(petition: Traveller, day: string) {
  await petition.does('serve', cast.zhaoqiang, day, served)
  await petition.does('agree', petition.petitioner, day)
  await petition.does('close', cast.liming, day)
}

export async function toServed(petition: Traveller, day: string) {
  await toAnswered(petition, day)
  await petition.does('serve', cast.zhaoqiang, day, served)
}

/** Reviewed by the district on one day, and by the city on another. */
export async function toReReviewed(petition: Traveller, day: string, later: string) {
  await petition.does('requestReview', petition.petitioner, day, { reason: '事实不清' })
  await petition.does('reviewUphold', cast.hemei, day, { reason: '事实清楚' })
  await petition.does('serveReview', cast.hemei, day, served)
  await petition.does('requestReReview', petition.petitioner, later, { reason: '仍不服' })
}

/** Handed down by the city on the first day, and handed over to the housing bureau, which received it. */
export async function handedDownAndOver(store: Store) {
  const petition = await file(store, '2026-01-05', filing, cast.citychen)
  await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
  await petition.does('handDown', cast.citychen, '2026-01-07', { organ: 'petition-office', reportBy: '2026-04-30' })
  await petition.does('receiveDown', cast.liming, '2026-01-08')
  await petition.does('handOver', cast.liming, '2026-01-09', { organ: 'housing', reportBy: '2026-04-20' })
  await petition.does('receive', cast.zhaoqiang, '2026-01-10')
  return petition
}

/** The case as the clockwork sees it. */
export async function viewOf(store: Store, { number }: Pick<Traveller, 'number'>): Promise<CaseView> {
  const view = await findCase(store.db, system, number)
  if (!view) throw new Error(`${number} is absent`)
  return view
}

/** Every round of a clock, in order. */
export const clocksOf = async (store: Store, petition: Pick<Traveller, 'number'>, deadline: string) =>
  (await viewOf(store, petition)).deadlines.filter(line => line.deadline === deadline)

/** The parts in one role, in the order they were given. */
export const partsOf = async (store: Store, petition: Pick<Traveller, 'number'>, role: string) =>
  (await viewOf(store, petition)).assignments.filter(part => part.role === role)

/** What an act comes to that is refused, with its reason and its article. */
export const refusedFor = (zh: string, article?: string) => ({
  outcome: 'refused',
  because: { reason: { zh }, ...(article !== undefined && { article: { zh: article } }) },
})

/** What a form comes to in which one field is wrong. */
export const wrongIn = (field: string, zh?: string) => ({
  outcome: 'invalid',
  errors: { [field]: [zh === undefined ? expect.anything() : expect.objectContaining({ zh })] },
})
