import type { AssignmentTable } from '../db/tables.ts'
import type { Milestone, PartWord } from '../procedures/procedure.ts'
import { answeringRoles } from '../procedures/procedure.ts'
import type { Counting, Line } from './counting.ts'
import { factsOf } from './view.ts'
import type { CaseView } from './view.ts'

/**
 * How far the matter has come, and each answering organ with its part: a line on the day a milestone is reached, and one
 * taken back on the day it holds no more, so that every earlier day reads as it stood then.
 */
export function milestoneLines(counting: Counting): Line[] {
  const { procedure, before, event, row, assignments, isFirst } = counting
  const after = { ...before, ...counting }
  const reached = (view: CaseView | null) => (view ? ofTheMatter(view, procedure.milestones) : [])
  const was = isFirst || before.row.drafted === 1 ? null : before
  const on = event.occurred_on
  const ofMatter = changed(reached(was), reached(after)).map(({ what, sign }): Line => ({
    ...{ kind: 'milestone', what, sign, on },
    organ: row.lead ?? row.office,
  }))
  const ofParts = assignments.filter(isAnswering).flatMap(part => {
    const held = (view: CaseView | null) => (view ? ofPart(view, part.id) : [])
    return changed(held(was), held(after)).map(({ what, sign }): Line => ({
      ...{ kind: 'part', what, sign, on },
      organ: part.organ,
    }))
  })
  const words = Object.entries(procedure.partWords ?? {}).flatMap(([kind, word]) =>
    assignments
      .filter(({ role }) => word.of.includes(role))
      .flatMap(part => {
        const said = (view: CaseView | null) => (view ? wordOf(view, part.id, word) : [])
        return changed(said(was), said(after)).map(({ what, sign }): Line => ({
          kind,
          what,
          sign,
          on,
          organ: part.organ,
        }))
      }),
  )
  return [...ofMatter, ...ofParts, ...words]
}

type Milestones = Readonly<Record<string, Milestone>> | undefined

/** The milestones a matter has reached. */
export function ofTheMatter(view: CaseView, milestones: Milestones = view.procedure.milestones): string[] {
  const facts = factsOf(view, '', '')
  return Object.entries(milestones ?? {}).flatMap(([name, { holds }]) => (holds(facts) ? [name] : []))
}

function ofPart(view: CaseView, part: string): string[] {
  const facts = factsOf(view, '', '', part)
  if (!facts.part) return []
  return Object.entries(view.procedure.partMilestones ?? {}).flatMap(([name, { holds }]) =>
    holds(facts) ? [name] : [],
  )
}

function wordOf(view: CaseView, part: string, { of, says }: PartWord): string[] {
  const facts = factsOf(view, '', '', part)
  const said = facts.part && of.includes(facts.part.role) ? says(facts) : undefined
  return said === undefined ? [] : [said]
}

const isAnswering = ({ role }: AssignmentTable) => answeringRoles.includes(role)

const changed = (was: readonly string[], is: readonly string[]) => [
  ...was.filter(what => !is.includes(what)).map(what => ({ what, sign: -1 as const })),
  ...is.filter(what => !was.includes(what)).map(what => ({ what, sign: 1 as const })),
]
