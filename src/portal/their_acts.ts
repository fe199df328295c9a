import type { Actor } from '../accounts/actor.ts'
import { actsFor } from '../cases/decide.ts'
import type { CaseView } from '../cases/view.ts'
import type { Day } from '../law/day.ts'
import { groupOf } from '../procedures/act_groups.ts'

/** `isAside`: about who acts and how they are reached, not about the matter. */
export type TheirAct = ReturnType<typeof actsFor>[number] & { isEnding: boolean; isAside: boolean }

/** What the petitioner may do: first what is open only now, last what ends the matter. */
export function theirActs(view: CaseView, actor: Actor, today: Day): TheirAct[] {
  const { states } = view.procedure
  return actsFor(view, actor, today)
    .map(line => ({
      ...line,
      isEnding: 'final' in (states[line.spec.to] ?? {}),
      isAside: groupOf(view.procedure.id, line.act) === 'people',
    }))
    .sort((a, b) => rank(a) - rank(b))
}

const rank = ({ spec, isEnding }: TheirAct) => (isEnding ? 2 : spec.when === undefined ? 1 : 0)
