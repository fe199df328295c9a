import type { CaseTable, DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { marksOf } from './marks.ts'
import type { Marked } from './marks.ts'
import type { Payload } from './project.ts'
import type { CaseData, CaseView } from './view.ts'

type Counted = {
  procedure: Procedure
  spec: Act
  event: EventTable
  payload: Payload
  before: CaseView
  row: CaseTable
  data: CaseData
  deadlines: readonly DeadlineTable[]
  isFirst: boolean
}
type Line = { kind: string; what: string; sign: 1 | -1; on: string; organ: string | null; happenedOn?: string }

/** The signed lines one event adds. Figures are sums of these and of nothing else. */
export function countLines(counted: Counted): { data: CaseData; lines: FactTable[] } {
  const voided = counted.spec.voids ? voidedLines(counted) : []
  const ending = endingLines(counted)
  const rating = ratingLines(counted)
  const lines = [...arrivalLines(counted), ...markLines(counted), ...dueLines(counted), ...voided, ...ending, ...rating]
  const kept = counted.spec.voids ? [] : counted.data.standing
  const standing = [...kept, ...ending.map(counts)]
  const rated = [...(counted.data.rated ?? []), ...rating.map(counts)]
  const data = { ...counted.data, standing, ...(rated.length > 0 && { rated }) }
  const written = [...recastLines(counted), ...lines.map(line => ({ line, as: counted.row }))]
  return { data, lines: written.map(({ line, as }, i) => write(counted, line, as, i)) }
}

const counts = ({ kind, what, on, organ }: Line) => ({ kind, what, on, organ })

/**
 * A matter found to be of another kind (an appeal that is an accusation, say) is counted as what it is from its first
 * day: every line that stands is taken back as it was and counted again as it is.
 */
function recastLines({ procedure, before, row, isFirst }: Counted): { line: Line; as: CaseTable }[] {
  const isSame = before.row.kind === row.kind && before.row.category === row.category
  if (isFirst || isSame) return []
  const clocks = before.deadlines.flatMap(
    ({ deadline: what, due_on, met_on, ended_on, owner_organ: organ }): Line[] => [
      ...(ended_on === null || ended_on > due_on ? [{ kind: 'due', what, sign: 1 as const, on: due_on, organ }] : []),
      ...(met_on === null ? [] : [{ kind: 'met', what, sign: 1 as const, on: met_on, organ }]),
    ],
  )
  const received: Line = { kind: 'received', what: '', sign: 1, on: row.received_on, organ: row.office }
  const standing = [...before.data.standing, ...(before.data.rated ?? [])].map((line): Line => ({ ...line, sign: 1 }))
  const marks = marksOf(procedure, before.data).map(mark => markLine(mark, 1, row))
  return [received, ...marks, ...clocks, ...standing].flatMap(line => [
    { line: { ...line, sign: -1 as const }, as: before.row },
    { line, as: row },
  ])
}

function arrivalLines({ isFirst, event, row }: Counted): Line[] {
  return isFirst ? [{ kind: 'received', what: '', sign: 1, on: event.occurred_on, organ: row.office }] : []
}

/** A mark that is set or taken back is knowledge about the past: it counts on the day of receipt. */
function markLines({ spec, procedure, before, data, row }: Counted): Line[] {
  const kind = spec.counts?.kind
  if (kind === undefined) return []
  const was = marksOf(procedure, before.data).filter(mark => mark.kind === kind)
  const is = marksOf(procedure, data).filter(mark => mark.kind === kind)
  return [...was.map(mark => markLine(mark, -1, row)), ...is.map(mark => markLine(mark, 1, row))]
}

const markLine = ({ kind, about }: Marked, sign: 1 | -1, row: CaseTable): Line => ({
  kind,
  what: about,
  sign,
  on: row.received_on,
  organ: row.office,
})

/** A deadline is due on its day; met on another; moved, or ended in time, it is due there no longer: late stays late. */
function dueLines({ before, deadlines, event, payload, procedure }: Counted): Line[] {
  return deadlines.flatMap(line => {
    const was = before.deadlines.find(old => old.deadline === line.deadline && old.round === line.round)
    const organ = line.owner_organ
    const due = (sign: 1 | -1, on: string): Line => ({ kind: 'due', what: line.deadline, sign, on, organ })
    if (!was) return [due(1, line.due_on)]
    if (was.due_on !== line.due_on) return [due(-1, was.due_on), due(1, line.due_on)]
    if (was.ended_on === null && line.ended_on !== null)
      return line.ended_on > line.due_on ? [] : [due(-1, line.due_on)]
    if (was.met_on !== null || line.met_on === null) return []
    const met: Line = { kind: 'met', what: line.deadline, sign: 1, on: event.occurred_on, organ }
    const isAssumed =
      payload.assumed === true && oneOrMore(procedure.deadlines[line.deadline]?.meets ?? []).includes(event.act)
    return isAssumed ? [met, { kind: 'assumed', what: line.deadline, sign: 1, on: line.due_on, organ }] : [met]
  })
}

function endingLines({ spec, procedure, event, before, row }: Counted): Line[] {
  const answered: Line[] = spec.answers
    ? [{ kind: 'answered', what: event.act, sign: 1, on: event.occurred_on, organ: row.lead }]
    : []
  const state = procedure.states[row.state]
  if (row.state === before.row.state || !state || !('final' in state)) return answered
  if (state.final === 'closed')
    return [...answered, { kind: 'closed', what: event.act, sign: 1, on: event.occurred_on, organ: row.lead }]
  const isAnswered = before.data.standing.some(line => line.kind === 'answered')
  const ended: Line = { kind: 'ended', what: event.act, sign: 1, on: event.occurred_on, organ: row.lead ?? row.office }
  return isAnswered ? answered : [...answered, ended]
}

/** Voided lines are taken back on the day they were counted; they happened on the day of the voiding act. */
const voidedLines = ({ before, event }: Counted): Line[] =>
  before.data.standing.map(line => ({ ...line, sign: -1, happenedOn: event.occurred_on }))

function ratingLines({ spec, event, payload, row }: Counted): Line[] {
  const kind = payload.flagged ? 'rated-flagged' : 'rated'
  const rated = Object.entries(spec.rates ?? {}).flatMap(([body, field]): Line[] => {
    const value = payload.input[field]
    const organ = body === 'office' ? row.office : row.lead
    return typeof value === 'string' ? [{ kind, what: `${body}:${value}`, sign: 1, on: event.occurred_on, organ }] : []
  })
  return rated.length === 0 ? [] : [{ kind, what: '', sign: 1, on: event.occurred_on, organ: row.lead }, ...rated]
}

const write = ({ event }: Counted, line: Line, row: CaseTable, i: number): FactTable => ({
  case_number: row.number,
  seq: event.seq,
  line: i,
  kind: line.kind,
  what: line.what,
  sign: line.sign,
  on_day: line.on,
  happened_on: line.happenedOn ?? line.on,
  recorded_at: event.recorded_at,
  recorded_on: dayOf(event.recorded_at),
  organ: line.organ,
  procedure: row.procedure,
  petition_kind: row.kind,
  channel: row.channel,
  category: row.category,
  origin: event.origin,
  restricted: row.restricted,
})
