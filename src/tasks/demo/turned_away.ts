import type { Matter } from './matter.ts'
import type { Step, Traveller } from './road.ts'

/** What is not taken in: another lawful route, or a refusal. */
export function turnedAway({ matter, office, luck }: Traveller): Step[] {
  const { refusalGround, opinion } = matter
  const step = { by: 'clerk', organ: office, after: luck.between(2, 9) } as const
  return refusalGround
    ? [{ ...step, act: 'refuse', input: { ground: refusalGround, reason: opinion } }]
    : [{ ...step, act: 'redirect', input: { reason: opinion } }]
}

export const isTurnedAway = ({ refusalGround, route }: Matter): boolean =>
  refusalGround !== undefined || (route !== undefined && Number(route) <= 4)
