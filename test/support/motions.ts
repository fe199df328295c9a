import type { Actor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Outcome, Performance } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { cast } from './cast.ts'
import { signers } from './motions_cast.ts'
import { at, viewOf } from './road.ts'

export const drafted = {
  title: '关于石桥老旧小区加装电梯的建议',
  situation: '石桥片区楼龄三十年以上的住宅四百余栋，老人上下楼困难。',
  advice: '一、简化审批；二、安排补助；三、明确责任单位。',
  publicWish: 'yes',
  phone: '13800000077',
}

type Extra = Partial<Pick<Performance, 'version' | 'part' | 'occurredOn' | 'lateReason' | 'uploads'>>

/** Drafts a suggestion, or whatever else, and gives a traveller that performs acts on it. */
export async function draftMotion(
  store: Store,
  { procedure = 'deputy-suggestion', act = 'draft', actor = signers.daihong, day = '2026-01-08', input = {} } = {},
) {
  const opened = await perform(store, {
    on: { procedure, channel: 'online' },
    act,
    actor,
    now: at(day),
    input: { ...drafted, ...input },
  })
  if (opened.outcome !== 'done') throw new Error(JSON.stringify(opened))
  return motionOf(store, opened.number)
}

/** Performs acts on a matter that stands already. */
export function motionOf(store: Store, number: string) {
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
  return { number, attempt, does, view: () => viewOf(store, { number }) }
}

export type Motion = ReturnType<typeof motionOf>

export const contacted = {
  way: 'meeting',
  place: '石桥街道会议室',
  present: '代红、赵强',
  summary: '听取了意见',
  view: '希望尽快落实',
}
export const solved = { class: 'A', opinion: '已经完成', solution: '已加装十二部', publicity: 'full' }
export const promised = {
  class: 'B',
  opinion: '正在推进',
  promise: '年底前加装二十部',
  promiseBy: '2026-12-31',
  publicity: 'full',
}
export const reference = { class: 'D', opinion: '条件暂不具备', publicity: 'none', publicityReason: '内部研究事项' }

/** Registered on one day and handed over on the next to housing, with the police as a co-handler where it is named. */
export async function handedOver(motion: Motion, day = '2026-01-20', coHandlers: readonly string[] = []) {
  await motion.does('submit', signers.daihong, '2026-01-15')
  await motion.does('register', signers.lichen, '2026-01-16')
  await motion.does('handOver', signers.lichen, day, { organ: 'housing', ...(coHandlers.length > 0 && { coHandlers }) })
}

/** Received, contacted, drafted and signed by housing on the days given. */
export async function answeredBy(motion: Motion, day: string, answer: object = solved) {
  await motion.does('receive', cast.zhaoqiang, day)
  await motion.does('contact', cast.zhaoqiang, day, contacted)
  await motion.does('draftAnswer', cast.zhaoqiang, day, { ...answer })
  await motion.does('answer', cast.sunli, day)
}

/** The ids of the open parts in a role. */
export const openParts = async (motion: Motion, ...roles: string[]) =>
  (await motion.view()).assignments.filter(part => part.is_open === 1 && roles.includes(part.role)).map(({ id }) => id)

/** Served on everyone who signed. */
export async function served(motion: Motion, day: string) {
  await motion.does('serve', cast.zhaoqiang, day, {
    signers: await openParts(motion, 'signer', 'cosigner'),
    method: 'person',
  })
}
