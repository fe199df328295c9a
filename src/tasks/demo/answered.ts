import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'

/** Drafted by the handler, signed by the director. */
export function answered({ matter, wish, luck }: Traveller, after: number): Step[] {
  const { organ, facts, basis, opinion } = matter
  const demands = matter.demands.map(({ text, outcome }) => ({ demand: text, outcome }))
  const draft: Step = {
    act: 'draft',
    by: 'handler',
    organ,
    after,
    input: {
      facts,
      basis,
      opinion,
      ...(facts.startsWith(said.newFacts) && { newFacts: true }),
      ...(demands.length > 0 && { demands }),
    },
  }
  const back: Step = { act: 'sendBack', by: 'director', organ, after: 1, input: { reason: said.sendingBack } }
  const consider: Step = { act: 'consider', by: 'handler', organ, after: 1, input: { findings: basis } }
  return [
    ...(matter.kind === 'suggestion' ? [consider] : []),
    draft,
    ...(wish.sendsBack ? [back, { ...draft, after: luck.between(1, 3) }] : []),
    { ...answer(matter), by: 'director', organ, after: luck.between(0, 3) },
  ]
}

function answer({ kind, route, adoption }: Traveller['matter']): Pick<Step, 'act' | 'input'> {
  if (kind === 'suggestion') return { act: 'answerSuggestion', input: { adoption } }
  if (kind === 'accusation') return { act: 'answerAccusation' }
  return { act: route === '5' ? 'answerDuty' : 'answer' }
}

/** What a revoked opinion had left in the dark is found. */
export const withNewFacts = ({ matter, ...traveller }: Traveller): Traveller => ({
  ...traveller,
  matter: { ...matter, facts: `${said.newFacts}${matter.facts}` },
})
