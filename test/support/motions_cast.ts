import type { Actor } from '../../src/accounts/actor.ts'
import { selfAndAbove } from '../../src/accounts/organs.ts'
import { openSession } from '../../src/accounts/term_changes.ts'
import { system } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import type { Role } from '../../src/procedures/roles.ts'
import { seatCast } from './cast.ts'

/** Who signs suggestions and proposals, and who takes them in: beside the named cast, where a test is about them. */
// prettier-ignore
const organs = [
  { id: 'congress', kind: 'congress', parent: 'city-petition-office', zh: '望江区人大常委会', en: 'District People’s Congress' },
  { id: 'delegation', kind: 'delegation', parent: 'congress', zh: '石桥代表团', en: 'Shiqiao Delegation' },
  { id: 'cppcc', kind: 'cppcc', parent: 'city-petition-office', zh: '望江区政协', en: 'District CPPCC' },
  { id: 'sector', kind: 'sector', parent: 'cppcc', zh: '教育界', en: 'Education Sector' },
  { id: 'street', kind: 'street', parent: 'district', zh: '石桥街道办事处', en: 'Shiqiao Street Office' },
] as const

// prettier-ignore
const people = [
  { id: 'daihong', name: '代红', organ: 'delegation', roles: ['deputy'] },
  { id: 'dengyu', name: '邓宇', organ: 'delegation', roles: ['deputy'] },
  { id: 'duanfei', name: '段飞', organ: 'delegation', roles: ['deputy', 'convener'] },
  { id: 'weiyuan', name: '魏源', organ: 'sector', roles: ['member'] },
  { id: 'weihan', name: '韦涵', organ: 'sector', roles: ['member'] },
  { id: 'weijun', name: '卫军', organ: 'sector', roles: ['member', 'convener'] },
  { id: 'lichen', name: '黎晨', organ: 'congress', roles: ['clerk'] },
  { id: 'wumin', name: '吴敏', organ: 'congress', roles: ['chief'] },
  { id: 'xuping', name: '徐平', organ: 'cppcc', roles: ['clerk'] },
  { id: 'luqing', name: '陆青', organ: 'cppcc', roles: ['chief'] },
  { id: 'qinling', name: '秦岭', organ: 'police', roles: ['director'] },
  { id: 'hanbing', name: '韩冰', organ: 'street', roles: ['handler', 'coHandler'] },
  { id: 'haolan', name: '郝兰', organ: 'street', roles: ['director'] },
] as const satisfies readonly { id: string; name: string; organ: string; roles: readonly Role[] }[]

export type MotionName = (typeof people)[number]['id']

/** The whole cast, with both sessions open: the congress's from January 2026, the CPPCC's from October 2025. */
export async function seatMotions(store: Store): Promise<void> {
  await seatCast(store)
  const rows = organs.map(organ => ({ ...organ, path: pathOf(organ.id), active: 1, takes_accusations: 0 }))
  await store.db.insertInto('organs').values(rows).execute()
  await store.db
    .insertInto('organ_names')
    .values(organs.map(({ id, zh, en }) => ({ organ: id, zh, en, from_day: '2000-01-01' })))
    .execute()
  await store.db
    .insertInto('people')
    .values(people.map(person => ({ ...person, login: person.id, roles: JSON.stringify(person.roles), active: 1 })))
    .execute()
  const by = { actor: system, now: '2025-09-01T02:00:00.000Z' }
  for (const session of sessions) await openSession(store, by, { ...session, copyOf: null })
}

// prettier-ignore
const sessions = [
  { procedure: 'deputy-suggestion', term: 18, session: 5, zh: '区十八届人大五次会议', en: 'Fifth session of the eighteenth congress', from: '2026-01-01', cutoff: '2026-01-31' },
  { procedure: 'cppcc-proposal', term: 13, session: 5, zh: '区政协十三届五次会议', en: 'Fifth plenary of the thirteenth CPPCC', from: '2025-10-01', cutoff: '2026-01-31' },
]

const parents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(organs.map(({ id, parent }) => [id, parent])),
  ...{ district: 'city-petition-office', police: 'district', housing: 'district' },
}
const pathOf = (id: string): string => (parents[id] ? `${pathOf(parents[id])}${id}/` : `/${id}/`)

const found = (id: MotionName): Actor => {
  const person = people.find(person => person.id === id)
  if (!person) throw new Error(id)
  return { ...person, organs: selfAndAbove({ path: pathOf(person.organ) }) }
}

// prettier-ignore
export const signers: Record<MotionName, Actor> = {
  daihong: found('daihong'), dengyu: found('dengyu'), duanfei: found('duanfei'), weiyuan: found('weiyuan'), weihan: found('weihan'),
  weijun: found('weijun'), lichen: found('lichen'), wumin: found('wumin'), xuping: found('xuping'), luqing: found('luqing'),
  qinling: found('qinling'), hanbing: found('hanbing'), haolan: found('haolan'),
}
