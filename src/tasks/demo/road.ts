import type { Role } from '../../procedures/roles.ts'
import type { Chance } from './chance.ts'
import type { EpisodeName } from './episode.ts'
import { withEpisodes } from './episodes.ts'
import { handled, redone, turnedAway } from './handled.ts'
import type { Matter } from './matter.ts'
import type { Petitioner } from './petitioners.ts'
import { filed, registered } from './filed.ts'
import { reviewed } from './reviewed.ts'
import type { Sending } from './sent.ts'

/** One act on a matter's road: who does it, where, and how many days after the act before. */
export type Step = {
  act: string
  by: Role
  /** Where an official sits; the petition office where nothing is said. */
  organ?: string
  /** The login of whoever does it, where it is not just anyone in that role. */
  who?: string
  after: number
  input?: Record<string, unknown>
  /** Days the form asks for: so many after this act, or after another one of the road. */
  days?: Record<string, number | { of: string; plus: number }>
  /** So many days lie between the act and its recording. */
  recordedLater?: number
}

/** What is to become of a matter, where chance is not to choose. */
export type Wish = {
  /** The road ends with this act, done so many days ago. */
  last?: { act: string; ago: number }
  sends?: Sending
  objects?: 'agreeReturn' | 'designate' | 'takeBack'
  /** What happens besides. */
  meanwhile?: readonly EpisodeName[]
  registeredAs?: Pick<Matter, 'kind' | 'route'>
  isConfidential?: true
  isAnonymous?: true
  extends?: true
  asks?: true
  sendsBack?: true
  review?: 'reviewUphold' | 'reviewChange' | 'reviewRevoke'
  /** The organ that would review it must stand aside. */
  isMovedUp?: true
  reReview?: 'reReviewUphold' | 'reReviewChange' | 'reReviewRevoke'
  /** Where nothing is said, chance decides. */
  agrees?: boolean
  withdraws?: true
  reopens?: true
  isLate?: true
  isRecordedLate?: true
}

export type Traveller = { matter: Matter; person: Petitioner; office: string; wish: Wish; luck: Chance }

/** The whole road of a matter, from its filing to as far as it would go. */
export function roadOf(traveller: Traveller): Step[] {
  const steps = withEpisodes(traveller, [
    filed(traveller),
    registered(traveller),
    ...(isTurnedAway(traveller.matter) ? turnedAway(traveller) : onward(traveller)),
  ])
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
