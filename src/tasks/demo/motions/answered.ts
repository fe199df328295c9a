import { addDays } from '../../../law/day.ts'
import { said } from './said.ts'
import { answerers, clerkOf, directorOf, handlerOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

type Wording = { opinion: string; publicity?: string }

/** Drafted by the handler and signed by the director of each organ that answers, then served on everyone who signed. */
export function answered(traveller: MotionTraveller, isAgain = false): MotionStep[] {
  const { motion, luck } = traveller
  const organs = answerers(motion)
  return [
    ...organs.flatMap((organ, nth) => signedOff(traveller, organ, nth, isAgain)),
    {
      act: 'serve',
      by: organs.length > 1 ? clerkOf(traveller.kind) : handlerOf(motion.lead),
      after: luck.between(1, 4),
      input: { method: luck.pick(['person', 'system', 'system', 'post']) },
      all: { field: 'signers', roles: ['signer', 'cosigner'] },
    },
  ]
}

function signedOff(traveller: MotionTraveller, organ: string, nth: number, isAgain: boolean): MotionStep[] {
  const { motion, fate, luck } = traveller
  const { redone, answer, otherAnswer } = motion
  const draft: MotionStep = {
    act: 'draftAnswer',
    by: handlerOf(organ),
    after: nth > 0 ? 2 : isAgain ? luck.between(4, 8) : luck.between(12, 34),
    ...timeOf(traveller, isAgain),
    ...worded(traveller, nth, { opinion: isAgain ? (redone ?? answer) : nth > 0 ? (otherAnswer ?? answer) : answer }),
  }
  const back: MotionStep = { act: 'sendBack', by: directorOf(organ), after: 1, input: { reason: said.sendingBack } }
  return [
    draft,
    ...(fate.isSentBack && !isAgain ? [back, { ...draft, after: 2 }] : []),
    { act: 'answer', by: directorOf(organ), after: luck.between(0, 2) },
  ]
}

/** With more time it takes more; and some answer late. */
function timeOf({ fate, motion }: MotionTraveller, isAgain: boolean): Pick<MotionStep, 'notBefore'> {
  const of = motion.separate ? 'handOverSeparately' : 'handOver'
  if (isAgain) return {}
  if (fate.extension === 'granted') return { notBefore: { of, plus: 118 } }
  return fate.isLate ? { notBefore: { of, plus: 97 } } : {}
}

function worded({ motion, fate, today, luck }: MotionTraveller, nth: number, wording: Wording) {
  const { result, coHandlers, evidence, promise } = motion
  const isPromised = result === 'promised'
  const ofTheirs = fate.isCoHandlerSilent ? said.withoutOpinions : said.coOpinions
  const input = {
    class: classOf[result],
    ...wording,
    ...(coHandlers && { coOpinions: ofTheirs }),
    ...(result === 'solved' && { solution: evidence ?? wording.opinion }),
    ...(isPromised && { promise: nth > 0 ? said.otherPromise : (promise ?? said.otherPromise) }),
    ...publicityOf(fate.publicity ?? 'full'),
  }
  const isDueLater = fate.promise === 'running' || fate.promise === 'going' || fate.promise === 'shown'
  if (!isPromised) return { input }
  return isDueLater
    ? { input: { ...input, promiseBy: addDays(today, luck.between(10, 260)) } }
    : { input, days: { promiseBy: promisedIn } }
}

/** How many days after its draft an answer promises something that is over by the end of the year. */
export const promisedIn = 75

const publicityOf = (publicity: 'full' | 'summary' | 'none') => ({
  publicity,
  ...(publicity === 'summary' && { summary: said.summary }),
  ...(publicity === 'none' && { publicityReason: said.notPublished }),
})

export const classOf = { solved: 'A', promised: 'B', planned: 'C', reference: 'D' } as const
