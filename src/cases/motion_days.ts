import { sayDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { roles } from '../procedures/roles.ts'
import type { Errors } from '../procedures/read_form.ts'
import type { CaseView } from './view.ts'

type Checked = { view: CaseView; act: string; spec: Act; part: string | undefined; on: Day; today: Day }

/**
 * Suggestions and proposals are counted toward 100 %, and those who are counted record them: so what is late cannot be
 * dated into its term, nothing on a part precedes what was done on it before, and who signs acts on the day itself.
 */
export function checkMotionDay(checked: Checked): Errors {
  const { view, spec, on, today } = checked
  if (!view.procedure.numbered || on >= today) return {}
  if (isOfTheDay(view, spec)) return { occurredOn: [onlyToday] }
  const before = lastBefore(checked)
  if (before !== undefined && on < before) return { occurredOn: [notBefore(before)] }
  const missed = dutyMissed(checked)
  return missed === undefined ? {} : { occurredOn: [tooLate(missed)] }
}

/** What signers do, they do themselves and on line; what is public is public from the day it can be read. */
export const isOfTheDay = ({ procedure }: CaseView, { by, publishes }: Act): boolean =>
  procedure.numbered !== undefined &&
  (publishes === 'yes' || oneOrMore(by).every(role => roles[role].seat === 'signer'))

/** The last thing done on the same part; or, for an act on the matter itself, the last that moved it on. */
function lastBefore({ view, spec, part }: Checked): Day | undefined {
  const { data, procedure } = view
  const days = Object.entries(data.did).flatMap(([name, { on, by }]) => {
    const [act = '', of] = name.split('@')
    if (by === 'system') return []
    if (spec.on === 'assignment') return of === part ? [on] : []
    const done = procedure.acts[act]
    return of === undefined && done && (done.completes || (done.to !== 'same' && !done.on)) ? [on] : []
  })
  return days.sort().at(-1)
}

/** A duty that had run out when this was recorded, and that the day given would still meet. */
const dutyMissed = ({ view, act, part, on, today }: Checked): Day | undefined =>
  view.deadlines.find(
    line =>
      line.is_duty === 1 &&
      line.is_open === 1 &&
      (line.assignment === '' || line.assignment === part) &&
      oneOrMore(view.procedure.deadlines[line.deadline]?.meets ?? []).includes(act) &&
      line.due_on < today &&
      on <= line.due_on,
  )?.due_on

const onlyToday: Text = {
  zh: '这一步只能在当天办理，不能补录到以前',
  en: 'This step is done on the day itself; it cannot be recorded for an earlier one',
}
const notBefore = (day: Day): Text => ({
  zh: `办理日期不能早于上一步（${day}）`,
  en: `The day cannot be earlier than the step before it (${day})`,
})
const tooLate = (due: Day): Text => ({
  zh: `期限${sayDay(due).zh}已经届满，今天才登记的不能算在期限以内，请按今天登记`,
  en: `The term ended on ${sayDay(due).en}; what is recorded only now cannot be dated within it: record it for today`,
})
