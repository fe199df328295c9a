import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { answering, doneIn } from './facts.ts'
import { everyOrganHasAnswered } from './handling_conditions.ts'
import { everyAnswerRated, everySignerServed, ratingLapsed } from './rating_conditions.ts'

/** What must be in evidence before a matter is closed. */
export const nothingOwed: Condition = {
  title: { zh: '督办都已了结', en: 'No supervision is open' },
  because: { zh: '还有督办没有了结', en: 'a supervision is still open' },
  cites: 'DB 52',
  holds: facts => facts.assignments.every(({ role, isOpen }) => role !== 'supervision' || !isOpen),
}

/** 办后评议: the third of a council's contacts. */
export const isContactedAfter: Condition = {
  title: { zh: '办后回访评议已进行', en: 'The member was heard after the answer' },
  because: {
    zh: '办结以前须有办后评议，请承办单位先登记',
    en: 'the organ must hear the member after the answer, and record it',
  },
  cites: 'TA',
  holds: facts => answering(facts).every(({ id }) => isHeardAfter(facts, id)),
}

/** After the answer that stands: a redone one is talked over anew; by the office where the organ is no more. */
const isHeardAfter = (facts: CaseFacts, part: string) =>
  ['contactAfter', 'contactAfterFor'].some(
    act => (doneIn(facts, act, part)?.seq ?? -1) > (facts.did['orderRedo']?.seq ?? -1),
  )

export const ratedAndAnswered: readonly [Condition, ...Condition[]] = [
  everyOrganHasAnswered,
  everySignerServed,
  everyAnswerRated,
  nothingOwed,
]
export const unratedAndAnswered: readonly [Condition, ...Condition[]] = [
  everyOrganHasAnswered,
  everySignerServed,
  ratingLapsed,
  nothingOwed,
]
