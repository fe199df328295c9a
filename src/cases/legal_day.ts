import type { Calendar } from '../law/calendar.ts'
import { isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { remaining } from '../law/due.ts'
import { isPrintable } from '../procedures/fields.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { CaseView } from './view.ts'

type Checked = {
  view: CaseView | null
  spec: Act
  on: Day
  today: Day
  calendar: Calendar
  parameters: Readonly<Record<string, string>>
  lateReason: string | undefined
}

/** A legal day may be earlier than the day of recording, by so many working days or with a reason; never later. */
export function checkDay({ view, spec, on, today, calendar, parameters, lateReason }: Checked): Errors {
  if (!isDay(on))
    return { occurredOn: [{ zh: '请填写年-月-日，例如 2026-01-10', en: 'Enter year-month-day, such as 2026-01-10' }] }
  if (on > today) return { occurredOn: [{ zh: '办理日期不能晚于今天', en: 'The day cannot be later than today' }] }
  const previous = spec.to === 'same' ? undefined : lastMove(view)
  if (previous !== undefined && on < previous) {
    return {
      occurredOn: [
        {
          zh: `办理日期不能早于上一步（${previous}）`,
          en: `The day cannot be earlier than the step before it (${previous})`,
        },
      ],
    }
  }
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

/** The legal day of the last act that moved the case. */
function lastMove(view: CaseView | null): Day | undefined {
  const moves = Object.entries(view?.data.did ?? {}).filter(([act]) => view?.procedure.acts[act]?.to !== 'same')
  return moves
    .map(([, { on }]) => on)
    .sort()
    .at(-1)
}
