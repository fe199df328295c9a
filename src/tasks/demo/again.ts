import { addDays, dayOf } from '../../law/day.ts'
import type { Day } from '../../law/day.ts'
import type { Chance } from './chance.ts'
import { roadOf } from './road.ts'
import type { Step } from './road.ts'
import { said } from './said.ts'
import type { Journey, Moment } from './year.ts'

/** Some file the same matter again while it is being handled: linked as repeats, and not accepted twice (art. 19). */
export function filedAgain(journeys: readonly Journey[], luck: Chance, lay: Laying): Journey[] {
  const waiting = journeys.filter(
    ({ matter, wish, ...journey }) =>
      matter.route === '6' && !wish.sends && !wish.isAnonymous && waitsFrom(journey) !== undefined,
  )
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

/** Others bring what has been re-reviewed once more, with the same facts and grounds: it is not accepted again (art. 36). */
export function declinedAgain(journeys: readonly Journey[], luck: Chance, lay: Laying): Journey[] {
  return journeys.flatMap(first => {
    const concluded = first.moments.find(({ step }) => step.act === 'conclude')
    if (!concluded) return []
    const { person, office } = first
    const { reason = said.declining, ...words } = first.matter.again ?? {}
    const matter = { ...first.matter, ...words }
    const begun = roadOf({ matter, person, office, wish: { last: { act: 'register', ago: 0 } }, luck })
    const moments = lay(
      [...begun, { act: 'declineAgain', by: 'clerk', organ: office, after: 3, input: { reason } }],
      addDays(dayOf(concluded.at), LONG),
    )
    return moments.length > begun.length ? [{ matter, person, office, wish: {}, moments, repeats: first }] : []
  })
}

/** Lays a road out over the days from its first. */
type Laying = (steps: readonly Step[], filedOn: Day) => Moment[]

const TIMES = 8
const LONG = 14

/** The day of acceptance, where nothing more happens for a good while. */
function waitsFrom({ moments }: Pick<Journey, 'moments'>): string | undefined {
  const accepted = moments.findIndex(({ step }) => step.act === 'accept')
  const [from, next] = [moments[accepted], moments[accepted + 1]]
  return from && next && dayOf(next.at) > addDays(dayOf(from.at), LONG) ? dayOf(from.at) : undefined
}

const linked: Step = { act: 'linkRepeat', by: 'clerk', after: 0 }
const unlinked: Step = { act: 'unlinkRepeat', by: 'clerk', after: 0, input: { reason: said.unlinked } }
const refused: Step = { act: 'refuse', by: 'clerk', after: 1, input: { ground: 'pending', reason: said.pending } }
