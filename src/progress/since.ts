import type { AssignmentTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { CaseView } from '../cases/view.ts'

/** The day the case came into the state it is in. */
export const inStateSince = ({ procedure, row, data }: CaseView): Day =>
  lastDone(
    Object.entries(procedure.acts).flatMap(([act, spec]) => (leadsTo(spec, row.state) ? (data.did[act] ?? []) : [])),
  ) ?? row.received_on

/** The day a part came into the state it is in: by an act on it, or by one that moved several together. */
export const partSince = ({ procedure, data }: CaseView, part: AssignmentTable): Day =>
  lastDone(
    Object.entries(procedure.acts).flatMap(([act, spec]) => {
      const own = spec.on === 'assignment' && spec.to === part.state && !oneOrMore(spec.from).includes(part.state)
      const together = spec.parts?.some(move => move.to === part.state && oneOrMore(move.role).includes(part.role))
      return (own && data.did[`${act}@${part.id}`]) || (together && data.did[act]) || []
    }),
  ) ?? part.since_on

/** The day an act was last done in a part, if it was. */
export const doneOn = ({ data }: CaseView, act: string, part: string): Day | undefined => data.did[`${act}@${part}`]?.on

const leadsTo = ({ on, to, completes }: Act, state: string) =>
  (on !== 'assignment' && to === state) || completes?.to === state

const lastDone = (done: readonly { on: Day; seq: number }[]): Day | undefined =>
  done.toSorted((a, b) => a.seq - b.seq).at(-1)?.on
