import type { CaseFacts, DoneFacts, PartFacts } from '../facts.ts'
import { answeringRoles } from '../procedure.ts'

/** What conditions on suggestions and proposals share. */

/** The organs that must answer, but for those whose part was returned. */
export const answering = (facts: CaseFacts): PartFacts[] =>
  facts.assignments.filter(({ role, state }) => isAnswering(role) && state !== 'returned')

export const signing = (facts: CaseFacts): PartFacts[] =>
  facts.assignments.filter(({ role, isOpen }) => (role === 'signer' || role === 'cosigner') && isOpen)

/** What the answers that stand claim or promise: an organ whose part was returned, or that answered anew, is left with what it said last. */
export const outcomes = (facts: CaseFacts): PartFacts[] =>
  answering(facts)
    .filter(hasAnswered)
    .flatMap(part => outcomeOf(facts, part) ?? [])

function outcomeOf(facts: CaseFacts, { id, organ }: PartFacts): PartFacts | undefined {
  const means = doneIn(facts, 'draftAnswer', id)?.input['classMeans']
  if (means !== 'solved' && means !== 'promised') return undefined
  const last = facts.assignments.findLast(part => part.role === 'outcome' && part.organ === organ)
  return last?.state === 'replaced' ? undefined : last
}

/** The last time the act was done in a part, by default the one the act in question is about. */
export const doneIn = (facts: CaseFacts, act: string, part = facts.part?.id): DoneFacts | undefined =>
  facts.did[`${act}@${part}`]

export const isDone = (facts: CaseFacts, act: string): boolean => facts.did[act] !== undefined

export const hasAnswered = ({ state }: PartFacts): boolean => state === 'answered' || state === 'rated'

const isAnswering = (role: string) => answeringRoles.some(one => one === role)
