import { answered } from './answered.ts'
import { carriedOut } from './carried_out.ts'
import { handed } from './handed.ts'
import { handled } from './handled.ts'
import { rated } from './rated.ts'
import { said } from './said.ts'
import { signed } from './signed.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

/** The whole road of a suggestion or a proposal, from its draft to the last promise kept. */
export function motionRoad(traveller: MotionTraveller): MotionStep[] {
  if (traveller.fate.isWithdrawn) return withdrawn(traveller)
  return [
    ...signed(traveller),
    ...handed(traveller),
    ...handled(traveller),
    ...answered(traveller),
    ...rated(traveller),
    ...carriedOut(traveller),
  ]
}

const withdrawn = (traveller: MotionTraveller): MotionStep[] => [
  ...signed(traveller),
  ...handed(traveller).slice(0, 1),
  { act: 'withdraw', by: traveller.signer, after: 3, input: { reason: said.withdrawing } },
]
