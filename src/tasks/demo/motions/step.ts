import type { PartRole } from '../../../procedures/procedure.ts'
import type { Role } from '../../../procedures/roles.ts'
import type { Chance } from '../chance.ts'
import type { Day } from '../../../law/day.ts'
import type { Fate } from './fate.ts'
import type { Motion, MotionText } from './motion.ts'

/** One act on the road of a suggestion or a proposal, so many days after the act before it. */
export type MotionStep = {
  act: string
  by: Doer
  after: number
  /** A day, or so many days after the last time another act of the road was done. */
  notBefore?: Day | { of: string; plus: number }
  input?: Record<string, unknown>
  /** Days the form asks for, so many after this act. */
  days?: Record<string, number>
  /** The part that is meant, where the doer has several to choose from. */
  part?: { roles: readonly PartRole[]; organ: string }
  /** A field that names every open part in these roles. */
  all?: { field: string; roles: readonly PartRole[] }
  /** A field that names another proposal. */
  main?: { field: string; title: string }
}

export type Doer = { role: Role; organ: string; login?: string }

export type MotionKind = 'deputy-suggestion' | 'cppcc-proposal'

/** Who was asked to sign, and what they did. */
export type CoSigner = Doer & { does: 'sign' | 'decline' | 'nothing' }

export type MotionTraveller<Text extends MotionText = Motion> = {
  kind: MotionKind
  motion: Text
  signer: Doer
  coSigners: readonly CoSigner[]
  fate: Fate
  today: Day
  luck: Chance
}

/** The organs that each answer, the lead first. */
export const answerers = ({ lead, separate }: Motion): readonly string[] => separate ?? [lead]

export const clerkOf = (kind: MotionKind): Doer => ({ role: 'clerk', organ: officeOf[kind] })
export const chiefOf = (kind: MotionKind): Doer => ({ role: 'chief', organ: officeOf[kind] })
export const handlerOf = (organ: string): Doer => ({ role: 'handler', organ })
export const directorOf = (organ: string): Doer => ({ role: 'director', organ })

const officeOf = { 'deputy-suggestion': 'congress', 'cppcc-proposal': 'cppcc' } as const
