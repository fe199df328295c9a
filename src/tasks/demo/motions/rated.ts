import { addDays } from '../../../law/day.ts'
import { answered } from './answered.ts'
import { published } from './published.ts'
import { heard, heardAgain, isProposal } from './handled.ts'
import { said } from './said.ts'
import { answerers, clerkOf, handlerOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

/** Rated by whoever leads, redone where that asks for it, heard once more, made public and closed. */
export function rated(traveller: MotionTraveller): MotionStep[] {
  const { motion, fate } = traveller
  if (motion.dissatisfied !== undefined && !fate.isUnrated)
    return [
      ...heardAfter(traveller),
      ...ratings(traveller, motion.dissatisfied),
      ...(fate.redoneAgo === undefined ? [] : [closed(traveller)]),
      redo(traveller),
      ...heardAgain(traveller),
      ...answered(traveller, true),
      ...heardAfter(traveller),
      ...ratings(traveller, lastWord(fate)),
      ...published(traveller),
      closed(traveller),
    ]
  if (fate.isUnrated) return [...heardAfter(traveller), ...published(traveller), closedUnrated(traveller)]
  const after = heardAfter(traveller)
  const words = ratings(traveller, lastWord(fate))
  return [
    ...(fate.isHeardLast ? [...words, ...after] : [...after, ...words]),
    ...published(traveller),
    ...(fate.isSupervised ? supervised(traveller) : []),
    closed(traveller),
  ]
}

const lastWord = ({ isUnhappy }: MotionTraveller['fate']) => (isUnhappy ? said.unhappy : undefined)

/** A council’s third contact. */
function heardAfter({ kind, motion, luck }: MotionTraveller): MotionStep[] {
  if (!isProposal(kind)) return []
  return answerers(motion).map(organ => ({
    act: 'contactAfter',
    by: handlerOf(organ),
    after: luck.between(1, 4),
    input: heard('phone', said.contactAfter),
  }))
}

function ratings(traveller: MotionTraveller, why?: string): MotionStep[] {
  const { motion, signer, luck } = traveller
  return answerers(motion).map((organ, nth) => ({
    act: 'rate',
    by: signer,
    after: nth > 0 ? 0 : luck.between(1, 6),
    part: { roles: ['sole', 'lead', 'separate'], organ },
    input: ratingOf(traveller, why),
  }))
}

export function ratingOf({ kind, fate, luck }: Pick<MotionTraveller, 'kind' | 'fate' | 'luck'>, why?: string) {
  const isPleased = luck.in100(70)
  const words = why === undefined ? (luck.in100(25) ? { why: said.pleased } : {}) : { why }
  const short =
    why === undefined
      ? { attitude: 'satisfied', result: isPleased ? 'satisfied' : 'basically' }
      : { attitude: 'satisfied', result: 'dissatisfied' }
  if (!isProposal(kind) || fate.isRatedShort) return { ...short, ...words }
  return {
    visit: 'visited',
    heard: 'visit',
    attitude: isPleased ? 'satisfied' : 'understand',
    toThePoint: why === undefined ? 'yes' : 'partly',
    byLeader: 'yes',
    result: why === undefined ? (isPleased ? 'agree' : 'understand') : 'disagree',
    ...words,
  }
}

const redo = ({ kind, fate, today, luck }: MotionTraveller): MotionStep => ({
  act: 'orderRedo',
  by: clerkOf(kind),
  after: luck.between(2, 5),
  ...(fate.redoneAgo !== undefined && { notBefore: addDays(today, -fate.redoneAgo) }),
  input: { reason: said.redoing },
  all: { field: 'again', roles: ['sole', 'lead', 'separate'] },
})

/** Asked after the rating, and the matter stays open until it is answered. */
function supervised({ kind, motion: { lead } }: MotionTraveller): MotionStep[] {
  const part = { roles: ['supervision'], organ: lead } as const
  return [
    { act: 'supervise', by: clerkOf(kind), after: 3, input: { note: said.demanding } },
    { act: 'answerSupervision', by: handlerOf(lead), after: 8, input: { note: said.reporting } },
    { act: 'liftSupervision', by: clerkOf(kind), after: 2, part },
  ]
}

const closed = ({ kind, luck }: MotionTraveller): MotionStep => ({
  act: 'close',
  by: clerkOf(kind),
  after: luck.between(1, 6),
})

/** The window of fifteen working days and the weekly sweep come first. */
const closedUnrated = ({ kind }: MotionTraveller): MotionStep => ({
  act: 'closeUnrated',
  by: clerkOf(kind),
  after: 1,
  notBefore: { of: 'serve', plus: 43 },
})
