import type { AssignmentTable, CaseTable, DeadlineTable, EventTable, FactTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { shapeOf } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { clockLines } from './counting_clocks.ts'
import { correctedLines, headsOf, linesOf, markLine, recastLines } from './counting_again.ts'
import { holderLines } from './holder_lines.ts'
import { marksOf } from './marks.ts'
import { milestoneLines } from './milestones.ts'
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
  assignments: readonly AssignmentTable[]
  /** An act on a part was the last of its kind that was missing. */
  isComplete: boolean
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
  const { spec, event, data, row } = counting
  const [arrival, clocks] = [arrivalLines(counting), row.drafted === 1 ? [] : clockLines(counting)]
  const [ending, rating] = [endingLines(counting), ratingLines(counting)]
  const voided = spec.voids ? voidedBy(counting) : []
  const undone = voided.flatMap(line => linesOf(line).slice(1))
  const milestones = row.drafted === 1 ? [] : milestoneLines(counting)
  const [tallies, holder] = [tallyLines(counting), holderLines(counting)]
  const lines = [
    ...[...arrival, ...markLines(counting), ...clocks, ...undone, ...ending, ...rating, ...milestones],
    ...[...tallies, ...holder],
  ]
  const lasting = [
    ...arrival,
    ...clocks.filter(({ kind }) => kind === 'assumed' || kind === 'righted'),
    ...rating,
    ...tallies,
    ...holder,
  ]
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

/** A draft has not arrived. */
function arrivalLines({ isFirst, event, row, spec }: Counting): Line[] {
  return spec.submits || (isFirst && row.drafted === 0)
    ? [{ kind: 'received', what: '', sign: 1, on: event.occurred_on, organ: row.office }]
    : []
}

/** A mark that is set or taken back is knowledge about the past: it counts on the day of receipt. */
function markLines({ spec, procedure, before, data }: Counting): Line[] {
  const kind = spec.counts?.kind
  if (kind === undefined) return []
  const was = marksOf(procedure, before.data).filter(mark => mark.kind === kind)
  const is = marksOf(procedure, data).filter(mark => mark.kind === kind)
  return [...was.map(mark => markLine(mark, -1, data)), ...is.map(mark => markLine(mark, 1, data))]
}

function endingLines({ spec, procedure, event, before, row, isComplete }: Counting): Line[] {
  const organ = row.lead ?? event.organ
  const answered: Line[] =
    spec.answers && (isComplete || spec.completes === undefined)
      ? [{ kind: 'answered', what: event.act, sign: 1, on: event.occurred_on, organ }]
      : []
  const state = procedure.states[row.state]
  if (row.state === before.row.state || row.drafted === 1 || !state || !('final' in state)) return answered
  if (state.final === 'closed')
    return [...answered, { kind: 'closed', what: event.act, sign: 1, on: event.occurred_on, organ: row.lead }]
  const isAnswered = before.data.standing.some(line => line.kind === 'answered')
  const ended: Line = { kind: 'ended', what: event.act, sign: 1, on: event.occurred_on, organ: row.lead ?? row.office }
  return isAnswered ? answered : [...answered, ended]
}

/** What is done of a kind the yearly report tells of (《信访工作条例》 art. 41): by the organ it falls to. */
function tallyLines({ spec, event, payload, row, assignments }: Counting): Line[] {
  if (spec.tallies === undefined || row.drafted === 1) return []
  const part = spec.on === 'assignment' ? assignments.find(({ id }) => id === payload.part) : undefined
  const said = spec.tallies === true ? undefined : payload.input[spec.tallies]
  const what = typeof said === 'string' ? `${event.act}:${said}` : event.act
  return [{ kind: 'act', what, sign: 1, on: event.occurred_on, organ: part?.organ ?? row.lead ?? event.organ }]
}

/** Voided lines are taken back on the day they were counted; they happened on the day of the voiding act. */
const voidedBy = ({ before, event: { occurred_on: on, seq } }: Counting): Counted[] =>
  before.data.standing.map(line => ({ ...line, voided: { on, seq } }))

function ratingLines({ spec, event, payload, row, assignments }: Counting): Line[] {
  const part = spec.on === 'assignment' ? assignments.find(({ id }) => id === payload.part) : undefined
  const kind = payload.flagged ? 'rated-flagged' : 'rated'
  const rated = Object.entries(spec.rates ?? {}).flatMap(([body, field]): Line[] => {
    const value = payload.input[field]
    const organ = body === 'office' ? row.office : (part?.organ ?? row.lead)
    const what = `${body}:${meaningOf(spec, field, String(value))}`
    return typeof value === 'string' ? [{ kind, what, sign: 1, on: event.occurred_on, organ }] : []
  })
  const organ = part?.organ ?? row.lead
  return rated.length === 0 ? [] : [{ kind, what: '', sign: 1, on: event.occurred_on, organ }, ...rated]
}

/** Each council has a scale of its own; what an answer on it counts as stands with the question. */
function meaningOf(spec: Act, name: string, value: string): string {
  const schema = shapeOf(spec)[name]
  return (schema && fieldOf(schema)?.means?.[value]) ?? value
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
  place: row.place,
  origin: line.origin ?? event.origin,
  restricted: row.restricted,
  heads,
  session: row.session,
})
