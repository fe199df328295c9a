import type { CaseFacts, DoneFacts, PartFacts } from '../facts.ts'
import { answeringRoles } from '../procedure.ts'

/** What conditions on suggestions and proposals share. */

/** The organs that must answer, but for those whose part was returned. */
export const answering = (facts: CaseFacts): PartFacts[] =>
  facts.assignments.filter(({ role, state }) => isAnswering(role) && state !== 'returned')

export const signing = (facts: CaseFacts): PartFacts[] =>
  facts.assignments.filter(({ role, isOpen }) => (role === 'signer' || role === 'cosigner') && isOpen)

/** What an answer claimed or promised, but for what a later answer put in its place. */
export const outcomes = (facts: CaseFacts): PartFacts[] =>
  facts.assignments.filter(({ role, state }) => role === 'outcome' && state !== 'replaced')

/** The last time the act was done in a part, by default the one the act in question is about. */
export const doneIn = (facts: CaseFacts, act: string, part = facts.part?.id): DoneFacts | undefined =>
  facts.did[`${act}@${part}`]

export const isDone = (facts: CaseFacts, act: string): boolean => facts.did[act] !== undefined

export const hasAnswered = ({ state }: PartFacts): boolean => state === 'answered' || state === 'rated'

const isAnswering = (role: string) => answeringRoles.some(one => one === role)
