import { fieldsOf } from '../procedures/read_form.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { editions } from '../procedures/registry.ts'

/** What the lines of each kind may be about, read off the procedures: with it every figure is a range of one index. */
type Line = 'received' | 'answered' | 'ended' | 'closed' | 'rated' | 'rated-flagged'

export const about: Readonly<Record<Line, readonly string[]>> = {
  received: [''],
  answered: actsWith(act => act.answers === true),
  ended: actsInto('otherwise'),
  closed: actsInto('closed'),
  rated: [''],
  'rated-flagged': [''],
}

/** The deadlines in which a matter must be answered. */
export const answeringDeadlines: readonly { procedure: string; deadline: string }[] = editions.flatMap(edition =>
  Object.entries(edition.deadlines)
    .filter(([, spec]) => spec.answering)
    .map(([deadline]) => ({ procedure: edition.id, deadline })),
)

export const isAnswering = (procedure: string, deadline: string): boolean =>
  answeringDeadlines.some(answering => answering.procedure === procedure && answering.deadline === deadline)

/** `<body>:<value>` for every value a rated body can be given. */
export function ratingsOf(body: 'office' | 'organ', values?: readonly string[]): string[] {
  const given = editions
    .flatMap(edition => Object.values(edition.acts))
    .flatMap((act: Act) => {
      const field = act.rates?.[body]
      return fieldsOf(act.form).flatMap(({ name, field: { options } }) =>
        name === field ? Object.keys(options ?? {}) : [],
      )
    })
  return unique(given)
    .filter(value => values === undefined || values.includes(value))
    .map(value => `${body}:${value}`)
}

function actsWith(test: (act: Act) => boolean): string[] {
  return unique(
    editions.flatMap(edition =>
      Object.entries(edition.acts)
        .filter(([, act]) => test(act))
        .map(([id]) => id),
    ),
  )
}

function actsInto(final: 'closed' | 'otherwise'): string[] {
  return unique(
    editions.flatMap(({ acts, states }) =>
      Object.entries(acts).flatMap(([id, act]) => {
        const state = act.on === 'assignment' ? undefined : states[oneOrMore(act.to)[0] ?? '']
        return state && 'final' in state && state.final === final ? [id] : []
      }),
    ),
  )
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort()
}
