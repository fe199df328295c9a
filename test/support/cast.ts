import { selfAndAbove } from '../../src/accounts/organs.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import type { Role } from '../../src/procedures/roles.ts'

/** The named cast: 王芳 petitions, 李明 registers, 赵强 handles, 孙丽 directs, 周杰 is a stranger. */
// prettier-ignore
const organs = [
  { id: 'city-petition-office', kind: 'superior', parent: null, zh: '江州市信访局', en: 'Jiangzhou City Petition Office' },
  { id: 'district', kind: 'government', parent: 'city-petition-office', zh: '望江区人民政府', en: 'Wangjiang District Government' },
  { id: 'petition-office', kind: 'petition-office', parent: 'district', zh: '望江区信访局', en: 'Wangjiang District Petition Office' },
  { id: 'housing', kind: 'department', parent: 'district', zh: '望江区住房和城乡建设局', en: 'Housing Bureau' },
  { id: 'housing-station', kind: 'station', parent: 'housing', zh: '望江区房屋征收站', en: 'Housing Levy Station' },
  { id: 'police', kind: 'department', parent: 'district', zh: '望江区公安分局', en: 'Police Bureau' },
  { id: 'discipline', kind: 'discipline', parent: 'district', zh: '望江区纪委监委', en: 'Discipline Inspection' },
] as const

// prettier-ignore
const people = [
  { id: 'liming', name: '李明', organ: 'petition-office', roles: ['clerk'] },
  { id: 'chenjing', name: '陈静', organ: 'petition-office', roles: ['chief'] },
  { id: 'zhaoqiang', name: '赵强', organ: 'housing', roles: ['handler'] },
  { id: 'sunli', name: '孙丽', organ: 'housing', roles: ['director'] },
  { id: 'wugang', name: '吴刚', organ: 'housing-station', roles: ['handler'] },
  { id: 'zhoujie', name: '周杰', organ: 'police', roles: ['handler'] },
  { id: 'qianfeng', name: '钱锋', organ: 'discipline', roles: ['handler'] },
  { id: 'fengyan', name: '冯岩', organ: 'discipline', roles: ['director'] },
  { id: 'hemei', name: '何梅', organ: 'district', roles: ['reviewer'] },
  { id: 'lincheng', name: '林成', organ: 'district', roles: ['leader'] },
  { id: 'tangtong', name: '唐统', organ: 'petition-office', roles: ['statistician'] },
  { id: 'mawei', name: '马伟', organ: 'district', roles: ['system-admin'] },
  { id: 'shenji', name: '沈稽', organ: 'district', roles: ['security-auditor'] },
  { id: 'guanli', name: '关力', organ: 'housing', roles: ['unit-admin'] },
  { id: 'citychen', name: '程市', organ: 'city-petition-office', roles: ['clerk', 'reviewer'] },
  { id: 'zhengzhan', name: '郑站', organ: 'housing-station', roles: ['director'] },
  { id: 'dingdu', name: '丁督', organ: 'district', roles: ['supervisor'] },
  { id: 'luofan', name: '罗帆', organ: 'district', roles: ['leader'] },
] as const satisfies readonly { id: string; name: string; organ: (typeof organs)[number]['id']; roles: readonly Role[] }[]

export type CastName = (typeof people)[number]['id']

/** Puts the cast's organs and people into the store, and gives the people as actors. */
export async function seatCast(store: Store): Promise<Record<CastName, Actor>> {
  const rows = organs.map(organ => ({ ...organ, path: pathOf(organ.id), active: 1, takes_accusations: 0 }))
  await store.db.insertInto('organs').values(rows).execute()
  await store.db
    .insertInto('organ_names')
    .values(organs.map(({ id, zh, en }) => ({ organ: id, zh, en, from_day: '2000-01-01' })))
    .execute()
  await store.db.insertInto('categories').values({ id: 'housing', zh: '住房', en: 'Housing', active: 1 }).execute()
  await store.db
    .insertInto('people')
    .values(people.map(person => ({ ...person, login: person.id, roles: JSON.stringify(person.roles), active: 1 })))
    .execute()
  return cast
}

const pathOf = (id: string): string => {
  const organ = organs.find(organ => organ.id === id)
  return organ?.parent ? `${pathOf(organ.parent)}${id}/` : `/${id}/`
}

const actorOf = ({ id, name, organ, roles }: (typeof people)[number]): Actor => ({
  id,
  name,
  organ,
  roles,
  organs: selfAndAbove({ path: pathOf(organ) }),
})

const found = (id: CastName): Actor => {
  const person = people.find(person => person.id === id)
  if (!person) throw new Error(id)
  return actorOf(person)
}

// prettier-ignore
export const cast: Record<CastName, Actor> = {
  liming: found('liming'), chenjing: found('chenjing'), zhaoqiang: found('zhaoqiang'), sunli: found('sunli'), wugang: found('wugang'),
  zhoujie: found('zhoujie'), qianfeng: found('qianfeng'), fengyan: found('fengyan'), hemei: found('hemei'), lincheng: found('lincheng'),
  tangtong: found('tangtong'), mawei: found('mawei'), shenji: found('shenji'), guanli: found('guanli'), citychen: found('citychen'),
  zhengzhan: found('zhengzhan'), dingdu: found('dingdu'), luofan: found('luofan'),
}
