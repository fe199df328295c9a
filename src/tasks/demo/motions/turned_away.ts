import { answered, classOf } from './answered.ts'
import { heard } from './handled.ts'
import { said } from './said.ts'
import { signed } from './signed.ts'
import { ratingOf } from './rated.ts'
import { clerkOf, handlerOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'
import type { Motion, MotionText, NotFiledProposal } from './motion.ts'
import type { Day } from '../../../law/day.ts'

const clerk = clerkOf('cppcc-proposal')

/** Merged into another, and given its answer; its proposers are asked as well. */
export function mergedRoad(
  traveller: MotionTraveller<MotionText>,
  main: Motion,
  { mergedFrom, answeredFrom }: { mergedFrom: Day; answeredFrom: Day },
): MotionStep[] {
  const { signer, luck } = traveller
  const input = { organ: main.lead, class: classOf[main.result], opinion: `${said.relaying}${main.answer}` }
  const serve = answered({ ...traveller, motion: main }).find(({ act }) => act === 'serve')
  const part = { roles: ['lead'], organ: main.lead } as const
  return [
    ...signed(traveller),
    {
      act: 'merge',
      by: clerk,
      after: 5,
      notBefore: mergedFrom,
      input: { reason: said.merging },
      main: { field: 'into', title: main.title },
    },
    { act: 'relayAnswer', by: clerk, after: 1, notBefore: answeredFrom, input },
    ...(serve ? [{ ...serve, by: clerk }] : []),
    { act: 'contactAfter', by: handlerOf(main.lead), after: 3, input: heard('phone', said.contactAfter) },
    { act: 'rate', by: signer, after: luck.between(1, 5), part, input: ratingOf(traveller) },
    { act: 'close', by: clerk, after: 3 },
  ]
}

/** Not filed, on a ground of the list, and passed on as an opinion. */
export const notFiledRoad = (
  traveller: MotionTraveller<MotionText>,
  { ground }: Pick<NotFiledProposal, 'ground'>,
): MotionStep[] => [
  ...signed(traveller),
  {
    act: 'notFile',
    by: clerk,
    after: 6,
    input: { ground: String(ground), passedAs: ground === 7 ? 'letter' : 'opinion', reason: said.notFiling },
  },
]

/** Still a draft, given up, or not admitted and treated as a letter. */
export function unhandledRoad(
  traveller: MotionTraveller<MotionText>,
  ends: 'open' | 'discarded' | 'asLetter',
): MotionStep[] {
  const steps = signed(traveller)
  const drafting = steps.filter(({ act }) => act !== 'submit')
  if (ends === 'open') return drafting
  if (ends === 'discarded') return [...drafting, { act: 'discard', by: traveller.signer, after: 2 }]
  const input = { ground: '3', reason: said.asLetter }
  return [...steps, { act: 'treatAsLetter', by: clerkOf(traveller.kind), after: 2, input }]
}
