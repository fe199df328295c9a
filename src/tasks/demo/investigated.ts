import { answered } from './answered.ts'
import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'

/** Asked, extended and answered, within the term of sixty days or, where the wish is such, after it. */
export function investigated(traveller: Traveller): Step[] {
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
