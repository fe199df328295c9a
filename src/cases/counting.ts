import type { CaseTable, DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { clockLines } from './counting_clocks.ts'
import { correctedLines, headsOf, linesOf, markLine, recastLines } from './counting_again.ts'
import { marksOf } from './marks.ts'
import type { Payload } from './project.ts'
import type { CaseData, CaseView, Counted } from './view.ts'

export type Counting = {
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
export type Line = {
  kind: string
  what: string
  sign: 1 | -1
  on: Day
  organ: string | null
  happenedOn?: Day
  origin?: EventTable['origin']
}

/** The signed lines one event adds. Figures are sums of these and of nothing else. */
export function countLines(counting: Counting): { data: CaseData; lines: FactTable[] } {
  const { spec, event, data } = counting
  const [arrival, clocks] = [arrivalLines(counting), clockLines(counting)]
  const [ending, rating] = [endingLines(counting), ratingLines(counting)]
  const voided = spec.voids ? voidedBy(counting) : []
  const undone = voided.flatMap(line => linesOf(line).slice(1))
  const lines = [...arrival, ...markLines(counting), ...clocks, ...undone, ...ending, ...rating]
  const lasting = [...arrival, ...clocks.filter(({ kind }) => kind === 'assumed' || kind === 'righted'), ...rating]
  const kept = (line: Line): Counted => keep(event, line)
  const after = {
    ...data,
    lasting: [...data.lasting, ...lasting.map(kept)],
    standing: [...(spec.voids ? [] : data.standing), ...ending.map(kept)],
    ...((data.voided || voided.length > 0) && { voided: [...(data.voided ?? []), ...voided] }),
  }
  const as = { row: counting.row, heads: headsOf(data) }
  const written = [
    ...recastLines({ ...counting, data: after }),
    ...[...correctedLines(counting), ...lines].map(line => ({ line, as })),
  ]
  return { data: after, lines: written.map(({ line, as }, i) => write(counting, line, as, i)) }
}

const keep = ({ seq, origin }: EventTable, { kind, what, on, organ }: Line): Counted => ({
  ...{ kind, what, on, organ, seq },
  ...(origin !== 'people' && { origin }),
})

function arrivalLines({ isFirst, event, row }: Counting): Line[] {
  return isFirst ? [{ kind: 'received', what: '', sign: 1, on: event.occurred_on, organ: row.office }] : []
}

/** A mark that is set or taken back is knowledge about the past: it counts on the day of receipt. */
function markLines({ spec, procedure, before, data }: Counting): Line[] {
  const kind = spec.counts?.kind
  if (kind === undefined) return []
  const was = marksOf(procedure, before.data).filter(mark => mark.kind === kind)
  const is = marksOf(procedure, data).filter(mark => mark.kind === kind)
  return [...was.map(mark => markLine(mark, -1, data)), ...is.map(mark => markLine(mark, 1, data))]
}

function endingLines({ spec, procedure, event, before, row }: Counting): Line[] {
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
const voidedBy = ({ before, event: { occurred_on: on, seq } }: Counting): Counted[] =>
  before.data.standing.map(line => ({ ...line, voided: { on, seq } }))

function ratingLines({ spec, event, payload, row }: Counting): Line[] {
  const kind = payload.flagged ? 'rated-flagged' : 'rated'
  const rated = Object.entries(spec.rates ?? {}).flatMap(([body, field]): Line[] => {
    const value = payload.input[field]
    const organ = body === 'office' ? row.office : row.lead
    return typeof value === 'string' ? [{ kind, what: `${body}:${value}`, sign: 1, on: event.occurred_on, organ }] : []
  })
  return rated.length === 0 ? [] : [{ kind, what: '', sign: 1, on: event.occurred_on, organ: row.lead }, ...rated]
}

const write = ({ event }: Counting, line: Line, { row, heads }: As, i: number): FactTable => ({
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
  origin: line.origin ?? event.origin,
  restricted: row.restricted,
  heads,
})
