import { attempt } from '../../../cases/perform.ts'
import type { Db } from '../../../db/dialect.ts'
import type { Store } from '../../../db/open.ts'
import type { Seats } from '../seats.ts'
import type { MotionMoment } from './laid_out.ts'
import type { MotionKind, MotionStep } from './step.ts'
import type { MotionJourney } from './year.ts'

/** The numbers of what has been drafted, by title. */
export type Numbers = Map<string, string>

/** What is done with suggestions and proposals, each act at its instant. */
export const motionActs = (store: Store, journeys: readonly MotionJourney[], seats: Seats, numbers: Numbers) =>
  journeys.flatMap(({ kind, title, moments }) =>
    moments.map(moment => ({
      at: moment.at,
      does: (trx: Db) => doOne({ store, trx, seats, numbers }, { kind, title, moment }),
    })),
  )

type House = { store: Store; trx: Db; seats: Seats; numbers: Numbers }

async function doOne(house: House, { kind, title, moment }: { kind: MotionKind; title: string; moment: MotionMoment }) {
  const { store, trx, seats, numbers } = house
  const { at, step } = moment
  const number = numbers.get(title)
  const done = await attempt(store, trx, {
    on: number === undefined ? { procedure: kind, channel: 'online' } : { number },
    act: step.act,
    actor: seats.sitting(step.by.organ, step.by.role, step.by.login),
    now: at,
    input: { ...step.input, ...(number !== undefined && (await named(house, number, step))) },
    ...(number !== undefined && step.part && { part: await partMeant(trx, number, step.part) }),
  })
  if (done.outcome !== 'done') throw new Error(`${title}: ${step.act} at ${at}: ${JSON.stringify(done)}`)
  numbers.set(title, done.number)
}

/** Parts and numbers that are known only once the year is lived. */
async function named({ trx, numbers }: House, number: string, { all, main }: MotionStep) {
  return {
    ...(all && { [all.field]: (await openParts(trx, number, all.roles)).map(({ id }) => id) }),
    ...(main && { [main.field]: numbers.get(main.title) }),
  }
}

async function partMeant(trx: Db, number: string, { roles, organ }: NonNullable<MotionStep['part']>) {
  const parts = await openParts(trx, number, roles)
  return parts.find(part => part.organ === organ)?.id
}

const openParts = (trx: Db, number: string, roles: NonNullable<MotionStep['all']>['roles']) =>
  trx
    .selectFrom('assignments')
    .select(['id', 'organ'])
    .where('case_number', '=', number)
    .where('is_open', '=', 1)
    .where('role', 'in', roles)
    .orderBy('id')
    .execute()
