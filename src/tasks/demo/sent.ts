import { disputed, objected, transferred } from './objected.ts'
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
