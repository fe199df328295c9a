import type { z } from 'zod'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { ActorFacts, CaseFacts } from './facts.ts'
import type { Deadline } from './deadline.ts'
import type { Parameter } from './parameter.ts'
import type { Role } from './roles.ts'
import type { Citation } from './statutes.ts'

/**
 * The vocabulary. A procedure is a table a lawyer can read: states say whom they await, acts who may do them from
 * where to where under which article, deadlines what they run from and what meets them. `defineProcedure` (define.ts)
 * refuses at compile time, on the offending line, what does not hang together.
 */
export type Procedure = {
  id: string
  title: Text
  /** Edition: a case keeps the one it was opened under. */
  version: string
  inForce: { from: Day; to?: Day }
  /** The letters a case number begins with. */
  prefix: string
  /** The sort of organ that takes such matters in. */
  office: Office
  /** The local rules that say how such matters are numbered within a term and session, in session and between sessions. */
  numbered?: { session: string; between: string }
  /** The matter's kinds, and which of them is walled off (条例 30). */
  kinds: Readonly<Record<string, { title: Text; restricted?: true }>>
  routes: Readonly<Record<string, { title: Text; cites: Citation }>>
  states: Readonly<Record<string, State>>
  assignmentStates: Readonly<Record<string, AssignmentState>>
  parameters: Readonly<Record<string, Parameter>>
  acts: Readonly<Record<string, Act>>
  deadlines: Readonly<Record<string, Deadline>>
  /** How far a matter has come, and each answering organ with its part: counted on the day it begins or ceases to be so. */
  milestones?: Readonly<Record<string, Milestone>>
  partMilestones?: Readonly<Record<string, Milestone>>
  /** What a part counts as, by the kind of its line: one is written when the word begins or ceases to be so. */
  partWords?: Readonly<Record<string, PartWord>>
}

export type Office = 'petition-office' | 'congress' | 'cppcc'

/** Never depends on the day it is asked, nor on local rules: the log alone decides it. */
export type Milestone = { title: Text; holds: (facts: CaseFacts) => boolean }

/** A word for a part in one of these roles, or none; the log alone decides it, as it does a milestone. */
export type PartWord = { of: readonly string[]; says: (facts: CaseFacts) => string | undefined }

export type State = AwaitingState | FinalState
export type AwaitingState = {
  title: Text
  awaits: Role
  /** Where it waits, if not where such a person sits. */
  at?: 'superior'
  /** Only its signers see it yet. */
  drafted?: true
  /** It waits where the part of the lead waits. */
  byParts?: true
  /** One sentence for the person concerned: who has it and what comes next. */
  next: Text
}
export type FinalState = { title: Text; final: 'closed' | 'otherwise'; drafted?: true; next: Text }
export type AssignmentState = { title: Text; awaits: Role } | { title: Text; final: true }

export type Act = {
  title: Text
  by: Role | readonly Role[]
  /** Acts on a case move the case; acts on an assignment move one organ's part of it: its own, or one it gave out. */
  on?: 'assignment'
  part?: PartRole | readonly PartRole[]
  /** `any`: of whatever organ; who may do it is then for the role's own seat to say. */
  whose?: 'own' | 'given' | 'any'
  /** The organ that must act, if not the one the role sits in. */
  at?: 'superior'
  /** `anyOpen`: every state that is not final; `any`: those too, for acts that keep the state. */
  from: 'start' | 'anyOpen' | 'any' | string | readonly string[]
  to: 'same' | string
  /** Where this holds of it as it was, it moves there instead. */
  otherwise?: { to: string; when: Condition }
  /** Where it was the last of its kind that was missing, the case moves on with it. */
  completes?: { from: string; to: string; when: Condition }
  cites: Citation | readonly Citation[]
  when?: Condition | readonly Condition[]
  form?: z.ZodObject
  /** Other forms of the same act, by the value a local rule had on the day the matter was received. */
  forms?: { by: string; of: Readonly<Record<string, z.ZodObject>> }
  /** What must be in evidence before this act; shown as a task list. */
  needs?: readonly Condition[]
  /** What happened, in one sentence, with placeholders such as {lead}, {organ}, {due:handling}, {field:route}. */
  says: Text
  /** Written fields the petitioner may read; everything else written is for officials. */
  open?: readonly string[]
  /** Not a step on the petitioner's timeline. */
  inner?: true
  /** The act whose words this act issues: a draft, once signed. */
  issues?: string
  /** Messages to people; receiver and sender are those of the part the act is about. */
  tells?: Partial<Record<Told, Text>>
  /** Form fields that become facts of the case. */
  sets?: readonly string[]
  /** Fields remembered under another name, so that what stood before is known: new name, field. */
  copies?: Readonly<Record<string, string>>
  /** Gives an organ a part in the matter; of lead, sole, reviewer and superior there is one at a time. */
  assigns?: Assigns | readonly Assigns[]
  /** The matter goes to another petition office, or back to the one that sent it. */
  moves?: 'down' | 'back'
  /** Moves the actor's own assignment to this state. */
  assignment?: string
  /** Moves every open part in these roles, or those that a field of the form names. */
  parts?: readonly PartsMove[]
  /** The draft becomes a matter: received on this day, in the batch of the session it falls in. */
  submits?: true
  /** Only once the case that an earlier act named stands in one of these states. */
  follows?: {
    act: string
    field: string
    in: readonly string[]
    because: Text
    /** What it repeats of that one: the organ in `organ` did the act `of` there, with these fields as they are here. */
    repeats?: { of: string; organ: string; fields: readonly string[] }
  }
  /** Gives it its number in the series of its session. */
  numbers?: true
  /** Makes what was answered public, or takes it back. */
  publishes?: 'yes' | 'no'
  /** Where it completes, nobody leads the matter any more. */
  returns?: true
  /** Ends every open assignment. */
  releases?: true
  /** Form fields naming who must not learn of it: `staff`, officials the actor decides on; `self`, whoever does the act. */
  walls?: { organs?: string; people?: string; staff?: true; self?: true }
  /** Whose data the form's personal fields are; the petitioner's if not said. Fields not filled in stay as they were. */
  party?: 'petitioner' | 'agent' | 'representatives'
  /** After this act whoever it names speaks for the petitioner no longer. */
  endsParty?: 'agent'
  /** Gives out a new query code, and the old one is void. */
  renewsCode?: true
  /** Puts right the legal day of an earlier act, or a field it set: the old lines are taken back, the right ones counted. */
  corrects?: true
  /** This act answers the matter. */
  answers?: true
  /** This act voids the answer, or the ending, that stood. */
  voids?: true
  /** Form fields holding ratings, by rated body. */
  rates?: Readonly<Record<string, string>>
  /** Marks the case, on the day it was received, with what the form field names; or takes that mark back. */
  counts?: { kind: Mark; sign: 1; about: string } | { kind: Mark; sign: -1 }
  /** Counted each time it is done; apart by what this form field says. */
  tallies?: true | string
  /** The official letter this act issues. */
  document?: Text
}

/** `organs`: every organ with an open part in it; `copied`: those the act copies it to. */
export type Told =
  'petitioner' | 'office' | 'lead' | 'reviewer' | 'receiver' | 'sender' | 'signers' | 'organs' | 'copied'

export type PartRole =
  | 'signer'
  | 'cosigner'
  | 'sole'
  | 'lead'
  | 'co-handler'
  | 'separate'
  | 'reviewer'
  | 'superior'
  | 'hop'
  | 'supervision'
  | 'proposal'
  | 'instruction'
  | 'charge'
  | 'outcome'
  | 'copied'

/** The parts of people, not of organs: whoever signs a suggestion or a proposal. */
export const personalRoles: readonly PartRole[] = ['signer', 'cosigner']
/** The parts of the organs that must answer. */
export const answeringRoles: readonly PartRole[] = ['sole', 'lead', 'separate']

export type PartsMove = {
  role: PartRole | readonly PartRole[]
  from?: string | readonly string[]
  /** As it is, if not said. */
  to?: string
  /** The field that names the parts meant; every one if not said. */
  named?: string
  /** What each part that is named must meet; its reason stands beside the field. */
  each?: Condition
  /** What the part is from now on. */
  becomes?: PartRole
  /** Only what the organ has that does the act, or whose part the act is about. */
  own?: true | 'receiver'
}

/**
 * Whom: the organ in the form's field `organ`, the leader in its field `leader`, the lead (or the office while there is
 * none), or the common superior of the organs in its field `organs`. A review goes one level up by itself. `field`:
 * everyone that field names, be it organs or people; `self`: whoever does the act; `handlers`: every organ that must answer. `when` judges the case as it was.
 */
export type Assigns = {
  role: PartRole
  state: string
  to?: 'lead' | 'leader' | 'superior' | 'self' | 'handlers' | { field: string }
  /** Whoever does the act gives it and hears back, if it is not said that the office does. */
  from?: 'office'
  when?: Condition
  /** Only where this field was filled in, or was not. */
  if?: string
  unless?: string
  /** Whoever has an open part in this role has this one instead; that one ends so. */
  insteadOf?: { role: PartRole; to: string }
}

/** What is found out about a case and counted from its first day: that it repeats an earlier one. */
export type Mark = 'repeat'

/** `holds` reads the case as projected; `because` is said when it does not hold. */
export type Condition = {
  title: Text
  because: Text
  cites: Citation
  holds: (facts: CaseFacts, actor: ActorFacts) => boolean
}

/** The act of that name, if the table itself has one: the name may come from anywhere. */
export const actNamed = (procedure: Procedure, act: string): Act | undefined =>
  Object.hasOwn(procedure.acts, act) ? procedure.acts[act] : undefined

/** Every field an act may have asked for, under whatever rule. */
export const shapeOf = ({ form, forms }: Act) => ({
  ...Object.assign({}, ...Object.values(forms?.of ?? {}).map(({ shape }) => shape)),
  ...form?.shape,
})

/** A mention written alone or as a list, as a list. */
export const oneOrMore = <T>(value: T | readonly T[]): readonly T[] => (isList(value) ? value : [value])

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value)
