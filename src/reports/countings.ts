import type { Db } from '../db/dialect.ts'
import type { BatchCohort } from './batch_cohort.ts'
import type { Cohort } from './cohort.ts'
import { cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { rowsOf } from './rows.ts'
import type { Question, Rows } from './rows.ts'

/** One side of a figure: as a query whose sum is the figure and whose cases are the list; what it means, as data. */
export type Counting = ((db: Db, question: Question) => Rows) & {
  readonly means?: Cohort | BatchCohort
  /** Its name among those that are kept as sums. */
  readonly cohort?: CohortName
}

/** Counts a cohort in its lines. */
export const countingOf = (means: Cohort): Counting =>
  Object.assign((db: Db, question: Question) => rowsOf(db, question, means), { means })

const counting = (cohort: CohortName): Counting => Object.assign(countingOf(cohorts[cohort]), { cohort })

export const of = {
  received: counting('received'),
  answered: counting('answered'),
  endedOtherwise: counting('endedOtherwise'),
  carriedOver: counting('carriedOver'),
  reopened: counting('reopened'),
  open: counting('open'),
  closedHere: counting('closedHere'),
  closedImported: counting('closedImported'),
  due: counting('due'),
  dueAnswered: counting('dueAnswered'),
  dueOnTime: counting('dueOnTime'),
  dueRecordedLate: counting('dueRecordedLate'),
  receivedDone: counting('receivedDone'),
  receivedPetitions: counting('receivedPetitions'),
  receivedRepeating: counting('receivedRepeating'),
  toAcceptOffice: counting('toAcceptOffice'),
  acceptedOffice: counting('acceptedOffice'),
  assumedOffice: counting('assumedOffice'),
  toAcceptOrgan: counting('toAcceptOrgan'),
  acceptedOrgan: counting('acceptedOrgan'),
  assumedOrgan: counting('assumedOrgan'),
  toRate: counting('toRate'),
  toRateRated: counting('toRateRated'),
  ratedFlagged: counting('ratedFlagged'),
  ratedOffice: counting('ratedOffice'),
  satisfiedOffice: counting('satisfiedOffice'),
  ratedOrgan: counting('ratedOrgan'),
  satisfiedOrgan: counting('satisfiedOrgan'),
  visits: counting('visits'),
  visitHeads: counting('visitHeads'),
  groupVisits: counting('groupVisits'),
  groupVisitHeads: counting('groupVisitHeads'),
} satisfies Record<CohortName, Counting>
