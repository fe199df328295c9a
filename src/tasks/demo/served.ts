import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'
import { officeAfter } from './sent.ts'

/** The answer reaches the petitioner, who rates it or not; then the window runs out or is given up, and it is closed. */
export function served(traveller: Traveller): Step[] {
  const { matter, wish, luck } = traveller
  const isRouteSix = matter.route === '6'
  const serve: Step = {
    act: isRouteSix ? 'serve' : 'inform',
    by: 'handler',
    organ: matter.organ,
    after: luck.between(1, 4),
    ...(wish.isRecordedLate && { recordedLater: luck.between(1, 4) }),
    input: { method: luck.pick(['person', 'mail', 'mail', 'other']), receipt: luck.in100(94) ? 'signed' : 'refused' },
  }
  if (wish.review) return [serve]
  const isAgreed = isRouteSix && (wish.agrees ?? luck.in100(30))
  const agree: Step[] = isAgreed ? [agreement(traveller)] : []
  return [serve, ...rated(traveller), ...agree, closing(traveller, isAgreed || !isRouteSix)]
}

/** The office closes a few days after it may: the thirty days of the window and the weekly sweep come first. */
export const closing = (traveller: Traveller, isSettled: boolean): Step => ({
  act: 'close',
  by: 'clerk',
  organ: officeAfter(traveller),
  after: isSettled ? traveller.luck.between(1, 6) : traveller.luck.between(48, 54),
})

function rated({ person, wish, luck }: Traveller): Step[] {
  if (wish.isAnonymous || !luck.in100(58)) return []
  const office = luck.pick(opinions)
  const organ = luck.pick(opinions)
  const reason = office === 'dissatisfied' || organ === 'dissatisfied' ? said.dissatisfied : undefined
  const input = { office, organ, secondFact: person.phone.slice(-4), ...(reason !== undefined && { reason }) }
  return [{ act: 'rate', by: 'petitioner', after: luck.between(0, 12), input }]
}

// prettier-ignore
const opinions = ['satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied', 'basically', 'basically', 'dissatisfied'] as const

/** Who came in person often says so at the counter, and the office records it. */
function agreement(traveller: Traveller): Step {
  const { matter, wish, luck } = traveller
  const after = luck.between(1, 9)
  return matter.channel === 'visit' && wish.last?.act !== 'agree'
    ? { act: 'recordAgreement', by: 'clerk', organ: officeAfter(traveller), after, input: { note: said.agreeing } }
    : { act: 'agree', by: 'petitioner', after }
}
