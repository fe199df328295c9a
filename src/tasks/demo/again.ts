import { addDays, dayOf } from '../../law/day.ts'
import type { Day } from '../../law/day.ts'
import type { Chance } from './chance.ts'
import { roadOf } from './road.ts'
import type { Step } from './road.ts'
import { said } from './said.ts'
import type { Journey, Moment } from './year.ts'

/** Some file the same matter again while it is being handled: linked as repeats, and not accepted twice (art. 19). */
export function filedAgain(journeys: readonly Journey[], luck: Chance, lay: Laying): Journey[] {
  const waiting = journeys.filter(journey => journey.matter.route === '6' && waitsFrom(journey) !== undefined)
  return waiting.slice(0, TIMES).map((first, nth) => {
    const { matter, person, office } = first
    const begun = roadOf({ matter, person, office, wish: { last: { act: 'register', ago: 0 } }, luck })
    const steps = [...begun, ...(nth === 0 ? [linked, unlinked] : []), linked, refused].map(step => ({
      organ: office,
      ...step,
    }))
    const filedOn = addDays(waitsFrom(first) ?? '', 2)
    return { matter, person, office, wish: {}, moments: lay(steps, filedOn), repeats: first }
  })
}

/** Lays a road out over the days from its first. */
type Laying = (steps: readonly Step[], filedOn: Day) => Moment[]

const TIMES = 8
const LONG = 14

/** The day of acceptance, where nothing more happens for a good while. */
function waitsFrom({ moments }: Journey): string | undefined {
  const accepted = moments.findIndex(({ step }) => step.act === 'accept')
  const [from, next] = [moments[accepted], moments[accepted + 1]]
  return from && next && dayOf(next.at) > addDays(dayOf(from.at), LONG) ? dayOf(from.at) : undefined
}

const linked: Step = { act: 'linkRepeat', by: 'clerk', after: 0 }
const unlinked: Step = { act: 'unlinkRepeat', by: 'clerk', after: 0, input: { reason: said.unlinked } }
const refused: Step = { act: 'refuse', by: 'clerk', after: 1, input: { ground: 'pending', reason: said.pending } }
