import type { Role } from '../../procedures/roles.ts'
import type { Chance } from './chance.ts'
import type { Matter } from './matter.ts'
import type { Petitioner } from './petitioners.ts'
import { handled, redone, turnedAway } from './handled.ts'
import { reviewed } from './reviewed.ts'

/** One act on a matter's road: who does it, where, and how many days after the act before. */
export type Step = {
  act: string
  by: Role
  /** Where an official sits; the petition office where nothing is said. */
  organ?: string
  after: number
  input?: Record<string, unknown>
  /** So many days lie between the act and its recording. */
  recordedLater?: number
}

/** What is to become of a matter, where chance is not to choose. */
export type Wish = {
  /** The road ends with this act, done so many days ago. */
  last?: { act: string; ago: number }
  objects?: 'agreeReturn' | 'designate' | 'takeBack'
  extends?: true
  asks?: true
  sendsBack?: true
  review?: 'reviewUphold' | 'reviewChange' | 'reviewRevoke'
  reReview?: 'reReviewUphold' | 'reReviewChange' | 'reReviewRevoke'
  agrees?: true
  withdraws?: true
  reopens?: true
  isLate?: true
  isRecordedLate?: true
}

export type Traveller = { matter: Matter; person: Petitioner; office: string; wish: Wish; luck: Chance }

/** The whole road of a matter, from its filing to as far as it would go. */
export function roadOf(traveller: Traveller): Step[] {
  const steps = [
    filed(traveller),
    registered(traveller),
    ...(isTurnedAway(traveller.matter) ? turnedAway(traveller) : onward(traveller)),
  ]
  const { last } = traveller.wish
  const end = last ? steps.findIndex(step => step.act === last.act) : -1
  if (last && end === -1) throw new Error(`“${traveller.matter.title}” never comes to ${last.act}`)
  return last ? steps.slice(0, end + 1) : steps
}

const onward = (traveller: Traveller): Step[] => [
  ...handled(traveller),
  ...(traveller.wish.review ? reviewed(traveller) : []),
  ...(traveller.wish.reopens ? redone(traveller) : []),
]

export const isTurnedAway = ({ refusalGround, route }: Matter): boolean =>
  refusalGround !== undefined || (route !== undefined && Number(route) <= 4)

function filed({ matter, person, office }: Traveller): Step {
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
      ...person,
      ...(matter.demands.length > 0 && { demands: matter.demands.map(({ text }) => text) }),
      ...(matter.accused !== undefined && { accusedOrgans: [matter.accused] }),
      ...(matter.heads !== undefined && { heads: matter.heads }),
    },
  }
}

function registered({ matter, office, wish, luck }: Traveller): Step {
  return {
    act: 'register',
    by: 'clerk',
    organ: office,
    after: wish.isLate && luck.in100(40) ? luck.between(16, 19) : luck.between(0, 4),
    ...(wish.isRecordedLate && { recordedLater: luck.between(2, 4) }),
    input: {
      kind: matter.kind,
      category: matter.category,
      ...(matter.route !== undefined && { route: matter.route }),
      ...(matter.heads !== undefined && { heads: matter.heads, representatives: Math.min(matter.heads, 5) }),
    },
  }
}
