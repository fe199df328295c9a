import type { CaseTable, DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { clockLines } from './counting_clocks.ts'
import { correctedLines, headsOf, markLine, recastLines } from './counting_again.ts'
import { marksOf } from './marks.ts'
import type { Payload } from './project.ts'
import type { CaseData, CaseView } from './view.ts'

export type Counted = {
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
/** The case a line is counted of: as it was, or as it is. */
export type As = { row: CaseTable; heads: number }
export type Line = { kind: string; what: string; sign: 1 | -1; on: string; organ: string | null; happenedOn?: string }

/** The signed lines one event adds. Figures are sums of these and of nothing else. */
export function countLines(counted: Counted): { data: CaseData; lines: FactTable[] } {
  const voided = counted.spec.voids ? voidedLines(counted) : []
  const ending = endingLines(counted)
  const rating = ratingLines(counted)
  const lines = [
    ...arrivalLines(counted),
    ...markLines(counted),
    ...clockLines(counted),
    ...voided,
    ...ending,
    ...rating,
  ]
  const kept = counted.spec.voids ? [] : counted.data.standing
  const standing = [...kept, ...ending.map(counts)]
  const rated = [...(counted.data.rated ?? []), ...rating.map(counts)]
  const data = { ...counted.data, standing, ...(rated.length > 0 && { rated }) }
  const now = { row: counted.row, heads: headsOf(counted.data) }
  const written = [...recastLines(counted), ...[...correctedLines(counted), ...lines].map(line => ({ line, as: now }))]
  return { data, lines: written.map(({ line, as }, i) => write(counted, line, as, i)) }
}

const counts = ({ kind, what, on, organ }: Line) => ({ kind, what, on, organ })

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

const write = ({ event }: Counted, line: Line, { row, heads }: As, i: number): FactTable => ({
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
  heads,
})
