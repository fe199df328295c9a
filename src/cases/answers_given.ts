import type { Day } from '../law/day.ts'
import { isDay } from '../law/day.ts'
import { answeringRoles } from '../procedures/procedure.ts'
import type { CaseView } from './view.ts'

/** An organ's answer as its last signature left it; a draft that nobody has signed is none. */
export type Given = {
  part: string
  organ: string
  on: Day
  /** The event that signed it, and the one whose words it signed. */
  seq: number
  draft: number
  publicity: unknown
  class: string | undefined
  means: unknown
  promiseBy: Day | undefined
  /** Handled anew: a later answer will stand in its place. */
  isReplaced: boolean
}

type Seen = { data: Pick<CaseView['data'], 'did'>; assignments: readonly Part[] }
type Part = Pick<CaseView['assignments'][number], 'id' | 'organ' | 'role' | 'state'>

/** In the order in which the matter was handed over. */
export function answersGiven({ data: { did }, assignments }: Seen): Given[] {
  const parts = assignments.filter(
    ({ role, state }) => answeringRoles.some(one => one === role) && state !== 'returned',
  )
  return parts.flatMap(({ id, organ, state }) => {
    const [signed, drafted] = [did[`answer@${id}`], did[`draftAnswer@${id}`]]
    if (!signed || !drafted) return []
    const { publicity, class: code, classMeans, promiseBy } = drafted.input
    return {
      part: id,
      organ,
      on: signed.on,
      seq: signed.seq,
      draft: drafted.seq,
      publicity,
      class: typeof code === 'string' ? code : undefined,
      means: classMeans,
      promiseBy: typeof promiseBy === 'string' && isDay(promiseBy) ? promiseBy : undefined,
      isReplaced: state !== 'answered' && state !== 'rated',
    }
  })
}

/** Those that were decided to be published, in full or as a summary. */
export const toPublish = (answers: readonly Given[]): Given[] =>
  answers.filter(({ publicity }) => publicity === 'full' || publicity === 'summary')
