import type { Text } from '../law/words.ts'
import type { RankedGroup, RankedOrgan } from '../reports/ranking.ts'

export type Placed = RankedOrgan & { rank: number }
/** The first and the last of a group, and how many of it had too little to be compared. */
export type ShortGroup = { group: Text; first: Placed[]; last: Placed[]; tooFew: number }

/** The first and last few of each group, so many of each; groups in which none can be compared are left out. */
export const shortened = (groups: readonly RankedGroup[], most: number): ShortGroup[] =>
  groups.flatMap(({ group, organs }) => {
    const placed = organs.flatMap(organ => (isPlaced(organ) ? [organ] : []))
    if (group === null || placed.length === 0) return []
    const first = placed.slice(0, most)
    return [
      {
        group,
        first,
        last: placed.slice(first.length).slice(-most),
        tooFew: organs.filter(organ => !isPlaced(organ) && organ.due > 0).length,
      },
    ]
  })

const isPlaced = (organ: RankedOrgan): organ is Placed => typeof organ.rank === 'number'
