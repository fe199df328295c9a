import type { Day } from '../law/day.ts'
import type { Role } from './roles.ts'

/** What a condition may read: the case as it is, never a database. */
export type CaseFacts = {
  readonly state: string
  readonly kind: string | null
  readonly route: string | null
  readonly office: string
  readonly lead: string | null
  readonly channel: string
  /** The day of recording, and the legal day of the act. */
  readonly today: Day
  readonly on: Day
  /** Fields that acts have set. */
  readonly set: Readonly<Record<string, unknown>>
  /** The last time each act was done, with who did it and what it did to which clocks. */
  readonly did: Readonly<Record<string, DoneFacts>>
  readonly deadlines: readonly DeadlineFacts[]
  readonly assignments: readonly PartFacts[]
  /** The part the act is about. */
  readonly part?: PartFacts
  /** The local rules of its session, in force on the day it was received. */
  readonly rules: Readonly<Record<string, string>>
}

export type DoneFacts = {
  readonly on: Day
  readonly seq: number
  readonly by: string
  readonly input: Readonly<Record<string, unknown>>
  readonly clocks?: readonly string[]
}

export type PartFacts = {
  readonly id: string
  readonly organ: string
  readonly role: string
  readonly state: string
  readonly sender: string | null
  readonly person: string | null
  readonly isOpen: boolean
}

export type DeadlineFacts = {
  readonly deadline: string
  /** The part it belongs to, or empty. */
  readonly part: string
  /** Whose it is, or nobody's yet. */
  readonly organ: string | null
  readonly startOn: Day
  readonly dueOn: Day
  readonly metOn: Day | null
  readonly endedOn: Day | null
  readonly lapsedOn: Day | null
  readonly extended: string | null
  readonly isOpen: boolean
}

export type ActorFacts = { readonly id: string; readonly organ: string | null; readonly roles: readonly Role[] }
