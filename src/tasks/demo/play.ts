import { petitionerOf, visitor } from '../../accounts/actor.ts'
import type { Actor } from '../../accounts/actor.ts'
import { attempt, inTransaction } from '../../cases/perform.ts'
import type { Db } from '../../db/dialect.ts'
import type { Store } from '../../db/open.ts'
import { addDays, dayOf, endOfDay, weekday } from '../../law/day.ts'
import { sweep } from '../sweep.ts'
import { said } from './said.ts'
import type { Seats } from './seats.ts'
import type { Journey, Moment } from './year.ts'

export type Filed = { number: string; queryCode: string; title: string; petitioner: string }

/** Something done in the year, at its instant. */
export type Act = { at: string; does: (trx: Db) => Promise<void> }

/** Lives the year through: every act up to `until` at its instant, in order, and the clockwork once a week. */
export async function play(store: Store, acts: readonly Act[], until: string): Promise<void> {
  const lived = acts.filter(({ at }) => at <= until).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const week of inWeeks(lived)) {
    await inTransaction(store, async trx => {
      for (const { does } of week.acts) await does(trx)
    })
    await sweep(store, week.ends < until ? week.ends : until)
  }
}

/** What is done with petitions; `filed` learns of each as it comes in. */
export const petitionActs = (store: Store, journeys: readonly Journey[], seats: Seats, filed: Map<Journey, Filed>) =>
  journeys.flatMap(journey =>
    journey.moments.map((moment): Act => ({
      at: moment.at,
      does: trx => doOne(store, trx, journey, moment, seats, filed),
    })),
  )

/** Weeks end on Sunday at midnight; one transaction each, so that a year takes seconds. */
function inWeeks(acts: readonly Act[]): { ends: string; acts: Act[] }[] {
  const weeks = Map.groupBy(acts, ({ at }) => {
    const day = dayOf(at)
    return endOfDay(addDays(day, 7 - weekday(day)))
  })
  return [...weeks].map(([ends, acts]) => ({ ends, acts }))
}

async function doOne(
  store: Store,
  trx: Db,
  journey: Journey,
  { at, on, step }: Moment,
  seats: Seats,
  filed: Map<Journey, Filed>,
) {
  const { matter, office, person, wish, repeats } = journey
  const earlier = repeats && filed.get(repeats)?.number
  const number = filed.get(journey)?.number
  const actor = step.by === 'petitioner' ? citizen(number) : seats.sitting(step.organ ?? office, step.by, step.who)
  const done = await attempt(store, trx, {
    on: number === undefined ? { procedure: 'petition', channel: matter.channel } : { number },
    act: step.act,
    actor,
    now: at,
    input: { ...step.input, ...(namesEarlier.includes(step.act) && { earlier }) },
    ...(on !== undefined && { occurredOn: on, lateReason: said.late }),
  })
  if (done.outcome !== 'done') throw new Error(`${matter.title}: ${step.act} at ${at}: ${JSON.stringify(done)}`)
  if (done.queryCode !== undefined)
    filed.set(journey, {
      number: done.number,
      queryCode: done.queryCode,
      title: matter.title,
      petitioner: wish.isAnonymous ? '匿名' : person.petitioner,
    })
}

const namesEarlier = ['linkRepeat', 'declineAgain']

const citizen = (number: string | undefined): Actor => (number === undefined ? visitor : petitionerOf(number))
