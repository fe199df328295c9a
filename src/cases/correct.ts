import type { AssignmentTable, CaseTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Parted } from '../procedures/read_form.ts'
import { hasTouched } from './touched.ts'
import type { CaseData, CaseView, Counted } from './view.ts'

/** A legal day that was recorded wrongly: whose act it is, the day that stood, and the right one. */
export type Correction = { act: string; seq: number; was: Day; on: Day }

/** What a form that corrects means; nothing where it leaves the days alone, or names what no person did. */
export function correctionIn({ log }: Pick<Parted, 'log'>, { data, procedure }: CaseView): Correction | undefined {
  const { act, day: on } = log
  if (typeof act !== 'string' || typeof on !== 'string' || !Object.hasOwn(data.did, act)) return undefined
  const done = data.did[act]
  const isPersons = done !== undefined && done.by !== 'system' && procedure.acts[act]?.corrects !== true
  return isPersons ? { act, seq: done.seq, was: done.on, on } : undefined
}

/** The case's memory with the right day in it. */
export function rememberRight(data: CaseData, correction: Correction): CaseData {
  const { act, on } = correction
  const done = data.did[act]
  const right = (lines: readonly Counted[]) => lines.flatMap(line => lineRight(line, correction) ?? [])
  return {
    ...data,
    did: done ? { ...data.did, [act]: { ...done, on } } : data.did,
    standing: right(data.standing),
    lasting: right(data.lasting),
    ...(data.voided && { voided: right(data.voided) }),
  }
}

/** What was counted, on the right day; nothing where it had only said that the day was assumed. */
export function lineRight(line: Counted, { seq, on }: Correction): Counted | undefined {
  if (line.seq === seq) return line.kind === 'assumed' ? undefined : { ...line, on }
  return line.voided?.seq === seq ? { ...line, voided: { seq, on } } : line
}

export const rowRight = (procedure: Procedure, row: CaseTable, { act, was, on }: Correction): CaseTable => ({
  ...row,
  received_on: procedure.acts[act]?.from === 'start' ? on : row.received_on,
  ended_on: row.ended_on === was && isEnd(procedure, act) ? on : row.ended_on,
})

/** Clocks that the act met, ended or stopped, with the day it really did. */
export const clocksRight = (
  lines: readonly DeadlineTable[],
  { did }: Pick<CaseData, 'did'>,
  { act, was, on }: Correction,
): DeadlineTable[] =>
  lines.map(line => ({
    ...line,
    met_on: hasTouched(did[act], 'met', line) ? on : line.met_on,
    ended_on: hasTouched(did[act], 'ended', line) ? on : line.ended_on,
    paused_on: hasTouched(did[act], 'paused', line) && line.paused_on === was ? on : line.paused_on,
  }))

/** Parts that the act gave, since the day it really did. */
export function partsRight(
  procedure: Procedure,
  parts: readonly AssignmentTable[],
  { act, was, on }: Correction,
): AssignmentTable[] {
  const given = oneOrMore(procedure.acts[act]?.assigns ?? []).map(({ role }) => role)
  return parts.map(part => (part.since_on === was && given.includes(part.role) ? { ...part, since_on: on } : part))
}

const isEnd = (procedure: Procedure, act: string) => {
  const state = procedure.states[procedure.acts[act]?.to ?? '']
  return state !== undefined && 'final' in state
}
