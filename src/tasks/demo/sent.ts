import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'
import { parentOf } from './seats.ts'

/** By which way a matter comes to the organ, where it is not simply transferred. */
export type Sending =
  'handOver' | 'rejected' | 'late' | 'below' | 'disputed' | 'leaderDecides' | 'city' | 'cityReturned'

const district = 'petition-office'

/** The office that has a matter from its registration on: what the city hands down, the district's. */
export const officeAfter = ({ office, wish }: Pick<Traveller, 'office' | 'wish'>): string =>
  wish.sends === 'city' || wish.sends === 'cityReturned' ? district : office

/** From the registration to the organ's receipt. */
export function sent(traveller: Traveller): Step[] {
  const { matter, office, wish } = traveller
  const parent = parentOf(matter.organ) ?? ''
  switch (wish.sends) {
    case 'handOver':
    case 'rejected':
      return handedOver(traveller, matter.organ, 75)
    case 'late':
      return handedOver(traveller, matter.organ, 20)
    case 'below':
      return [...handedOver(traveller, parent, 80), ...passedDown(traveller, parent)]
    case 'disputed':
    case 'leaderDecides':
      return disputed(traveller)
    case 'city':
      return [...handedDown(office), ...handedOver(traveller, matter.organ, 75)]
    case 'cityReturned':
      return [...returnedUp(office), ...handedDown(office), ...handedOver(traveller, matter.organ, 75)]
    default:
      return wish.objects ? objected(traveller) : transferred(traveller, matter.organ)
  }
}

function transferred({ office, luck }: Traveller, organ: string): Step[] {
  return [
    { act: 'transfer', by: 'clerk', organ: office, after: luck.between(0, 2), input: { organ } },
    { act: 'receive', by: 'handler', organ, after: luck.between(0, 4) },
  ]
}

function handedOver(traveller: Traveller, organ: string, within: number): Step[] {
  const { luck } = traveller
  const hand: Step = {
    act: 'handOver',
    by: 'clerk',
    organ: officeAfter(traveller),
    after: luck.between(0, 2),
    input: { organ, note: said.handingOver },
    days: { reportBy: within },
  }
  return [hand, { act: 'receive', by: 'handler', organ, after: luck.between(0, 3) }]
}

function passedDown({ matter: { organ }, luck }: Traveller, parent: string): Step[] {
  const pass: Step = {
    act: 'passDown',
    by: 'handler',
    organ: parent,
    after: luck.between(1, 3),
    input: { organ, note: said.passingDown },
    days: { reportBy: 70 },
  }
  return [pass, { act: 'receive', by: 'handler', organ, after: 1 }]
}

const handedDown = (office: string): Step[] => [
  handDown(office),
  { act: 'receiveDown', by: 'clerk', organ: district, after: 1 },
]

const returnedUp = (office: string): Step[] => [
  handDown(office),
  { act: 'returnUp', by: 'clerk', organ: district, after: 1, input: { reason: said.returningUp } },
]

const handDown = (office: string): Step => ({
  act: 'handDown',
  by: 'clerk',
  organ: office,
  after: 1,
  input: { organ: district, note: said.handingDown },
  days: { reportBy: 85 },
})

function disputed({ matter, office, wish, luck }: Traveller): Step[] {
  const organs = [matter.organ, wrongOrgan(matter.organ)]
  const by = wish.sends === 'leaderDecides' ? 'leader' : 'reviewer'
  const after = luck.between(2, 5)
  const decision = { organ: matter.organ, reason: said.deciding }
  return [
    { act: 'refer', by: 'clerk', organ: office, after: 1, input: { organs, reason: said.referring } },
    { act: 'decideCompetence', by, organ: 'district-government', after, input: decision },
    { act: 'receive', by: 'handler', organ: matter.organ, after: 1 },
  ]
}

function objected(traveller: Traveller): Step[] {
  const { matter, office, wish, luck } = traveller
  const objection = (organ: string): Step => ({
    act: 'object',
    by: 'handler',
    organ,
    after: luck.between(1, 2),
    input: { reason: said.objection },
  })
  const answer = { by: 'clerk', organ: office, after: luck.between(1, 3) } as const
  const wrong = wrongOrgan(matter.organ)
  if (wish.objects === 'designate')
    return [
      ...transferred(traveller, matter.organ),
      objection(matter.organ),
      { ...answer, act: 'designate', input: { reason: said.designation } },
    ]
  const back: Step[] =
    wish.objects === 'takeBack'
      ? [{ ...answer, act: 'takeBack', input: { reason: said.takingBack } }]
      : [objection(wrong), { ...answer, act: 'agreeReturn', input: { reason: said.returning } }]
  return [...transferred(traveller, wrong), ...back, ...transferred(traveller, matter.organ)]
}

export const wrongOrgan = (right: string) =>
  right === 'urban-management-bureau' ? 'housing-bureau' : 'urban-management-bureau'
