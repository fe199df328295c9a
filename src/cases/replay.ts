import type { DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { compare } from '../law/compare.ts'
import { edition, procedureOn } from '../procedures/registry.ts'
import { project } from './project.ts'
import type { Payload } from './project.ts'
import type { CaseView } from './view.ts'

export type Replayed = { view: CaseView; lines: FactTable[] }

/** The case as its events tell it, through the same `project` that wrote it. */
export function replay(events: readonly EventTable[]): Replayed | undefined {
  const lines: FactTable[] = []
  let view: CaseView | null = null
  for (const event of events) {
    const projected = project(view?.procedure ?? procedureOf(event), view, event)
    view = { ...projected.view, deadlines: projected.view.deadlines.toSorted(asRead) }
    lines.push(...projected.lines)
  }
  return view === null ? undefined : { view, lines }
}

function procedureOf(event: EventTable) {
  const { opened }: Payload = JSON.parse(event.payload)
  const { procedure }: { procedure?: string } = JSON.parse(event.versions)
  const id = opened?.procedure ?? ''
  return procedure === undefined ? procedureOn(id, event.occurred_on) : edition(id, procedure)
}

/** In the order `findCase` reads them: lines of figures are numbered in it. */
const asRead = (a: DeadlineTable, b: DeadlineTable) =>
  compare(a.start_on, b.start_on) ||
  a.round - b.round ||
  compare(a.deadline, b.deadline) ||
  compare(a.assignment, b.assignment)
