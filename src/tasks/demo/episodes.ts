import { doersOf } from './doers.ts'
import type { Episode, EpisodeName } from './episode.ts'
import { handlingEpisodes } from './episodes_of_handling.ts'
import { peopleEpisodes } from './episodes_of_people.ts'
import { supervisionEpisodes } from './episodes_of_supervision.ts'
import type { Step, Traveller } from './road.ts'
import { reportedBack } from './reported.ts'

const episodes: Readonly<Record<EpisodeName, Episode>> = {
  ...handlingEpisodes,
  ...peopleEpisodes,
  ...supervisionEpisodes,
}

/** The road with everything woven in that is to happen besides; of what follows one step, in the order it is wished. */
export function withEpisodes(traveller: Traveller, road: readonly Step[]): Step[] {
  const { matter, wish } = traveller
  const told = [
    ...(matter.urgent ? [episodes.urgent] : []),
    ...(wish.meanwhile ?? []).map(name => episodes[name]),
    ...reportedBack(wish),
  ]
  return told.reduceRight<Step[]>(
    (steps, { after, tell }) => {
      const found = steps.findIndex(step => step.act === after)
      // A rating comes within its window, and before anything that may take long.
      const at = steps[found + 1]?.act === 'rate' ? found + 1 : found
      if (found === -1) throw new Error(`“${matter.title}” never comes to ${after}`)
      return [...steps.slice(0, at + 1), ...tell(doersOf(traveller), traveller), ...steps.slice(at + 1)]
    },
    [...road],
  )
}
