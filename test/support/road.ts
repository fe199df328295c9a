import { petitionerOf, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Outcome, Performance } from '../../src/cases/perform.ts'
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

type Extra = Partial<Pick<Performance, 'version' | 'occurredOn' | 'lateReason' | 'uploads'>>

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
