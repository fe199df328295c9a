import type { z } from 'zod'
import type { Day } from '../law/day.ts'
import type { Term } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import type { ActorFacts, CaseFacts } from './facts.ts'
import type { Role } from './roles.ts'
import type { Citation } from './statutes.ts'

/**
 * The vocabulary. A procedure is a table a lawyer can read: states say whom they await, acts who may do them from
 * where to where under which article, deadlines what they run from and what meets them. `defineProcedure` refuses
 * at compile time, on the offending line, what does not hang together.
 */
export type Procedure = {
  id: string
  title: Text
  /** Edition: a case keeps the one it was opened under. */
  version: string
  inForce: { from: Day; to?: Day }
  /** The letters a case number begins with. */
  prefix: string
  /** The matter's kinds, and which of them is walled off (条例 30). */
  kinds: Readonly<Record<string, { title: Text; restricted?: true }>>
  routes: Readonly<Record<string, { title: Text; cites: Citation }>>
  states: Readonly<Record<string, State>>
  assignmentStates: Readonly<Record<string, AssignmentState>>
  parameters: Readonly<Record<string, Parameter>>
  acts: Readonly<Record<string, Act>>
  deadlines: Readonly<Record<string, Deadline>>
}

export type State = AwaitingState | FinalState
export type AwaitingState = {
  title: Text
  awaits: Role
  /** One sentence for the person concerned: who has it and what comes next. */
  next: Text
}
export type FinalState = { title: Text; final: 'closed' | 'otherwise'; next: Text }
export type AssignmentState = { title: Text; awaits: Role } | { title: Text; final: true }

export type Act = {
  title: Text
  by: Role | readonly Role[]
  /** Acts on a case move the case; acts on an assignment move one organ's part of it. */
  on?: 'assignment'
  /** `anyOpen`: every state that is not final; `any`: those too, for acts that keep the state. */
  from: 'start' | 'anyOpen' | 'any' | string | readonly string[]
  to: 'same' | string
  cites: Citation | readonly Citation[]
  when?: Condition | readonly Condition[]
  form?: z.ZodObject
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
  /** Messages to people. */
  tells?: Partial<Record<'petitioner' | 'office' | 'lead' | 'reviewer', Text>>
  /** Form fields that become facts of the case. */
  sets?: readonly string[]
  /** The form field `organ` becomes an assignment in this role; an open one in the same role ends. */
  assigns?: { role: 'sole' | 'lead' | 'co-handler' | 'separate' | 'reviewer'; state: string }
  /** Moves the actor's own assignment to this state. */
  assignment?: string
  /** Ends every open assignment. */
  releases?: true
  /** Form fields naming who must not learn of the matter. */
  walls?: { organs?: string; people?: string }
  /** This act answers the matter. */
  answers?: true
  /** This act voids the answer, or the ending, that stood. */
  voids?: true
  /** Form fields holding ratings, by rated body. */
  rates?: Readonly<Record<string, string>>
  /** Marks the case, on the day it was received, with what the form field names; or takes that mark back. */
  counts?: { kind: Mark; sign: 1; about: string } | { kind: Mark; sign: -1 }
  /** The official letter this act issues. */
  document?: Text
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

export type Deadline = {
  title: Text
  within: Term | { parameter: string }
  after: string | readonly string[]
  meets: string | readonly string[]
  /** Acts after which it no longer matters. */
  ends: readonly string[]
  owner: Role
  cites: Citation
  when?: Condition
  /** A right's window: it lapses, and nobody is late. */
  window?: true
  /** The term in which the matter must be answered. */
  answering?: true
  extend?: { by: string; upTo: Term; times: number; field: string }
}

/** A local number or word: dated, with its source, changed by an administrator. */
export type Parameter = {
  title: Text
  standard: string
  unit: 'term' | 'number' | 'words' | 'choice'
  source: Text
  choices?: Readonly<Record<string, Text>>
}

/** Checks the table at compile time and gives it back as it is. */
export function defineProcedure<
  const S extends Readonly<Record<string, State>>,
  const N extends Readonly<Record<string, AssignmentState>>,
  const P extends Readonly<Record<string, Parameter>>,
  const A extends Readonly<Record<string, Act>>,
  const D extends Readonly<Record<string, Deadline>>,
>(
  table: Omit<Procedure, 'states' | 'assignmentStates' | 'parameters' | 'acts' | 'deadlines'> & {
    states: S & CheckStates<S, A>
    assignmentStates: N & CheckKeys<N, keyof AwaitingState | 'final'>
    parameters: P & CheckKeys<P, keyof Parameter>
    acts: A & CheckActs<A, S, N>
    deadlines: D & CheckDeadlines<D, A, P>
  },
): Procedure & { states: S; assignmentStates: N; parameters: P; acts: A; deadlines: D } {
  return table
}

/** The act of that name, if the table itself has one: the name may come from anywhere. */
export const actNamed = (procedure: Procedure, act: string): Act | undefined =>
  Object.hasOwn(procedure.acts, act) ? procedure.acts[act] : undefined

/** A mention written alone or as a list, as a list. */
export const oneOrMore = <T>(value: T | readonly T[]): readonly T[] => (isList(value) ? value : [value])

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value)

type Open<S> = { [K in keyof S]: S[K] extends { final: unknown } ? never : K }[keyof S]
type Closed<S> = { [K in keyof S]: S[K] extends { final: 'closed' } ? K : never }[keyof S]
type OneOrMore<T> = T | readonly T[]
type Each<T> = T extends readonly (infer I)[] ? I : T
type Refused<Why extends string> = { readonly [K in Why]: never }
type CheckKeys<T, Known extends PropertyKey> = {
  readonly [K in keyof T]: { readonly [X in Exclude<keyof T[K], Known>]: never }
}

/** States some act leads into, and states some act leads out of (acts open to any state do not count as a way out). */
type Entered<A> = {
  [K in keyof A]: A[K] extends { on: 'assignment' } ? never : A[K] extends { to: infer T } ? T : never
}[keyof A]
type Left<A> = {
  [K in keyof A]: A[K] extends { on: 'assignment' } | { to: 'same' }
    ? never
    : A[K] extends { from: infer F }
      ? Each<F>
      : never
}[keyof A]

type CheckStates<S, A> = {
  readonly [K in keyof S]: {
    readonly [X in Exclude<keyof S[K], keyof AwaitingState | 'final'>]: never
  } & (K extends Entered<A>
    ? S[K] extends { final: unknown }
      ? unknown
      : K extends Left<A>
        ? unknown
        : Refused<'a dead end: no act leads out of this state'>
    : Refused<'unreachable: no act leads into this state'>)
}

/** Only an act that keeps the state, or one that voids the ending, may start from a final state. */
type From<Act, S> =
  | 'start'
  | 'anyOpen'
  | (Act extends { to: 'same' } ? 'any' : never)
  | OneOrMore<Act extends { to: 'same' } | { voids: true } ? keyof S : Open<S>>

type CheckActs<A, S, N> = {
  readonly [K in keyof A]: { readonly [X in Exclude<keyof A[K], keyof Act>]: never } & (A[K] extends {
    on: 'assignment'
  }
    ? { from: OneOrMore<Open<N>>; to: keyof N }
    : { from: From<A[K], S>; to: 'same' | keyof S }) & {
      assignment?: keyof N
      assigns?: { role: string; state: keyof N }
      issues?: keyof A
      open?: readonly (FieldOf<A[K]> | Issued<A[K], A>)[]
      sets?: readonly FieldOf<A[K]>[]
      rates?: Readonly<Record<string, FieldOf<A[K]>>>
      walls?: { organs?: FieldOf<A[K]>; people?: FieldOf<A[K]> }
      counts?: { kind: Mark; sign: 1; about: FieldOf<A[K]> } | { kind: Mark; sign: -1 }
    } & (A[K] extends { to: Closed<S> } ? { needs: readonly [Condition, ...Condition[]] } : unknown) &
    (A[K] extends { form: unknown } ? unknown : { assigns?: never })
}

/** The fields an act asks for, those of the act whose words it issues, and those of the act that extends a term. */
type FieldOf<X> = X extends { form: { shape: infer Shape } } ? keyof Shape : 'form' extends keyof X ? string : never
type Issued<X, A> = X extends { issues: infer I extends keyof A } ? FieldOf<A[I]> : never
type Extending<X, A> = X extends { extend: { by: infer B extends keyof A } } ? FieldOf<A[B]> : string

type CheckDeadlines<D, A, P> = {
  readonly [K in keyof D]: { readonly [X in Exclude<keyof D[K], keyof Deadline>]: never } & {
    within: Term | { parameter: keyof P }
    after: OneOrMore<keyof A>
    meets: OneOrMore<keyof A>
    ends: readonly (keyof A)[]
    extend?: { by: keyof A; upTo: Term; times: number; field: Extending<D[K], A> }
  }
}
