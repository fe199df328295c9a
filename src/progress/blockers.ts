import type { Blocker, Standing } from './blocker.ts'
import { closingBlockers, ratingBlockers, serviceBlockers } from './closing_blockers.ts'
import { handOverBlockers, handlingBlockers } from './handling_blockers.ts'
import { outcomeBlockers } from './outcome_blockers.ts'
import type { Board } from './remaining.ts'
import { inStateSince } from './since.ts'

/** Everything that keeps a matter on its board, by where it stands. */
export function blockersOf(standing: Standing, board: Board): Blocker[] {
  if (board === 'promises') return outcomeBlockers(standing)
  switch (standing.view.row.state) {
    case 'registered':
      return handOverBlockers(standing, inStateSince(standing.view))
    case 'handling':
      return handlingBlockers(standing)
    case 'answered':
      return serviceBlockers(standing)
    case 'served':
      return ratingBlockers(standing)
    case 'settled':
      return closingBlockers(standing)
    default:
      return []
  }
}
