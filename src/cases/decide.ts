import type { Actor } from '../accounts/actor.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { actNamed, oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { roles } from '../procedures/roles.ts'
import type { Role } from '../procedures/roles.ts'
import { sayCitation } from '../procedures/statutes.ts'
import type { Citation } from '../procedures/statutes.ts'
import { partFor, partOf } from './parts.ts'
import { readsAsSigner } from './sight.ts'
import { factsOf, isPersonal, organsInvolved, reviewerOf, superiorOf } from './view.ts'
import type { CaseView } from './view.ts'

export type Because = { reason: Text; article: Text }
export type Decision = { allowed: true; role: Role } | { allowed: false; because: Because; isTheirs: boolean }
export type Question = {
  procedure: Procedure
  view: CaseView | null
  act: string
  actor: Actor
  today: Day
  on: Day
  /** The part that is meant, where the actor says which. */
  part?: string | undefined
}

/** May this actor do this act on this case now? Pure; the only place that is decided. */
export function decide({ procedure, view, act, actor, today, on, part }: Question): Decision {
  const spec = actNamed(procedure, act)
  if (!spec) return refused('office', { zh: `没有“${act}”这一步`, en: `there is no act “${act}”` })
  const sitsIn = oneOrMore(spec.by).filter(role => sits(role, spec, actor, view, part))
  const role = sitsIn.find(role => !isJudgeInOwnMatter(role, actor, view))
  if (!role) return sitsIn.length > 0 ? refused('office', ownMatter) : refused(cite(spec), byWhom(spec))
  if (!isFrom(spec, view, actor, part)) return refused(cite(spec), fromWhere(procedure, spec, view), true)
  const facts = view && factsOf(view, today, on, partOf(view, actor, spec, part))
  const asked = [...oneOrMore(spec.when ?? []), ...(spec.needs ?? [])]
  const missing = facts && asked.find(condition => !condition.holds(facts, actor))
  return missing ? refused(missing.cites, missing.because, true) : { allowed: true, role }
}

/** Every act open to the actor, and those that are theirs but barred now, with the reason. */
export function actsFor(view: CaseView, actor: Actor, today: Day) {
  return Object.entries(view.procedure.acts).flatMap(([act, spec]) => {
    const decision = decide({ procedure: view.procedure, view, act, actor, today, on: today })
    return decision.allowed || (decision.isTheirs && isFrom(spec, view, actor)) ? [{ act, spec, decision }] : []
  })
}

/** What is in evidence and what is missing before an act, as a task list. */
export const tasksBefore = (view: CaseView, act: string, actor: Actor, today: Day) =>
  (view.procedure.acts[act]?.needs ?? []).map(need => ({ need, done: need.holds(factsOf(view, today, today), actor) }))

function sits(role: Role, spec: Act, actor: Actor, view: CaseView | null, part?: string): boolean {
  if (!actor.roles.includes(role)) return false
  if (view === null) return true
  if (spec.at === 'superior') return actor.organ !== null && actor.organ === superiorOf(view)
  if (spec.walls?.self) return isInvolved(actor, view)
  if (spec.on === 'assignment')
    return (
      partFor(view, actor, { ...spec, from: statesOf(view.procedure) }, part) !== undefined &&
      (spec.whose !== 'any' || isSeated(role, actor, view))
    )
  return isSeated(role, actor, view)
}

/** Does this actor hold the role, in the seat it has in this case? */
export function isSeated(role: Role, actor: Actor, view: Pick<CaseView, 'row' | 'assignments'>): boolean {
  if (!actor.roles.includes(role)) return false
  switch (roles[role].seat) {
    case 'none':
      return true
    case 'party':
      return actor.number === view.row.number
    case 'signer':
      return openParts(view).some(part => part.role === 'signer' && part.person === actor.id)
    case 'office':
      return actor.organ === view.row.office
    case 'lead':
      return actor.organ !== null && leadsOf(view).includes(actor.organ)
    case 'reviewer':
      return actor.organ !== null && actor.organ === reviewerOf(view)
    case 'assigned':
      return openParts(view).some(part => part.organ === actor.organ && !isPersonal(part))
  }
}

/** Whoever signed a matter does in it what signers do, whatever other office they hold. */
const isJudgeInOwnMatter = (role: Role, actor: Actor, view: CaseView | null): boolean =>
  view !== null && roles[role].seat !== 'signer' && readsAsSigner(view, actor)

/** Where several organs each answer for their part, each leads its own. */
const leadsOf = (view: Pick<CaseView, 'row' | 'assignments'>): string[] =>
  view.row.lead !== null
    ? [view.row.lead]
    : openParts(view).flatMap(({ role, organ }) => (role === 'separate' ? [organ] : []))

/** Whoever works on the matter, in whatever part of it, may stand aside from it (《信访工作条例》 art. 28). */
const isInvolved = ({ organ }: Actor, view: CaseView): boolean => organ !== null && organsInvolved(view).includes(organ)

const openParts = ({ assignments }: Pick<CaseView, 'assignments'>) => assignments.filter(part => part.is_open === 1)

const statesOf = ({ assignmentStates }: Procedure) => Object.keys(assignmentStates)

function isFrom(spec: Act, view: CaseView | null, actor: Actor, part?: string): boolean {
  if (spec.from === 'start') return view === null
  if (view === null) return false
  if (spec.on === 'assignment') return partFor(view, actor, spec, part) !== undefined
  if (spec.from === 'any') return true
  return spec.from === 'anyOpen' ? view.row.is_open === 1 : oneOrMore(spec.from).includes(view.row.state)
}

const refused = (cites: Citation, reason: Text, isTheirs = false): Decision => ({
  allowed: false,
  isTheirs,
  because: { reason, article: sayCitation(cites) },
})

const ownMatter: Text = {
  zh: '提出人不能以工作人员身份办理自己的建议、提案，请由其他工作人员办理',
  en: 'nobody handles as an official what they signed themselves; a colleague is to do it',
}

const cite = (spec: Act): Citation => oneOrMore(spec.cites)[0] ?? 'office'

function byWhom(spec: Act): Text {
  const who = oneOrMore(spec.by).map(role => roles[role].title)
  return {
    zh: `这一步由${who.map(title => title.zh).join('或者')}办理`,
    en: `this step is for the ${who.map(title => title.en).join(' or the ')}`,
  }
}

function fromWhere(procedure: Procedure, spec: Act, view: CaseView | null): Text {
  const now = view ? procedure.states[view.row.state]?.title : undefined
  return {
    zh: `本件目前${now ? `“${now.zh}”` : '尚未提出'}，不能${spec.title.zh}`,
    en: `it is “${now?.en ?? 'not yet submitted'}” now, so “${spec.title.en}” is not open`,
  }
}
