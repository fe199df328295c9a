import type { Calendar } from '../../../law/calendar.ts'
import { addDays, dayOf } from '../../../law/day.ts'
import type { Day } from '../../../law/day.ts'
import { chance } from '../chance.ts'
import type { Chance } from '../chance.ts'
import { demoProposals, demoSuggestions, mergedProposals, notFiledProposals } from './all.ts'
import { unhandledMotions } from '../matters/motions/drafts.ts'
import { earlierMotions } from '../matters/motions/earlier.ts'
import { fateOf } from './fates.ts'
import { laidOut, latestStart } from './laid_out.ts'
import type { MotionMoment } from './laid_out.ts'
import { mergedRoad, notFiledRoad, unhandledRoad } from './turned_away.ts'
import { motionRoad } from './road.ts'
import { signersOf } from './signers.ts'
import type { MotionKind, MotionStep, MotionTraveller } from './step.ts'

/** A suggestion or a proposal with its whole road, also as far as that goes beyond the last day of the year. */
export type MotionJourney = { kind: MotionKind; title: string; moments: MotionMoment[] }

/** This year’s suggestions and proposals and a few of the session before, laid out over the year that ends at `until`. */
export function motionsUntil(until: string, calendar: Calendar): MotionJourney[] {
  const today = dayOf(until)
  const luck = chance(20_250_311)
  const year = { today, calendar, luck }
  const earlier = earlierMotions.map(({ kind, motion, fate, ago }, nth) =>
    journey({ ...signersOf(kind, nth, luck), kind, motion, fate, today, luck }, addDays(today, -ago), year),
  )
  const filed = { 'deputy-suggestion': demoSuggestions, 'cppcc-proposal': demoProposals }
  const own = kinds.flatMap(kind =>
    filed[kind].map((motion, nth) => {
      const fate = fateOf(kind, motion, nth, luck)
      const traveller = { ...signersOf(kind, nth, luck), kind, motion, fate, today, luck }
      return journey(traveller, submittedOn(kind, nth, today), year)
    }),
  )
  return [...earlier, ...own, ...merged(own, year), ...notFiled(year), ...unhandled(year)]
}

type Year = { today: Day; calendar: Calendar; luck: Chance }

const kinds = ['deputy-suggestion', 'cppcc-proposal'] as const

/** A hundred suggestions in the nine days of the session; most proposals in the weeks before the plenary; the rest later. */
function submittedOn(kind: MotionKind, nth: number, today: Day): Day {
  if (kind === 'deputy-suggestion')
    return nth < 100 ? addDays(today, -310 + Math.floor(nth / 12)) : addDays(today, -262 + (nth - 100) * 17)
  return nth < 78 ? addDays(today, -302 - Math.floor(80 * (1 - nth / 77) ** 2)) : addDays(today, -230)
}

function journey(traveller: MotionTraveller, submittedOn: Day, { today, calendar, luck }: Year): MotionJourney {
  const { kind, motion, fate } = traveller
  const steps = motionRoad(traveller)
  const { act, ago } = fate.last ?? {}
  const at = steps.findLastIndex(step => step.act === act)
  const on =
    ago === undefined ? startFor(steps, submittedOn, calendar) : latestStart(steps, at, addDays(today, -ago), calendar)
  const stands = act === undefined ? undefined : { at, until: addDays(today, 1) }
  return { kind, title: motion.title, moments: laidOut(steps, { on, stands }, calendar, luck) }
}

const startFor = (steps: readonly MotionStep[], submittedOn: Day, calendar: Calendar): Day =>
  latestStart(
    steps,
    steps.findIndex(({ act }) => act === 'submit'),
    submittedOn,
    calendar,
  )

/** Merged once the other is filed, and answered once that is closed. */
function merged(own: readonly MotionJourney[], { today, calendar, luck }: Year): MotionJourney[] {
  return mergedProposals.map(({ motion, into }, nth) => {
    const main = demoProposals[into]
    const moments = own.find(({ title }) => title === main?.title)?.moments ?? []
    if (!main) throw new Error(`“${motion.title}” is merged into nothing`)
    const dayOfLast = (...acts: string[]) => dayOf(moments.findLast(({ step }) => acts.includes(step.act))?.at ?? '')
    const days = {
      mergedFrom: addDays(dayOfLast('register'), 1),
      answeredFrom: addDays(dayOfLast('close', 'closeUnrated'), 1),
    }
    const traveller = { ...signersOf(proposal, nth + 90, luck), kind: proposal, motion, fate: {}, today, luck }
    const steps = mergedRoad(traveller, main, days)
    const on = startFor(steps, addDays(today, -304 + nth), calendar)
    return { kind: proposal, title: motion.title, moments: laidOut(steps, { on }, calendar, luck) }
  })
}

function notFiled({ today, calendar, luck }: Year): MotionJourney[] {
  return notFiledProposals.map((motion, nth) => {
    const traveller = { ...signersOf(proposal, nth + 97, luck), kind: proposal, motion, fate: {}, today, luck }
    const steps = notFiledRoad(traveller, motion)
    const on = startFor(steps, addDays(today, -315 + nth * 5), calendar)
    return { kind: proposal, title: motion.title, moments: laidOut(steps, { on }, calendar, luck) }
  })
}

/** Drafts lie so many days back; what is submitted is so on that day. */
function unhandled({ today, calendar, luck }: Year): MotionJourney[] {
  return unhandledMotions.map(({ kind, motion, ends, ago }, nth) => {
    const traveller = { ...signersOf(kind, nth * 3 + 1, luck), kind, motion, fate: {}, today, luck }
    const steps = unhandledRoad(traveller, ends)
    const day = addDays(today, -ago)
    const on = ends === 'asLetter' ? startFor(steps, day, calendar) : day
    return { kind, title: motion.title, moments: laidOut(steps, { on }, calendar, luck) }
  })
}

const proposal: MotionKind = 'cppcc-proposal'
