import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { correctionIn } from './correct.ts'
import type { Correction } from './correct.ts'
import { headsOf } from './counting_again.ts'
import type { Payload } from './project.ts'
import { shareClock } from './touched.ts'
import type { CaseView } from './view.ts'
import { checkReopening } from './window_checks.ts'
import type { Counting } from './window_checks.ts'

/** Something is put right that was wrong, and a day lies between those of the steps before and after it. */
export async function checkCorrection(
  db: Db,
  form: Pick<Parted, 'log'>,
  view: CaseView,
  counting: Counting,
): Promise<Errors> {
  const { act, day } = form.log
  if (act === undefined && day === undefined) return changesOther(form, view) ? {} : { day: [nothingToCorrect] }
  const meant = correctionIn(form, view)
  if (!meant) return act === undefined || day !== undefined ? { act: [noSuchAct] } : { day: [nothingToCorrect] }
  if (meant.on === meant.was) return { day: [sameDay] }
  const { first, last } = await neighbours(db, view, meant, counting.today)
  if (meant.on < first || meant.on > last) return { day: [outOfOrder(first, last)] }
  return checkReopening(view, meant, counting)
}

/** The days of the steps before and after it: those that moved the case, or that concern a clock it touched. */
async function neighbours(db: Db, view: CaseView, { act, seq }: Correction, today: Day) {
  const { procedure, data } = view
  const corrected = data.did[act]
  const bounds = (await stepsOf(db, view.row.number)).filter(step => {
    const spec = procedure.acts[step.act]
    const last = data.did[step.act]
    const moves = spec !== undefined && spec.to !== 'same' && spec.on !== 'assignment'
    const concerns = corrected && last?.seq === step.seq && last.by !== 'system' && shareClock(corrected, last)
    return step.seq !== seq && spec?.corrects !== true && (moves || concerns === true)
  })
  const before = bounds.filter(step => step.seq < seq).map(({ on }) => on)
  const after = bounds.filter(step => step.seq > seq).map(({ on }) => on)
  return { first: before.sort().at(-1) ?? '', last: [...after, today].sort()[0] ?? today }
}

/** Every step of the case on the day that is right by now; an act may have been done more than once. */
async function stepsOf(db: Db, number: string): Promise<{ seq: number; act: string; on: Day }[]> {
  const events = await db
    .selectFrom('events')
    .select(['seq', 'act', 'occurred_on', 'payload'])
    .where('stream', '=', `case:${number}`)
    .orderBy('seq')
    .execute()
  const right = new Map<number, Day>()
  for (const { seq, occurred_on, payload } of events) {
    const { corrects }: Payload = JSON.parse(payload)
    right.set(seq, occurred_on)
    if (corrects) right.set(corrects.seq, corrects.on)
  }
  return events.map(({ seq, act, occurred_on }) => ({ seq, act, on: right.get(seq) ?? occurred_on }))
}

function changesOther({ log }: Pick<Parted, 'log'>, { row, data }: CaseView): boolean {
  const isOther = (value: unknown, stands: unknown) => value !== undefined && value !== stands
  return (
    isOther(log['category'], row.category) || isOther(log['place'], row.place) || isOther(log['heads'], headsOf(data))
  )
}

const nothingToCorrect: Text = { zh: '请填写要更正的内容', en: 'Say what is to be corrected' }
const noSuchAct: Text = { zh: '请选择本件已经办过的一步', en: 'Choose a step that was done in this case' }
const sameDay: Text = { zh: '与原来登记的日期相同', en: 'This is the day that stands there already' }
const outOfOrder = (first: Day, last: Day): Text =>
  first === ''
    ? { zh: `这一步不能晚于${last}`, en: `This step cannot be later than ${last}` }
    : { zh: `这一步应在${first}至${last}之间`, en: `This step lies between ${first} and ${last}` }
