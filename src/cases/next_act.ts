import type { AssignmentTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { CaseFacts } from '../procedures/facts.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { roles } from '../procedures/roles.ts'
import { factsOf } from './view.ts'
import type { CaseView } from './view.ts'

type Named = [act: string, spec: Act]

/**
 * The act the case waits for: the one that meets the duty that is due or leads to where that is done, else the first
 * that moves it on, and of those the ones that end it otherwise last.
 */
export function nextAct(view: CaseView, today: Day): Act | undefined {
  const { procedure, row } = view
  const facts = factsOf(view, today, today)
  const open = Object.entries(procedure.acts).filter(
    ([, spec]) =>
      isFor(spec, row.awaits_role) &&
      (spec.to !== 'same' || spec.completes !== undefined) &&
      spec.on !== 'assignment' &&
      oneOrMore(spec.from).includes(row.state) &&
      holds(spec, facts),
  )
  const chosen = choose(procedure, open.sort(byEnd(procedure, facts)), facts)
  return chosen ?? ofParts(view, today)[0]
}

/** What is to be done next to an open part; of all that may be done to it, or only of what `may` lets through. */
export function nextOnPart(
  view: CaseView,
  part: AssignmentTable,
  today: Day,
  may: (spec: Act) => boolean,
): Act | undefined {
  const { procedure } = view
  const facts = factsOf(view, today, today, part.id)
  const open = Object.entries(procedure.acts).filter(
    ([, spec]) =>
      spec.on === 'assignment' &&
      oneOrMore<string>(spec.part ?? []).includes(part.role) &&
      oneOrMore<string>(spec.from).includes(part.state) &&
      holds(spec, facts) &&
      may(spec),
  )
  const due = dueActs(procedure, facts)
  const moving = open.filter(
    ([name, { to }]) => ((to !== 'same' && to !== part.state) || due.includes(name)) && !isRight(procedure, name),
  )
  const ends = ({ to }: Act) => 'final' in (procedure.assignmentStates[to] ?? {})
  return chosenByDuty(procedure, moving, facts) ?? moving.find(([, spec]) => ends(spec))?.[1] ?? moving[0]?.[1]
}

/** Where the case waits for what is done to its parts: by the organ it awaits to its own, or by whoever has a word on any. */
const ofParts = (view: CaseView, today: Day): Act[] =>
  view.assignments.flatMap(part => {
    const isTheirs = ({ whose, by }: Act) =>
      isFor({ by }, view.row.awaits_role) && (whose === 'any' || part.organ === view.row.awaits_organ)
    return part.is_open === 1 ? (nextOnPart(view, part, today, isTheirs) ?? []) : []
  })

const choose = (procedure: Procedure, open: readonly Named[], facts: CaseFacts): Act | undefined =>
  chosenByDuty(procedure, open, facts) ?? open[0]?.[1]

/** By the clock that is due first: the act that meets it, or one that leads to the state it is met from. */
function chosenByDuty(procedure: Procedure, open: readonly Named[], facts: CaseFacts): Act | undefined {
  for (const wanted of dueActs(procedure, facts)) {
    const meeting = open.find(([name]) => name === wanted)
    if (meeting) return meeting[1]
    const from = oneOrMore<string>(procedure.acts[wanted]?.from ?? [])
    const leading = open.find(([, { to, on }]) => on === procedure.acts[wanted]?.on && from.includes(to))
    if (leading && facts.part) return leading[1]
  }
  return undefined
}

/** The acts that meet the duties that are running, the next due first; in a part, that part's and the matter's. */
function dueActs({ deadlines }: Procedure, facts: CaseFacts): string[] {
  const running = facts.deadlines.filter(
    ({ deadline, isOpen, part }) =>
      isOpen && deadlines[deadline]?.window !== true && (!facts.part || part === '' || part === facts.part.id),
  )
  return running
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .flatMap(({ deadline }) => oneOrMore(deadlines[deadline]?.meets ?? []))
}

/** What has its evidence before what lacks it, and going on before ending it without an answer. */
const byEnd =
  ({ states }: Procedure, facts: CaseFacts) =>
  ([, a]: Named, [, b]: Named): number => {
    const rank = ({ to, needs = [] }: Act) => {
      const state = states[to]
      const isOtherwise = state !== undefined && 'final' in state && state.final === 'otherwise'
      return (isOtherwise ? 2 : 0) + (needs.every(need => need.holds(facts, nobody)) ? 0 : 1)
    }
    return rank(a) - rank(b)
  }

const holds = ({ when = [] }: Act, facts: CaseFacts) =>
  oneOrMore(when).every(condition => condition.holds(facts, nobody))

/** What an organ may do if it likes, within a window and for no duty, nobody waits for. */
function isRight({ deadlines }: Procedure, act: string): boolean {
  const met = Object.values(deadlines).filter(({ meets }) => oneOrMore<string>(meets).includes(act))
  return met.length > 0 && met.every(({ window, owner }) => window && roles[owner].seat === 'lead')
}

const isFor = ({ by }: Pick<Act, 'by'>, role: string | null) => oneOrMore<string>(by).includes(role ?? '')

const nobody = { id: '', organ: null, roles: [] }
