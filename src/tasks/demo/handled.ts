import { answered, withNewFacts } from './answered.ts'
import { investigated } from './investigated.ts'
import type { Step, Traveller } from './road.ts'
import { served } from './served.ts'
import { said } from './said.ts'
import { sent } from './sent.ts'

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

const withdrawn = ({ luck }: Traveller): Step => ({
  act: 'withdraw',
  by: 'petitioner',
  after: luck.between(4, 20),
  input: { reason: said.withdrawing },
})
