import type { Actor } from '../accounts/actor.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { actGroups, groupOf } from '../procedures/act_groups.ts'
import { actsFor } from './decide.ts'
import type { Because } from './decide.ts'
import { nextAct } from './next_act.ts'
import type { CaseView } from './view.ts'

export type OpenAct = { act: string; title: Text; isNext: boolean; group: string }
export type OpenActs = {
  /** The awaited act first; a file is pulled from beside the file itself. */
  open: OpenAct[]
  /** Those that are not awaited, by what they are for; open where the awaited one belongs there too. */
  groups: { title: Text; acts: OpenAct[]; isOpen: boolean }[]
  barred: { act: string; title: Text; because: Because }[]
  canPull: boolean
}

/** What a reader may do with a case on a day, and what would be theirs but is barred. */
export function openActs(view: CaseView, actor: Actor, today: Day): OpenActs {
  const acts = actsFor(view, actor, today)
  const next = nextAct(view, today)
  const open = acts
    .filter(({ act, decision }) => decision.allowed && act !== 'pullFile')
    .map(({ act, spec }) => ({
      act,
      title: spec.title,
      isNext: spec === next,
      group: groupOf(view.procedure.id, act),
    }))
    .sort((a, b) => Number(b.isNext) - Number(a.isNext))
  return {
    open,
    groups: grouped(open),
    barred: acts.flatMap(({ act, spec, decision }) =>
      decision.allowed ? [] : [{ act, title: spec.title, because: decision.because }],
    ),
    canPull: acts.some(({ act, decision }) => act === 'pullFile' && decision.allowed),
  }
}

const grouped = (open: readonly OpenAct[]): OpenActs['groups'] =>
  Object.entries(actGroups).flatMap(([group, title]) => {
    const acts = open.filter(each => each.group === group && !each.isNext)
    const isOpen = open.some(each => each.group === group && each.isNext)
    return acts.length > 0 ? [{ title, acts, isOpen }] : []
  })
