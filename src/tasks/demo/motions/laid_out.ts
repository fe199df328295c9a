import type { Calendar } from '../../../law/calendar.ts'
import { addDays, instantOf, sayInstant } from '../../../law/day.ts'
import type { Day } from '../../../law/day.ts'
import type { Chance } from '../chance.ts'
import type { MotionStep } from './step.ts'

export type MotionMoment = { at: string; step: MotionStep }

/** The first day of a road, and an act after which nothing happens until a later day. */
type Start = { on: Day; stands?: { at: number; until: Day } | undefined }

/** A road laid out over the days: officials work on working days, whoever signs on any. */
export function laidOut(steps: readonly MotionStep[], start: Start, calendar: Calendar, luck: Chance): MotionMoment[] {
  const days = daysOf(steps, start, calendar)
  let minutes = 0
  return steps.map((step, i) => {
    const on = days[i] ?? start.on
    minutes = on === days[i - 1] ? Math.min(minutes + luck.between(3, 20), 1430) : luck.between(9 * 60, 14 * 60)
    return { at: instant(on, minutes), step: withDays(step, on) }
  })
}

/** The last day on which a road may begin and have its step at that place done by `end`. */
export function latestStart(steps: readonly MotionStep[], place: number, end: Day, calendar: Calendar): Day {
  const upTo = steps.slice(0, place + 1)
  let on = end
  while ((daysOf(upTo, { on }, calendar).at(-1) ?? on) > end) on = addDays(on, -1)
  return on
}

function daysOf(steps: readonly MotionStep[], { on, stands }: Start, calendar: Calendar): Day[] {
  const done = new Map<string, Day>()
  let day = on
  return steps.map((step, i) => {
    const held = stands && i > stands.at ? stands.until : ''
    const next = [addDays(day, step.after), earliest(step, done), held].sort().at(-1) ?? day
    day = isOfficial(step) ? workingDay(next, calendar) : next
    done.set(step.act, day)
    return day
  })
}

function earliest({ notBefore }: MotionStep, done: ReadonlyMap<string, Day>): Day {
  if (typeof notBefore !== 'object') return notBefore ?? ''
  const from = done.get(notBefore.of)
  return from === undefined ? '' : addDays(from, notBefore.plus)
}

const isOfficial = ({ by }: MotionStep) => !['deputy', 'member', 'convener'].includes(by.role)

const workingDay = (day: Day, calendar: Calendar): Day =>
  calendar.look(day).rest ? workingDay(addDays(day, 1), calendar) : day

/** The days a form asks for are known once the road lies in the year. */
function withDays(step: MotionStep, on: Day): MotionStep {
  const days = Object.entries(step.days ?? {}).map(([field, far]) => [field, addDays(on, far)])
  return days.length === 0 ? step : { ...step, input: { ...step.input, ...Object.fromEntries(days) } }
}

function instant(day: Day, minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return sayInstant(instantOf(`${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`))
}
