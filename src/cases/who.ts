import type { Actor } from '../accounts/actor.ts'
import { worksOnCases } from '../accounts/visible.ts'
import type { Store } from '../db/open.ts'
import { agencyIn } from './agency.ts'
import { masked, maskedName } from './mask.ts'
import { mayLearnWho } from './kept.ts'
import { readsAsSigner } from './sight.ts'
import { reviewerOf } from './view.ts'
import type { CaseView } from './view.ts'
import { readParty } from './words.ts'
import type { Party } from './words.ts'

/** In full for organs that have the case, in part for those who only read; kept back where the petitioner asked for it. */
export type Sight = 'full' | 'partly' | 'kept'

/** Who stands behind a case, as far as its reader sees them. */
export type Who = {
  sight: Sight
  party: Party | undefined
  agent: Party | undefined
  representatives: string[]
}

export async function whoIn({ reader, master }: Store, view: CaseView, actor: Actor): Promise<Who> {
  const sight = sightOf(view, actor)
  if (sight === 'kept' || readsAsSigner(view, actor))
    return { sight, party: undefined, agent: undefined, representatives: [] }
  const { number } = view.row
  const cover = (party: Party | undefined) => (party && sight === 'partly' ? masked(party) : party)
  const named = namesIn(await readParty(reader, master, number, 'representatives'))
  return {
    sight,
    party: cover(await readParty(reader, master, number)),
    agent: agencyIn(view) ? cover(await readParty(reader, master, number, 'agent')) : undefined,
    representatives: sight === 'partly' ? named.map(maskedName) : named,
  }
}

function sightOf(view: CaseView, actor: Actor): Sight {
  if (!mayLearnWho(actor, view.row.office, view.data)) return 'kept'
  const parts = view.assignments.filter(part => part.is_open === 1).map(part => part.organ)
  const seats = [view.row.office, view.row.lead, reviewerOf(view), ...parts]
  return worksOnCases(actor) && actor.organ !== null && seats.includes(actor.organ) ? 'full' : 'partly'
}

function namesIn(party: Party | undefined): string[] {
  const names: unknown = JSON.parse(party?.representativeNames ?? '[]')
  return Array.isArray(names) ? names.map(String) : []
}
