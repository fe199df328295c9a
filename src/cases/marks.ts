import type { Mark, Procedure } from '../procedures/procedure.ts'
import type { CaseData, CaseView } from './view.ts'

/** What acts have found of a case and none has taken back: of each kind the last act decides. */
export type Marked = { kind: Mark; about: string }

export function marksOf(procedure: Procedure, data: Pick<CaseData, 'did'>): Marked[] {
  const said = Object.entries(procedure.acts).flatMap(([act, { counts }]) => {
    const done = data.did[act]
    return counts && done ? [{ counts, ...done }] : []
  })
  const last = said.filter(
    ({ counts, seq }) => !said.some(other => other.counts.kind === counts.kind && other.seq > seq),
  )
  return last.flatMap(({ counts, input }) =>
    counts.sign === 1 ? [{ kind: counts.kind, about: String(input[counts.about]) }] : [],
  )
}

/** The number of the case this one repeats. */
export const repeatedBy = ({ procedure, data }: Pick<CaseView, 'procedure' | 'data'>): string | undefined =>
  marksOf(procedure, data).find(({ kind }) => kind === 'repeat')?.about
