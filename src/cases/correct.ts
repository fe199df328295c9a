import type { CaseTable, DeadlineTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import type { CaseData, CaseView } from './view.ts'

/** A legal day that was recorded wrongly: whose act it is, the day that stood, and the right one. */
export type Correction = { act: string; was: Day; on: Day }

/** What a form that corrects means; nothing where it leaves the days alone. */
export function correctionIn(form: Pick<Parted, 'log'>, view: CaseView): Correction | undefined {
  const { act, day } = form.log
  const done = typeof act === 'string' && Object.hasOwn(view.data.did, act) ? view.data.did[act] : undefined
  return done && typeof act === 'string' && typeof day === 'string' ? { act, was: done.on, on: day } : undefined
}

/** The right day lies between the days of the acts before and after it, and changes something. */
export function checkCorrection(form: Pick<Parted, 'log'>, view: CaseView, today: Day): Errors {
  const { act, day } = form.log
  if (act === undefined && day === undefined) return hasOther(form) ? {} : { day: [nothingToCorrect] }
  const meant = correctionIn(form, view)
  if (!meant) return act === undefined || day !== undefined ? { act: [noSuchAct] } : { day: [nothingToCorrect] }
  const done = view.data.did[meant.act]
  const moves = Object.entries(view.data.did).filter(([act]) => view.procedure.acts[act]?.to !== 'same')
  const before = moves.filter(([, { seq }]) => seq < (done?.seq ?? 0)).map(([, { on }]) => on)
  const after = moves.filter(([, { seq }]) => seq > (done?.seq ?? 0)).map(([, { on }]) => on)
  const [first, last] = [before.sort().at(-1) ?? '', after.sort()[0] ?? today]
  if (meant.on === meant.was) return { day: [sameDay] }
  return meant.on < first || meant.on > last ? { day: [outOfOrder(first, last)] } : {}
}

/** The case's memory with the right day in it. */
export function rememberRight(data: CaseData, { act, was, on }: Correction): CaseData {
  const done = data.did[act]
  const isMeant = (line: { what: string; on: Day }) => line.what === act && line.on === was
  return {
    ...data,
    did: done ? { ...data.did, [act]: { ...done, on } } : data.did,
    standing: data.standing.map(line => (isMeant(line) ? { ...line, on } : line)),
  }
}

export const rowRight = (procedure: Procedure, row: CaseTable, { act, was, on }: Correction): CaseTable => ({
  ...row,
  received_on: procedure.acts[act]?.from === 'start' ? on : row.received_on,
  ended_on: row.ended_on === was && isEnd(procedure, act) ? on : row.ended_on,
})

/** Clocks that the act met or ended, with the day it really did. */
export const clocksRight = (procedure: Procedure, lines: readonly DeadlineTable[], { act, was, on }: Correction) =>
  lines.map(line => {
    const spec = procedure.deadlines[line.deadline]
    if (!spec) return line
    if (line.met_on === was && oneOrMore(spec.meets).includes(act)) return { ...line, met_on: on }
    return line.ended_on === was && spec.ends.includes(act) ? { ...line, ended_on: on } : line
  })

const hasOther = ({ log }: Pick<Parted, 'log'>) => Object.keys(log).some(name => name !== 'act' && name !== 'day')

const isEnd = (procedure: Procedure, act: string) => {
  const state = procedure.states[procedure.acts[act]?.to ?? '']
  return state !== undefined && 'final' in state
}

const nothingToCorrect: Text = { zh: '请填写要更正的内容', en: 'Say what is to be corrected' }
const noSuchAct: Text = { zh: '请选择本件已经办过的一步', en: 'Choose a step that was done in this case' }
const sameDay: Text = { zh: '与原来登记的日期相同', en: 'This is the day that stands there already' }
const outOfOrder = (first: Day, last: Day): Text =>
  first === ''
    ? { zh: `这一步不能晚于${last}`, en: `This step cannot be later than ${last}` }
    : { zh: `这一步应在${first}至${last}之间`, en: `This step lies between ${first} and ${last}` }
