import type { CaseView } from './view.ts'

/** The act by which an agent speaks for the petitioner, unless a later one ended that. */
export function agencyIn({ procedure, data }: CaseView): { by: string } | undefined {
  const done = Object.entries(procedure.acts).flatMap(([act, { party, endsParty }]) => {
    const last = data.did[act]
    return last && (party === 'agent' || endsParty === 'agent') ? [{ ...last, ends: endsParty === 'agent' }] : []
  })
  const last = done.sort((a, b) => a.seq - b.seq).at(-1)
  return last?.ends === false ? last : undefined
}
