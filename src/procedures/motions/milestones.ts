import type { CaseFacts, DeadlineFacts, PartFacts } from '../facts.ts'
import type { Milestone } from '../procedure.ts'
import { answering, doneIn, hasAnswered, isDone, outcomes } from './facts.ts'
import { isSatisfied } from './rating_conditions.ts'

/** How far a suggestion or a proposal has come; the bars of a batch are sums of these. */
// prettier-ignore
export const milestones = {
  filed:      { title: { zh: '立案（受理）', en: 'Filed' }, holds: facts => isFiled(facts) && !isGone(facts) },
  merged:     { title: { zh: '并案', en: 'Merged' }, holds: facts => isMerged(facts) },
  mergedAnswered: { title: { zh: '并案件已答复', en: 'Merged, and answered' }, holds: facts => isMerged(facts) && isAnswered(facts) },
  handedOver: { title: { zh: '交办', en: 'Handed over' }, holds: facts => isIn(facts) && answering(facts).length > 0 },
  received:   { title: { zh: '签收', en: 'Received' }, holds: facts => isIn(facts) && every(facts, ({ state }) => state !== 'sent') },
  contacted:  { title: { zh: '沟通面商', en: 'Contacted' }, holds: facts => isIn(facts) && every(facts, ({ id }) => isContacted(facts, id)) },
  answered:   { title: { zh: '答复', en: 'Answered' }, holds: facts => isIn(facts) && isAnswered(facts) },
  onTime:     { title: { zh: '按期答复', en: 'Answered on time' }, holds: facts => isIn(facts) && isAnswered(facts) && isInTime(facts) },
  served:     { title: { zh: '送达', en: 'Served' }, holds: facts => isIn(facts) && ['served', 'settled', 'closed'].includes(facts.state) },
  rated:      { title: { zh: '评价', en: 'Rated' }, holds: facts => isIn(facts) && every(facts, ({ state }) => state === 'rated') },
  satisfied:  { title: { zh: '满意、基本满意', en: 'Satisfied' }, holds: facts => isIn(facts) && every(facts, part => part.state === 'rated' && isSatisfied(facts, part)) },
  silent:     { title: { zh: '未评价', en: 'Not rated in time' }, holds: facts => isIn(facts) && isUnrated(facts) },
  closed:     { title: { zh: '办结', en: 'Closed' }, holds: facts => isIn(facts) && facts.state === 'closed' },
  claimed:    { title: { zh: '答复为已解决或者承诺', en: 'Answered as solved or promised' }, holds: facts => isIn(facts) && isAnswered(facts) && outcomes(facts).length > 0 },
  carriedOut: { title: { zh: '落实', en: 'Carried out' }, holds: facts => isIn(facts) && isAnswered(facts) && isCarriedOut(outcomes(facts)) },
  redone:     { title: { zh: '重新办理', en: 'Redone' }, holds: facts => isIn(facts) && isDone(facts, 'orderRedo') },
  key:        { title: { zh: '重点督办', en: 'Key' }, holds: facts => isIn(facts) && isDone(facts, 'makeKey') },
  published:  { title: { zh: '公开', en: 'Published' }, holds: ({ did }) => (did['publish']?.seq ?? -1) > (did['unpublish']?.seq ?? -1) },
  together:   { title: { zh: '集体提出', en: 'Submitted in common' }, holds: facts => isDone(facts, 'draftTogether') },
  left:       { title: { zh: '未立案或者撤回', en: 'Not filed, or withdrawn' }, holds: facts => isGone(facts) },
} as const satisfies Readonly<Record<string, Milestone>>

/** And each organ that must answer, with its own part. */
// prettier-ignore
export const partMilestones = {
  handedOver: { title: { zh: '交办', en: 'Handed over' }, holds: ofPart(({ state }) => state !== 'ended' && state !== 'returned') },
  received:   { title: { zh: '签收', en: 'Received' }, holds: ofPart(({ state }) => !['sent', 'ended', 'returned'].includes(state)) },
  contacted:  { title: { zh: '沟通面商', en: 'Contacted' }, holds: ofPart(({ id }, facts) => isContacted(facts, id)) },
  answered:   { title: { zh: '答复', en: 'Answered' }, holds: ofPart(hasAnswered) },
  onTime:     { title: { zh: '按期答复', en: 'Answered on time' }, holds: ofPart((part, facts) => hasAnswered(part) && isInTime(facts, part)) },
  rated:      { title: { zh: '评价', en: 'Rated' }, holds: ofPart(({ state }) => state === 'rated') },
  satisfied:  { title: { zh: '满意、基本满意', en: 'Satisfied' }, holds: ofPart((part, facts) => part.state === 'rated' && isSatisfied(facts, part)) },
  claimed:    { title: { zh: '答复为已解决或者承诺', en: 'Answered as solved or promised' }, holds: ofPart((part, facts) => hasAnswered(part) && ownOutcomes(facts, part).length > 0) },
  carriedOut: { title: { zh: '落实', en: 'Carried out' }, holds: ofPart((part, facts) => hasAnswered(part) && isCarriedOut(ownOutcomes(facts, part))) },
} as const satisfies Readonly<Record<string, Milestone>>

const isFiled = (facts: CaseFacts) => isDone(facts, 'register') || isDone(facts, 'file')
const isGone = ({ state }: CaseFacts) => ['withdrawn', 'asLetter', 'asOpinion'].includes(state)
const isIn = (facts: CaseFacts) => isFiled(facts) && !isGone(facts)
const isMerged = (facts: CaseFacts) =>
  (facts.did['merge']?.seq ?? -1) > (facts.did['unmerge']?.seq ?? -1) && !isGone(facts)
const isAnswered = ({ state }: CaseFacts) => ['answered', 'served', 'settled', 'closed'].includes(state)
const isContacted = ({ did }: CaseFacts, part: string) =>
  did[`contact@${part}`] !== undefined || did['relayAnswer'] !== undefined
const isCarriedOut = (parts: readonly PartFacts[]) =>
  parts.length > 0 && parts.every(({ state }) => state === 'carriedOut')
const ownOutcomes = (facts: CaseFacts, { organ }: PartFacts) => outcomes(facts).filter(part => part.organ === organ)

const every = (facts: CaseFacts, holds: (part: PartFacts) => boolean) =>
  answering(facts).length > 0 && answering(facts).every(holds)

function ofPart(holds: (part: PartFacts, facts: CaseFacts) => boolean): Milestone['holds'] {
  return facts => facts.part !== undefined && isFiled(facts) && holds(facts.part, facts)
}

/**
 * No term that was set for an answer ran out first, neither before a redo nor before it was handed over anew: of the
 * matter every one counts, of a part those of its organ.
 */
function isInTime(facts: CaseFacts, part?: PartFacts): boolean {
  const lines = facts.deadlines.filter(
    ({ deadline, organ }) => answeringClocks.includes(deadline) && (part === undefined || organ === part.organ),
  )
  return lines.some(({ metOn }) => metOn !== null) && lines.every(wasKept)
}

const wasKept = ({ metOn, endedOn, lapsedOn, dueOn }: DeadlineFacts): boolean =>
  metOn !== null ? metOn <= dueOn : endedOn !== null && endedOn <= dueOn && lapsedOn === null

export const answeringClocks = ['handling', 'redo', 'separateHandling']

/** Its window lapsed before every answer was rated, and nothing was handled again since. */
const isUnrated = (facts: CaseFacts) =>
  ['settled', 'closed'].includes(facts.state) &&
  Math.max(facts.did['lapseRating']?.seq ?? -1, facts.did['countSilence']?.seq ?? -1) >
    (facts.did['orderRedo']?.seq ?? -1) &&
  !every(facts, ({ id, state }) => state === 'rated' && doneIn(facts, 'rate', id) !== undefined)
