import type { Step, Traveller } from './road.ts'
import { served } from './served.ts'
import { said } from './said.ts'
import { sent } from './sent.ts'

/** What is not taken in: another lawful route, or a refusal. */
export function turnedAway({ matter, office, luck }: Traveller): Step[] {
  const { refusalGround, opinion } = matter
  const step = { by: 'clerk', organ: office, after: luck.between(2, 9) } as const
  return refusalGround
    ? [{ ...step, act: 'refuse', input: { ground: refusalGround, reason: opinion } }]
    : [{ ...step, act: 'redirect', input: { reason: opinion } }]
}

/** From the transfer to the closing. */
export const handled = (traveller: Traveller): Step[] => [
  ...sent(traveller),
  ...accepted(traveller),
  ...(traveller.wish.withdraws ? [withdrawn(traveller)] : [...investigated(traveller), ...served(traveller)]),
]

/** Reopened, and answered anew. */
export const redone = (traveller: Traveller): Step[] => [
  { act: 'reopen', by: 'chief', after: traveller.luck.between(6, 30), input: { reason: said.reopening } },
  ...answered(traveller, traveller.luck.between(10, 30)),
  ...served({ ...traveller, wish: { agrees: true } }),
]

/** Once more after a review has revoked the opinion. */
export const handledAgain = (traveller: Traveller): Step[] => [
  ...answered(withNewFacts(traveller), traveller.luck.between(10, 30)),
  ...served({ ...traveller, wish: { agrees: true } }),
]

function accepted({ matter, wish, luck }: Traveller): Step[] {
  const isLate = wish.isLate === true && luck.in100(50)
  const accept: Step = {
    act: 'accept',
    by: 'handler',
    organ: matter.organ,
    after: isLate ? luck.between(16, 19) : luck.between(1, 8),
    ...(wish.isRecordedLate && { recordedLater: luck.pick([3, 9, 12]) }),
    input: { note: said.accepting },
  }
  return [accept, ...(luck.in100(9) ? [material(luck.between(2, 9))] : [])]
}

const material = (after: number): Step => ({
  act: 'addMaterial',
  by: 'petitioner',
  after,
  input: { note: said.material },
})

const withNewFacts = ({ matter, ...traveller }: Traveller): Traveller => ({
  ...traveller,
  matter: { ...matter, facts: `${said.newFacts}${matter.facts}` },
})

const withdrawn = ({ luck }: Traveller): Step => ({
  act: 'withdraw',
  by: 'petitioner',
  after: luck.between(4, 20),
  input: { reason: said.withdrawing },
})

/** Asked, extended and answered, within the term of sixty days or, where the wish is such, after it. */
function investigated(traveller: Traveller): Step[] {
  const { matter, wish, luck } = traveller
  if (isExtended(traveller)) {
    const reason = matter.extensionReason ?? said.extending
    const extend: Step = {
      act: 'extend',
      by: 'director',
      organ: matter.organ,
      after: luck.between(38, 44),
      input: { days: luck.pick([15, 20, 30]), reason },
    }
    return [...asked(traveller), extend, ...answered(traveller, luck.between(8, 18))]
  }
  const days = wish.isLate ? luck.between(62, 74) : luck.between(9, 36)
  return [...asked(traveller), ...answered(traveller, days)]
}

const isExtended = ({ matter, wish }: Traveller) =>
  matter.route === '6' && (wish.extends === true || matter.extensionReason !== undefined)

function asked({ matter, wish, luck }: Traveller): Step[] {
  if (!wish.asks && matter.question === undefined) return []
  return [
    {
      act: 'ask',
      by: 'handler',
      organ: matter.organ,
      after: luck.between(3, 6),
      input: { question: matter.question ?? said.asking },
    },
    { act: 'reply', by: 'petitioner', after: luck.between(1, 6), input: { reply: matter.reply ?? said.replying } },
  ]
}

function answered({ matter, wish, luck }: Traveller, after: number): Step[] {
  const { organ, facts, basis, opinion } = matter
  const demands = matter.demands.map(({ text, outcome }) => ({ demand: text, outcome }))
  const draft: Step = {
    act: 'draft',
    by: 'handler',
    organ,
    after,
    input: {
      facts,
      basis,
      opinion,
      ...(facts.startsWith(said.newFacts) && { newFacts: true }),
      ...(demands.length > 0 && { demands }),
    },
  }
  const back: Step = { act: 'sendBack', by: 'director', organ, after: 1, input: { reason: said.sendingBack } }
  const consider: Step = { act: 'consider', by: 'handler', organ, after: 1, input: { findings: basis } }
  return [
    ...(matter.kind === 'suggestion' ? [consider] : []),
    draft,
    ...(wish.sendsBack ? [back, { ...draft, after: luck.between(1, 3) }] : []),
    { ...answer(matter), by: 'director', organ, after: luck.between(0, 3) },
  ]
}

function answer({ kind, route, adoption }: Traveller['matter']): Pick<Step, 'act' | 'input'> {
  if (kind === 'suggestion') return { act: 'answerSuggestion', input: { adoption } }
  if (kind === 'accusation') return { act: 'answerAccusation' }
  return { act: route === '5' ? 'answerDuty' : 'answer' }
}
