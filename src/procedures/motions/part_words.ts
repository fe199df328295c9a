import { answeringRoles } from '../procedure.ts'
import type { PartWord } from '../procedure.ts'
import { doneIn, hasAnswered, isDone } from './facts.ts'

/** In what role an organ has a part of a suggestion or proposal, and what the answer that stands says of itself. */
export const partWords = {
  'part-role': {
    of: [...answeringRoles, 'co-handler'],
    says: ({ part }) => (part && part.state !== 'returned' && part.state !== 'ended' ? part.role : undefined),
  },
  /** `<meaning>:<class>`: the letters are the session's own, what they mean is not. An answer passed on is not counted twice. */
  'answer-class': {
    of: answeringRoles,
    says: facts => {
      if (!facts.part || !hasAnswered(facts.part)) return undefined
      if (!isDone(facts, 'register') && !isDone(facts, 'file')) return undefined
      const { class: letter, classMeans = '' } = doneIn(facts, 'draftAnswer')?.input ?? {}
      return letter === undefined ? undefined : `${classMeans}:${letter}`
    },
  },
} as const satisfies Readonly<Record<string, PartWord>>
