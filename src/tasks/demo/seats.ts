import { hashPassword } from '../../accounts/password.ts'
import { selfAndAbove } from '../../accounts/organs.ts'
import type { Actor } from '../../accounts/actor.ts'
import type { Store } from '../../db/open.ts'
import type { Role } from '../../procedures/roles.ts'
import { demoCast } from './cast.ts'
import { demoCategories } from './categories.ts'
import { demoMatters } from './matters/all.ts'
import { demoProposals, demoSuggestions } from './motions/all.ts'
import { motionOrgans } from './motions/organs.ts'
import { demoDeputies, demoMembers, motionOfficials } from './motions/people.ts'
import { demoOrgans } from './organs.ts'

export type Seat = { login: string; name: string; organ: string; roles: readonly Role[] }
/** Who sits in a role in an organ. */
export type Seats = { all: readonly Seat[]; sitting: (organ: string, role: Role, login?: string) => Actor }

/** Puts organs, people and categories into an empty store; everyone signs in with the one password. */
export async function seatDistrict(store: Store, password: string, now: string): Promise<Seats> {
  const all = [...named, ...others()]
  const organs = everyOrgan.map(organ => ({ takes_accusations: 0, ...organ, path: pathOf(organ.id), active: 1 }))
  const names = everyOrgan.map(({ id, zh, en }) => ({ organ: id, zh, en, from_day: '2000-01-01' }))
  const people = all.map(seat => ({ ...seat, id: seat.login, roles: JSON.stringify(seat.roles), active: 1 }))
  const hash = await hashPassword(password)
  await store.db.transaction().execute(async trx => {
    await trx.insertInto('organs').values(organs).execute()
    await trx.insertInto('organ_names').values(names).execute()
    await trx
      .insertInto('categories')
      .values(demoCategories.map(category => ({ ...category, active: 1 })))
      .execute()
    await trx
      .insertInto('people')
      .values(people.map(({ id, login, name, organ, roles, active }) => ({ id, login, name, organ, roles, active })))
      .execute()
    await trx
      .insertInto('credentials')
      .values(
        people.map(({ id }) => ({
          person: id,
          hash,
          must_change: 0,
          changed_at: now,
          failures: 0,
          locked_until: null,
        })),
      )
      .execute()
  })
  return { all, sitting: (organ, role, login) => actorOf(sittingIn(all, organ, role, login)) }
}

const named: readonly Seat[] = [...demoCast, ...motionOfficials, ...demoDeputies, ...demoMembers]
const everyOrgan = [...demoOrgans, ...motionOrgans]

/** Organs that handle a matter and have nobody in the cast get a handler and a director of their own. */
function others(): Seat[] {
  const motions = [...demoSuggestions, ...demoProposals]
  const handling = [
    ...demoMatters.map(matter => matter.organ),
    ...motions.flatMap(({ lead, coHandlers = [], separate = [] }) => [lead, ...coHandlers, ...separate]),
  ]
  const wanted = [...new Set(handling)].sort().flatMap(organ => [
    { organ, role: 'handler' as const },
    { organ, role: 'director' as const },
  ])
  return wanted
    .filter(({ organ, role }) => !named.some(seat => seat.organ === organ && includes(seat.roles, role)))
    .map(({ organ, role }, i) => ({ login: `${role}.${organ}`, name: nameOf(i), organ, roles: [role] }))
}

const includes = (roles: readonly Role[], role: Role) => roles.includes(role)

const nameOf = (i: number) => `${family[i % family.length] ?? ''}${given[Math.floor(i / 3) % given.length] ?? ''}`
// prettier-ignore
const family = ['卢', '汪', '田', '任', '姜', '范', '方', '石', '廖', '邹', '熊', '金', '陆', '孔', '白', '崔', '毛', '邱', '秦', '江', '史', '顾', '侯', '邵', '孟', '龙', '万', '段', '雷']
// prettier-ignore
const given = ['雨晴', '卫东', '思远', '静怡', '向阳', '明哲', '若兰', '云飞', '佳宁', '振华', '书涵', '立群', '晓峰', '安然', '子昂', '慧敏']

function sittingIn(all: readonly Seat[], organ: string, role: Role, login?: string): Seat {
  const sits = (seat: Seat) => seat.organ === organ && seat.roles.includes(role)
  const seat = all.find(seat => sits(seat) && (login === undefined || seat.login === login))
  if (!seat) throw new Error(`Nobody is ${role} in ${organ}`)
  return seat
}

const actorOf = ({ login, name, organ, roles }: Seat): Actor => ({
  id: login,
  name,
  organ,
  organs: selfAndAbove({ path: pathOf(organ) }),
  roles,
})

function pathOf(id: string): string {
  const parent = parentOf(id)
  return parent === null ? `/${id}/` : `${pathOf(parent)}${id}/`
}

export const parentOf = (id: string): string | null => everyOrgan.find(organ => organ.id === id)?.parent ?? null
