import type { Role } from '../../procedures/roles.ts'
import type { Chance } from './chance.ts'
import { withEpisodes } from './episodes.ts'
import { filed, registered } from './filed.ts'
import { handled, redone } from './handled.ts'
import type { Matter } from './matter.ts'
import type { Petitioner } from './petitioners.ts'
import { reviewed } from './reviewed.ts'
import { isTurnedAway, turnedAway } from './turned_away.ts'
import type { Wish } from './wish.ts'

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
