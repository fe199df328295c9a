import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'

export function transferred({ office, luck }: Traveller, organ: string): Step[] {
  return [
    { act: 'transfer', by: 'clerk', organ: office, after: luck.between(0, 2), input: { organ } },
    { act: 'receive', by: 'handler', organ, after: luck.between(0, 4) },
  ]
}

/** Sent to an organ that objects, or that must not have it. */
export function objected(traveller: Traveller): Step[] {
  const { matter, office, wish, luck } = traveller
  const objection = (organ: string): Step => ({
    act: 'object',
    by: 'handler',
    organ,
    after: luck.between(1, 2),
    input: { reason: said.objection },
  })
  const answer = { by: 'clerk', organ: office, after: luck.between(1, 3) } as const
  const wrong = wrongOrgan(matter.organ)
  if (wish.objects === 'designate')
    return [
      ...transferred(traveller, matter.organ),
      objection(matter.organ),
      { ...answer, act: 'designate', input: { reason: said.designation } },
    ]
  const back: Step[] =
    wish.objects === 'takeBack'
      ? [{ ...answer, act: 'takeBack', input: { ground: 'concerned', reason: said.takingBack } }]
      : [objection(wrong), { ...answer, act: 'agreeReturn', input: { reason: said.returning } }]
  return [...transferred(traveller, wrong), ...back, ...transferred(traveller, matter.organ)]
}

export const wrongOrgan = (right: string) =>
  right === 'urban-management-bureau' ? 'housing-bureau' : 'urban-management-bureau'

/** Two organs think it is the other's: their superior decides (art. 24). */
export function disputed({ matter, office, wish, luck }: Traveller): Step[] {
  const organs = [matter.organ, wrongOrgan(matter.organ)]
  const by = wish.sends === 'leaderDecides' ? 'leader' : 'reviewer'
  const after = luck.between(2, 5)
  const decision = { organ: matter.organ, reason: said.deciding }
  return [
    { act: 'refer', by: 'clerk', organ: office, after: 1, input: { organs, reason: said.referring } },
    { act: 'decideCompetence', by, organ: 'district-government', after, input: decision },
    { act: 'receive', by: 'handler', organ: matter.organ, after: 1 },
  ]
}
