import { system } from '../accounts/actor.ts'
import type { Calendar } from '../law/calendar.ts'
import { isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { remaining } from '../law/due.ts'
import type { Text } from '../law/words.ts'
import { isPrintable } from '../procedures/fields.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { CaseView } from './view.ts'

type Checked = {
  view: CaseView | null
  act: string
  spec: Act
  /** The part the act is about. */
  part: string | undefined
  on: Day
  today: Day
  calendar: Calendar
  parameters: Readonly<Record<string, string>>
  lateReason: string | undefined
}

/** A legal day may be earlier than the day of recording, by so many working days or with a reason; never later. */
export function checkDay(checked: Checked): Errors {
  const { view, act, spec, part, on, today, calendar, parameters, lateReason } = checked
  if (!isDay(on))
    return { occurredOn: [{ zh: '请填写年-月-日，例如 2026-01-10', en: 'Enter year-month-day, such as 2026-01-10' }] }
  if (on > today) return { occurredOn: [{ zh: '办理日期不能晚于今天', en: 'The day cannot be later than today' }] }
  const earliest = view && earliestFor(view, spec, act, part)
  if (earliest && on < earliest.day) return { occurredOn: [earliest.says] }
  if (lateReason !== undefined && (lateReason.length > longestReason || !isPrintable(lateReason)))
    return { lateReason: [tooLong] }
  const limit = Number(parameters['backdating'])
  const isLate = on < today && remaining(on, today, calendar).workingDays > limit
  if (!isLate || lateReason) return {}
  return {
    lateReason: [
      {
        zh: `补录超过${limit}个工作日，请写明理由`,
        en: `It is recorded more than ${limit} working days late; say why`,
      },
    ],
  }
}

const longestReason = 2000
const tooLong = {
  zh: `补录理由最多${longestReason}个字，请缩短`,
  en: `The reason takes at most ${longestReason} characters; please shorten it`,
}

/**
 * An act that moves the case follows the move before it. One that keeps its state may be recorded after a later move,
 * but nothing is done to a matter before it came in, to a part before it was given, or to a clock before it stood so.
 */
function earliestFor(view: CaseView, spec: Act, act: string, part: string | undefined): { day: Day; says: Text } {
  const { procedure, row, assignments, deadlines } = view
  const given = assignments.filter(({ id }) => spec.on === 'assignment' && id === part).map(({ since_on }) => since_on)
  const clocks = deadlines.flatMap(line => {
    const pauses = line.is_open === 1 ? procedure.deadlines[line.deadline]?.pauses : undefined
    return pauses?.from === act
      ? [line.start_on]
      : pauses && oneOrMore(pauses.until).includes(act)
        ? (line.paused_on ?? [])
        : []
  })
  const before = [...(isMove(spec) ? movesOf(view) : []), ...given, ...clocks].sort().at(-1)
  return before !== undefined && before > row.received_on
    ? { day: before, says: notBefore(before) }
    : { day: row.received_on, says: notBeforeReceipt(row.received_on) }
}

const notBefore = (day: Day): Text => ({
  zh: `办理日期不能早于上一步（${day}）`,
  en: `The day cannot be earlier than the step before it (${day})`,
})
const notBeforeReceipt = (day: Day): Text => ({
  zh: `办理日期不能早于收到之日（${day}）`,
  en: `The day cannot be earlier than the day it was received (${day})`,
})

const isMove = (spec: Act | undefined) => spec !== undefined && spec.to !== 'same' && spec.on !== 'assignment'

/** The legal days of the acts of people that moved the case: what a lapse let the clockwork do binds nobody. */
const movesOf = ({ procedure, data }: CaseView): Day[] =>
  Object.entries(data.did)
    .filter(([act]) => isMove(procedure.acts[act]))
    .filter(([, { by }]) => by !== system.id)
    .map(([, { on }]) => on)
