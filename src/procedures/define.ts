import type { Term } from '../law/term.ts'
import type { Parameter } from './parameter.ts'
import type { Deadline } from './deadline.ts'
import type {
  Act,
  Assigns,
  AssignmentState,
  AwaitingState,
  FinalState,
  Condition,
  Mark,
  PartsMove,
  Procedure,
  State,
} from './procedure.ts'

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

type Open<S> = { [K in keyof S]: S[K] extends { final: unknown } ? never : K }[keyof S]
type Closed<S> = { [K in keyof S]: S[K] extends { final: 'closed' } ? K : never }[keyof S]
type OneOrMore<T> = T | readonly T[]
type Each<T> = T extends readonly (infer I)[] ? I : T
type Refused<Why extends string> = { readonly [K in Why]: never }
type CheckKeys<T, Known extends PropertyKey> = {
  readonly [K in keyof T]: { readonly [X in Exclude<keyof T[K], Known>]: never }
}

/** States some act leads into, and states some act leads out of (acts open to any state do not count as a way out). */
type Entered<A> =
  | Completed<A>
  | {
      [K in keyof A]: A[K] extends { on: 'assignment' } ? never : A[K] extends { to: infer T } ? T : never
    }[keyof A]
type Completed<A> = { [K in keyof A]: A[K] extends { completes: { to: infer T } } ? T : never }[keyof A]
type Completing<A> = { [K in keyof A]: A[K] extends { completes: { from: infer F } } ? F : never }[keyof A]
type Left<A> =
  | Completing<A>
  | {
      [K in keyof A]: A[K] extends { on: 'assignment' } | { to: 'same' }
        ? never
        : A[K] extends { from: infer F }
          ? Each<F>
          : never
    }[keyof A]

type CheckStates<S, A> = {
  readonly [K in keyof S]: {
    readonly [X in Exclude<keyof S[K], keyof AwaitingState | keyof FinalState>]: never
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
    ? { from: OneOrMore<Open<N>>; to: 'same' | keyof N }
    : { from: From<A[K], S>; to: 'same' | keyof S }) & {
      assignment?: keyof N
      assigns?: OneOrMore<Omit<Assigns, 'state'> & { state: keyof N }>
      parts?: readonly (Omit<PartsMove, 'from' | 'to' | 'named'> & {
        from?: OneOrMore<keyof N>
        to?: keyof N
        named?: FieldOf<A[K]>
      })[]
      completes?: { from: Open<S>; to: keyof S; when: Condition }
      copies?: Readonly<Record<string, string>>
      issues?: keyof A
      open?: readonly (FieldOf<A[K]> | Issued<A[K], A>)[]
      sets?: readonly FieldOf<A[K]>[]
      rates?: Readonly<Record<string, FieldOf<A[K]>>>
      walls?: { organs?: FieldOf<A[K]>; people?: FieldOf<A[K]>; staff?: true; self?: true }
      counts?: { kind: Mark; sign: 1; about: FieldOf<A[K]> } | { kind: Mark; sign: -1 }
      tallies?: true | FieldOf<A[K]>
    } & (A[K] extends { to: Closed<S> } ? { needs: readonly [Condition, ...Condition[]] } : unknown) &
    (A[K] extends { form: unknown } | { issues: unknown } ? unknown : { assigns?: never })
}

/** The fields an act asks for, those of the act whose words it issues, and those of the act that extends a term. */
type FieldOf<X> = X extends { form: { shape: infer Shape } } ? keyof Shape : 'form' extends keyof X ? string : never
type Issued<X, A> = X extends { issues: infer I extends keyof A } ? FieldOf<A[I]> : never
type Extending<X, A> = X extends { extend: { by: infer B extends keyof A } } ? FieldOf<A[B]> : string

type Starting<X, A> = X extends { after: infer F } ? OwnOrIssued<A[Each<F> & keyof A], A> : string
type OwnOrIssued<X, A> = FieldOf<X> | Issued<X, A>

type CheckDeadlines<D, A, P> = {
  readonly [K in keyof D]: { readonly [X in Exclude<keyof D[K], keyof Deadline>]: never } & {
    within: Term | { parameter: keyof P } | { day: keyof P } | { field: Starting<D[K], A> }
    after: OneOrMore<keyof A>
    meets: OneOrMore<keyof A>
    ends: readonly (keyof A)[]
    unmeets?: readonly (keyof A)[]
    pauses?: { from: keyof A; until: OneOrMore<keyof A> }
    extend?:
      | { by: keyof A; upTo: Term; times: number; field: Extending<D[K], A> }
      | { by: keyof A; until: Extending<D[K], A>; within: Term | { parameter: keyof P }; times: number }
  }
}
