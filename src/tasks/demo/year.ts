import type { Calendar } from '../../law/calendar.ts'
import { addDays, dayOf, instantOf, sayInstant } from '../../law/day.ts'
import type { Day } from '../../law/day.ts'
import { declinedAgain, filedAgain } from './again.ts'
import { chance } from './chance.ts'
import type { Chance } from './chance.ts'
import { demoMatters } from './matters/all.ts'
import { petitioner } from './petitioners.ts'
import { roadOf } from './road.ts'
import type { Step, Traveller } from './road.ts'
import { grantWishes } from './wishes.ts'
import type { Wish } from './wish.ts'

/** One act with the instant it is recorded, and the day it legally happened where that was earlier. */
export type Moment = { at: string; on: Day | undefined; step: Step }
export type Journey = Pick<Traveller, 'matter' | 'person' | 'office'> & {
  wish: Wish
  moments: Moment[]
  /** The one before it, by the same person with the same matter. */
  repeats?: Journey
}

/** The year that ends at `until`: every matter with its road laid out over the days. */
export function yearUntil(until: string, calendar: Calendar): Journey[] {
  const luck = chance(20_220_501)
  const today = dayOf(until)
  const wishes = grantWishes(luck.shuffle(demoMatters))
  const journeys = wishes.map(({ matter, wish }, i) => {
    const isAtCity = matter.accused === 'petition-office' || wish.sends === 'city' || wish.sends === 'cityReturned'
    const office = isAtCity ? 'city-petition-office' : 'petition-office'
    const person = petitioner(luck, i)
    const steps = roadOf({ matter, person, office, wish, luck })
    const spread = addDays(today, -Math.round((365 * (wishes.length - i)) / wishes.length))
    const filedOn = wish.last ? latestStart(steps, addDays(today, -wish.last.ago), calendar) : spread
    const moments = laidOut(steps, filedOn, calendar, luck).filter(({ at }) => at <= until)
    return { matter, person, office, wish, moments }
  })
  const lay = (steps: readonly Step[], day: Day) => laidOut(steps, day, calendar, luck).filter(({ at }) => at <= until)
  return [...journeys, ...filedAgain(journeys, luck, lay), ...declinedAgain(journeys, luck, lay)]
}

/** The last day on which a road may begin and still be at its end by `end`. */
function latestStart(steps: readonly Step[], end: Day, calendar: Calendar): Day {
  let start = end
  while (lastDay(steps, start, calendar) > end) start = addDays(start, -1)
  return start
}

const lastDay = (steps: readonly Step[], start: Day, calendar: Calendar) =>
  steps.reduce((day, step) => dayOfStep(day, step, calendar), start)

function laidOut(steps: readonly Step[], filedOn: Day, calendar: Calendar, luck: Chance): Moment[] {
  let day = filedOn
  let minutes = 0
  const done = new Map<string, Day>()
  return steps.map(step => {
    const before = day
    const on = officeDay(addDays(day, step.after), step, calendar)
    day = dayOfStep(day, step, calendar)
    minutes = day === before ? Math.min(minutes + luck.between(3, 25), 1435) : luck.between(9 * 60, 15 * 60)
    done.set(step.act, on)
    return { at: instant(day, minutes), on: on < day ? on : undefined, step: withDays(step, on, done) }
  })
}

/** The days a form asks for are known once the road lies in the year. */
function withDays(step: Step, on: Day, done: ReadonlyMap<string, Day>): Step {
  if (!step.days) return step
  const days = Object.entries(step.days).map(([field, far]) =>
    typeof far === 'number' ? [field, addDays(on, far)] : [field, addDays(done.get(far.of) ?? on, far.plus)],
  )
  return { ...step, input: { ...step.input, ...Object.fromEntries(days) } }
}

/** The day a step is recorded, given the day of the step before it. */
const dayOfStep = (day: Day, step: Step, calendar: Calendar): Day =>
  officeDay(addDays(officeDay(addDays(day, step.after), step, calendar), step.recordedLater ?? 0), step, calendar)

/** Officials work on working days; citizens file, reply and rate on any day. */
function officeDay(day: Day, step: Step, calendar: Calendar): Day {
  if (step.by === 'petitioner') return day
  return calendar.look(day).rest ? officeDay(addDays(day, 1), step, calendar) : day
}

function instant(day: Day, minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return sayInstant(instantOf(`${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`))
}
