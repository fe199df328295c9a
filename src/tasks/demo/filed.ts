import type { Matter } from './matter.ts'
import { demoOrgans } from './organs.ts'
import { nameOf } from './petitioners.ts'
import type { Step, Traveller } from './road.ts'

/** What the petitioner brings, online by themselves and otherwise through the clerk. */
export function filed({ matter, person, office, wish }: Traveller): Step {
  const isOnline = matter.channel === 'online'
  return {
    act: 'submit',
    by: isOnline ? 'petitioner' : 'clerk',
    organ: office,
    after: 0,
    input: {
      kind: matter.kind,
      title: matter.title,
      body: matter.body,
      category: matter.category,
      ...placeOf(matter),
      ...(wish.isAnonymous ? {} : person),
      ...(wish.isConfidential && { confidential: true }),
      ...(matter.demands.length > 0 && { demands: matter.demands.map(({ text }) => text) }),
      ...(matter.accused !== undefined && { accusedOrgans: [matter.accused] }),
      ...(matter.heads !== undefined && { heads: matter.heads }),
    },
  }
}

export function registered(traveller: Traveller): Step {
  const { matter, office, wish, luck } = traveller
  const { kind, route } = wish.registeredAs ?? matter
  return {
    act: 'register',
    by: 'clerk',
    organ: office,
    after: wish.isLate && luck.in100(40) ? luck.between(16, 19) : matter.urgent ? 0 : luck.between(0, 4),
    ...(wish.isRecordedLate && { recordedLater: luck.between(2, 4) }),
    input: {
      kind,
      category: matter.category,
      ...placeOf(matter),
      ...(route !== undefined && { route }),
      ...(matter.urgent && { urgent: true }),
      ...came(traveller),
    },
  }
}

/** The street or township a matter names first; many name none. */
function placeOf({ title, body, organ }: Matter): { place?: string } {
  const said = `${title}${body}`
  const named = streets
    .filter(({ name }) => said.includes(name))
    .sort((a, b) => said.indexOf(a.name) - said.indexOf(b.name))
  const place = named[0]?.id ?? streets.find(({ id }) => id === organ)?.id
  return place === undefined ? {} : { place }
}

const streets = demoOrgans
  .filter(({ kind }) => kind === 'street')
  .map(({ id, zh }) => ({ id, name: zh.replace(/(街道办事处|镇人民政府)$/, '') }))

/** Five at most speak for those who came (art. 20). */
function came({ matter: { heads }, luck }: Traveller) {
  if (heads === undefined) return {}
  const representatives = Math.min(heads, 5)
  const names = heads > 5 && Array.from({ length: representatives }, () => nameOf(luck))
  return { heads, representatives, ...(names && { representativeNames: names }) }
}
