import type { CaseFacts } from '../facts.ts'

/** What conditions share: what was done last, which clock runs, nobody in particular. */
export const lastOf = (facts: CaseFacts, acts: readonly string[]) =>
  Math.max(-1, ...acts.map(act => facts.did[act]?.seq ?? -1))

export const latest = (facts: CaseFacts, name: string) => facts.deadlines.findLast(line => line.deadline === name)

export function isWindowOpen(facts: CaseFacts, name: string) {
  const line = latest(facts, name)
  return line !== undefined && line.metOn === null && line.endedOn === null && facts.on <= line.dueOn
}

/** An appeal handled by the petition procedure itself (art. 31(6)). */
export const isPetitionProper = (facts: CaseFacts) => facts.kind === 'appeal' && facts.route === '6'

export const nobody = { id: '', organ: null, roles: [] }
