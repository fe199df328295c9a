import { sql } from 'kysely'
import { petitionerOf, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { tokenHash } from '../../src/accounts/session.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Performance } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { sweep } from '../../src/tasks/sweep.ts'
import { cast, seatCast } from '../support/cast.ts'
import { draft, filing, served } from '../support/road.ts'

/**
 * One day's district twice over: the same innocent matters with the same numbers, acts and instants, and in one of the
 * two something else besides, at moments between them, that some readers must learn nothing of.
 */
export type Deed = {
  at: string
  number: string
  act: string
  by: Actor
  input?: Performance['input']
  channel?: string
  files?: true
}

/** Beside the cast: a second clerk, one of discipline who is concerned, and a leader who is. */
// prettier-ignore
const more = [
  { id: 'hanxue', name: '韩雪', organ: 'petition-office', roles: ['clerk'] },
  { id: 'gaoming', name: '高明', organ: 'discipline', roles: ['handler'] },
  { id: 'fengyuan', name: '冯远', organ: 'district', roles: ['leader'] },
  { id: 'ducha', name: '杜查', organ: 'district', roles: ['supervisor'] },
  { id: 'zhanguan', name: '战管', organ: 'housing-station', roles: ['unit-admin'] },
] as const

export type Name = keyof typeof cast | (typeof more)[number]['id']

export const hidden = 'XF20260106-700001'
export const absent = 'XF20260106-700002'
export const innocent = [1, 2, 3, 4, 5, 6, 7, 8].map(n => `XF20260105-10000${n}`)
const [closed = '', handling = '', suggested = '', policed = '', fresh = '', sent = '', disciplined = '', repeat = ''] =
  innocent

const clerk: Actor = { ...cast.liming, id: 'hanxue', name: '韩雪' }
const route6 = { kind: 'appeal', route: '6', category: 'housing', heads: 1 }
const accept = (number: string, day: string, organ: string, handler: Actor): Deed[] => [
  { at: `${day}T01:10`, number, act: 'register', by: cast.liming, input: route6 },
  { at: `${day}T01:20`, number, act: 'transfer', by: cast.liming, input: { organ } },
  { at: `${day}T02:30`, number, act: 'receive', by: handler },
  { at: `${day}T02:40`, number, act: 'accept', by: handler },
]
const submit = (number: string, at: string, title: string, input: Performance['input'] = {}): Deed => ({
  at,
  number,
  act: 'submit',
  by: visitor,
  input: { ...filing, title, ...input },
})

/** What happens in both: eight matters with four organs, in most of the states there are. */
const innocently: readonly Deed[] = [
  submit(closed, '2026-01-05T01:00', '楼顶漏水无人修'),
  ...accept(closed, '2026-01-06', 'housing', cast.zhaoqiang),
  { at: '2026-01-20T01:00', number: closed, act: 'draft', by: cast.zhaoqiang, input: draft },
  { at: '2026-01-20T02:00', number: closed, act: 'answer', by: cast.sunli },
  { at: '2026-01-21T02:00', number: closed, act: 'serve', by: cast.zhaoqiang, input: served },
  { at: '2026-01-22T02:00', number: closed, act: 'agree', by: petitionerOf(closed) },
  { at: '2026-01-23T02:00', number: closed, act: 'close', by: cast.liming },
  submit(handling, '2026-01-05T01:01', '征收补偿没有到账'),
  ...accept(handling, '2026-01-07', 'housing', cast.zhaoqiang),
  { at: '2026-01-12T01:00', number: handling, act: 'ask', by: cast.zhaoqiang, input: { question: '账号是什么' } },
  submit(suggested, '2026-01-05T01:02', '建议增设充电桩', { kind: 'suggestion' }),
  { at: '2026-01-08T01:00', number: suggested, act: 'register', by: cast.liming, input: { kind: 'suggestion' } },
  { at: '2026-01-08T02:00', number: suggested, act: 'transfer', by: cast.liming, input: { organ: 'housing-station' } },
  { at: '2026-01-08T03:00', number: suggested, act: 'receive', by: cast.wugang },
  { at: '2026-01-08T04:00', number: suggested, act: 'accept', by: cast.wugang },
  submit(policed, '2026-01-05T01:03', '出警记录不给看'),
  ...accept(policed, '2026-01-09', 'police', cast.zhoujie),
  { ...submit(fresh, '2026-01-10T01:04', '噪声扰民'), by: cast.liming, channel: 'phone' },
  submit(sent, '2026-01-05T01:05', '物业费乱收'),
  { at: '2026-01-13T01:00', number: sent, act: 'register', by: cast.liming, input: route6 },
  { at: '2026-01-13T02:00', number: sent, act: 'transfer', by: cast.liming, input: { organ: 'housing' } },
  submit(disciplined, '2026-01-05T01:06', '对办案作风的意见'),
  ...accept(disciplined, '2026-01-14', 'discipline', cast.qianfeng),
  submit(repeat, '2026-01-15T01:07', '楼顶还在漏水'),
  { at: '2026-01-16T01:00', number: repeat, act: 'register', by: cast.liming, input: route6 },
  { at: '2026-01-16T01:30', number: repeat, act: 'linkRepeat', by: cast.liming, input: { earlier: closed } },
]

const secretly = (at: string, act: string, by: Actor, input: Performance['input'] = {}): Deed => ({
  at,
  number: hidden,
  act,
  by,
  input,
})

const accusing = {
  ...filing,
  title: '反映住建局违规发包',
  body: '住建局把工程发包给亲属的公司。',
  accusedOrgans: ['housing'],
  accusedPeople: '李明、高明、沈稽、冯远、周杰',
  category: 'housing',
}

/** A report of wrongdoing by housing and five persons, from its filing to its closing, by the petitioner of the others. */
export const accusation: readonly Deed[] = [
  { ...submit(hidden, '2026-01-06T01:15', ''), input: { ...accusing, kind: 'accusation' } },
  secretly('2026-01-07T01:15', 'register', clerk, { kind: 'accusation', category: 'housing', heads: 1 }),
  secretly('2026-01-07T01:25', 'linkRepeat', clerk, { earlier: closed }),
  secretly('2026-01-07T02:35', 'transfer', clerk, { organ: 'discipline' }),
  secretly('2026-01-08T01:30', 'receive', cast.qianfeng),
  secretly('2026-01-08T02:30', 'accept', cast.qianfeng),
  { ...secretly('2026-01-09T01:15', 'addMaterial', petitionerOf(hidden), { note: '发包合同复印件' }), files: true },
  secretly('2026-01-20T01:30', 'draft', cast.qianfeng, { facts: '属实', basis: '条例', opinion: '立案' }),
  secretly('2026-01-20T02:30', 'answerAccusation', cast.fengyan),
  secretly('2026-01-21T02:30', 'inform', cast.qianfeng, served),
  secretly('2026-01-22T02:30', 'rate', petitionerOf(hidden), {
    office: 'satisfied',
    organ: 'satisfied',
    secondFact: '0012',
  }),
  secretly('2026-01-23T02:30', 'close', clerk),
]

/** An appeal that names housing, and so is kept from it, handled elsewhere and left to run late. */
export const walledAppeal: readonly Deed[] = [
  { ...submit(hidden, '2026-01-06T01:15', ''), input: { ...accusing, accusedPeople: '沈稽', kind: 'appeal' } },
  secretly('2026-01-07T01:15', 'register', clerk, route6),
  secretly('2026-01-07T01:25', 'linkRepeat', clerk, { earlier: closed }),
  secretly('2026-01-07T02:35', 'transfer', clerk, { organ: 'police' }),
  secretly('2026-01-08T01:30', 'receive', cast.zhoujie),
  secretly('2026-01-08T02:30', 'accept', cast.zhoujie),
  secretly('2026-01-12T01:30', 'ask', cast.zhoujie, { question: '何时' }),
]

/** Seats everybody and does it all in the order of time, with what time itself does at the end. */
export async function live(store: Store, besides: readonly Deed[], today: string): Promise<void> {
  await seatCast(store)
  await store.db
    .insertInto('people')
    .values(more.map(person => ({ ...person, login: person.id, roles: JSON.stringify(person.roles), active: 1 })))
    .execute()
  const people = await store.db.selectFrom('people').select('id').execute()
  await store.db
    .insertInto('tokens')
    .values(
      people.map(({ id }) => ({ hash: tokenHash(store, id), person: id, name: 'x', created_at: '', revoked_at: null })),
    )
    .execute()
  const deeds = [...innocently, ...besides].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  for (const deed of deeds) await happens(store, deed)
  await sweep(store, today)
  await nameMessages(store)
}

/** Messages of one instant stand in the order of their names, which are random: here they are named by what they say. */
const nameMessages = ({ db }: Store) =>
  db
    .updateTable('outbox')
    .set({ id: sql`case_number || notice || to_id || params` })
    .execute()

async function happens(store: Store, { at, number, act, by, input = {}, channel = 'online', files }: Deed) {
  const uploads = files ? [{ name: '合同.txt', bytes: new TextEncoder().encode('合同') }] : []
  const on = act === 'submit' ? { procedure: 'petition', channel, number } : { number }
  const done = await perform(store, { on, act, actor: by, now: `${at}:00.000Z`, input, uploads })
  if (done.outcome !== 'done') throw new Error(`${act} ${number}: ${JSON.stringify(done)}`)
}
