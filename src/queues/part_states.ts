import type { Actor } from '../accounts/actor.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, PartRole } from '../procedures/procedure.ts'
import { editions } from '../procedures/registry.ts'
import { roles } from '../procedures/roles.ts'
import type { Role } from '../procedures/roles.ts'

/** States of a part in which whoever has it is awaited. */
export const statesOwed = (): string[] =>
  editions.flatMap(({ assignmentStates }) =>
    Object.entries(assignmentStates).flatMap(([state, spec]) =>
      'final' in spec || !ofOrgans.includes(spec.awaits) || statesJudged().includes(state) ? [] : [state],
    ),
  )

const ofOrgans: readonly Role[] = ['handler', 'director', 'coHandler', 'leader']

/** States of a part in which only the word of whoever gave it moves it on. */
export const statesJudged = (): string[] => [...new Set(judging().flatMap(spec => startsOf(spec)))]

/** The parts on which one of the actor's roles may give that word. */
export const rolesJudged = (actor: Actor): PartRole[] =>
  judging()
    .flatMap(({ by, part }) =>
      part !== undefined && oneOrMore(by).some(role => actor.roles.includes(role)) ? oneOrMore(part) : [],
    )
    // Where it stands with whoever leads, the matter itself awaits the office.
    .filter(role => role !== 'sole' && role !== 'lead')

/** States of a case that await another, in which the actor may decide as well: for the superior organ. */
export const statesDecided = (actor: Actor): string[] =>
  editions.flatMap(({ acts, states }) =>
    Object.values(acts)
      .filter(({ at, by }) => at === 'superior' && oneOrMore(by).some(role => actor.roles.includes(role)))
      .flatMap(spec => startsOf(spec))
      .filter(state => {
        const spec = states[state]
        return spec !== undefined && 'awaits' in spec && !actor.roles.includes(spec.awaits)
      }),
  )

const judging = () =>
  onParts().filter(spec => (spec.whose === 'given' || isOffices(spec)) && !startsOf(spec).some(isMovedByItsOwn))

/** The office may have a word on any part. */
const isOffices = ({ whose, by }: Act) => whose === 'any' && oneOrMore(by).every(role => roles[role].seat === 'office')

const isMovedByItsOwn = (state: string) =>
  onParts().some(({ whose = 'own', ...spec }) => whose === 'own' && startsOf(spec).includes(state))

const onParts = (): Act[] =>
  editions.flatMap(({ acts }) => Object.values(acts).filter(spec => spec.on === 'assignment'))

const startsOf = ({ from }: Pick<Act, 'from'>): readonly string[] => oneOrMore(from)
