import type { Actor } from '../accounts/actor.ts'
import { decide } from '../cases/decide.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { CaseView } from '../cases/view.ts'
import type { Blocker, Holder, Step } from './blocker.ts'

/** An act, and everyone who may do it. */
export type NextStep = { title: Text; who: Text[] }

/** The acts that would remove a blocker and are lawful on that day, the best first, with who may do each. */
export const nextSteps = (
  view: CaseView,
  day: Day,
  blockers: readonly Blocker[],
  sayHolder: (holder: Holder) => Text,
): NextStep[] => {
  const steps = blockers.flatMap(({ acts }) => acts).flatMap(step => lawful(view, day, step, sayHolder))
  return [...Map.groupBy(steps, ({ title }) => title)].map(([title, same]) => ({
    title,
    who: [...new Map(same.map(({ who }) => [who.zh, who])).values()],
  }))
}

function lawful(view: CaseView, day: Day, step: Step, sayHolder: (holder: Holder) => Text): OneStep[] {
  const { procedure } = view
  const spec = procedure.acts[step.act]
  if (!spec) return []
  const { organ, person = null, part } = step
  const actor: Actor = {
    id: person ?? '',
    name: '',
    organ,
    organs: organ === null ? [] : [organ],
    roles: [...oneOrMore(spec.by)],
  }
  const decision = decide({ procedure, view, act: step.act, actor, today: day, on: day, part })
  return decision.allowed ? [{ title: spec.title, who: sayHolder({ organ, role: decision.role, person }) }] : []
}

type OneStep = { title: Text; who: Text }
