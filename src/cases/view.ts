import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable, DeadlineTable, EventTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { CaseFacts, PartFacts } from '../procedures/facts.ts'
import { personalRoles } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { edition } from '../procedures/registry.ts'
import { parametersOn } from './parameters.ts'

/** A case as it is: its row, its parts and clocks, and the procedure it runs under. */
export type CaseView = {
  readonly procedure: Procedure
  readonly row: CaseTable
  readonly data: CaseData
  readonly assignments: readonly AssignmentTable[]
  readonly deadlines: readonly DeadlineTable[]
  /** The local rules of its session, in force on the day it was received. */
  readonly rules: Readonly<Record<string, string>>
}

/** What acts have set and done, kept as JSON in the case's row. */
export type CaseData = {
  set: Record<string, unknown>
  did: Record<string, Done>
  /** Lines counted for the answer or ending that stands: what a reopening voids. */
  standing: Counted[]
  /** Lines counted for its receipt and its ratings, which no reopening voids. */
  lasting: Counted[]
  voided?: Counted[]
  walls: { organs: string[]; people: string[] }
}

/** The last time an act was done, and what it did to which clocks. */
type Done = { on: Day; seq: number; by: string; input: Record<string, unknown>; clocks?: string[] }

/** A line as counted by the event `seq`, and the act that voided it. */
export type Counted = {
  kind: string
  what: string
  on: Day
  organ: string | null
  seq: number
  origin?: EventTable['origin']
  voided?: { on: Day; seq: number }
}

export const noData: CaseData = { set: {}, did: {}, standing: [], lasting: [], walls: { organs: [], people: [] } }

/** The case, or undefined where it is absent or not for this actor: the two cannot be told apart. */
export async function findCase(db: Db, actor: Actor, number: string): Promise<CaseView | undefined> {
  const row = await db
    .selectFrom('cases')
    .selectAll('cases')
    .where('number', '=', number)
    .where(visibleTo(actor))
    .executeTakeFirst()
  if (!row) return undefined
  const [assignments, deadlines] = await Promise.all([
    db.selectFrom('assignments').selectAll().where('case_number', '=', number).orderBy('id').execute(),
    db
      .selectFrom('deadlines')
      .selectAll()
      .where('case_number', '=', number)
      .orderBy('start_on')
      .orderBy('round')
      .orderBy('deadline')
      .orderBy('assignment')
      .execute(),
  ])
  const data: CaseData = JSON.parse(row.data)
  const procedure = edition(row.procedure, row.procedure_version)
  const rules = procedure.numbered ? await parametersOn(db, procedure, row.received_on, row.session) : {}
  return { procedure, row, data, assignments, deadlines, rules }
}

/** What the procedure's conditions may read. `today` is the day of recording, `on` the legal day. */
export function factsOf(view: CaseView, today: Day, on: Day, part?: string): CaseFacts {
  const { row, data, deadlines, rules } = view
  const assignments = view.assignments.map(partFacts)
  const meant = assignments.find(({ id }) => id === part)
  return {
    ...(meant && { part: meant }),
    rules,
    state: row.state,
    kind: row.kind,
    route: row.route,
    office: row.office,
    lead: row.lead,
    channel: row.channel,
    today,
    on,
    set: data.set,
    did: data.did,
    assignments,
    deadlines: deadlines.map(line => ({
      deadline: line.deadline,
      part: line.assignment,
      organ: line.owner_organ,
      startOn: line.start_on,
      dueOn: line.due_on,
      metOn: line.met_on,
      endedOn: line.ended_on,
      lapsedOn: line.lapsed_on,
      extended: line.extended,
      isOpen: line.is_open === 1,
    })),
  }
}

const partFacts = ({ id, organ, role, state, is_open, sender, person }: AssignmentTable): PartFacts => ({
  ...{ id, organ, role, state, sender, person },
  isOpen: is_open === 1,
})

/** The common superior that is to decide who is competent. */
export const superiorOf = (view: Pick<CaseView, 'assignments'>): string | null =>
  view.assignments.findLast(part => part.role === 'superior' && part.is_open === 1)?.organ ?? null

export const reviewerOf = (view: Pick<CaseView, 'assignments'>): string | null =>
  view.assignments.findLast(part => part.role === 'reviewer' && part.is_open === 1)?.organ ??
  view.assignments.findLast(part => part.role === 'reviewer')?.organ ??
  null

/** A signer's part is the signer's own, not the organ's. */
export const isPersonal = ({ role }: Pick<AssignmentTable, 'role'>): boolean => personalRoles.includes(role)

/** The organs that have the matter, or an open part in it. */
export const organsInvolved = (view: Pick<CaseView, 'row' | 'assignments'>): string[] =>
  [
    view.row.office,
    view.row.lead,
    reviewerOf(view),
    ...view.assignments.filter(part => part.is_open === 1 && !isPersonal(part)).map(part => part.organ),
  ].filter(organ => organ !== null)
