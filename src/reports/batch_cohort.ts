import { answeringClocks } from '../procedures/motions/milestones.ts'

/**
 * Which matters of a session a figure is about, as data: each once of which, by the through day, all of these marks
 * stand and none of those. A mark stands where its signed lines do not cancel out.
 */
export type BatchCohort = {
  readonly batch: {
    readonly holds: readonly MarkId[]
    readonly lacks?: readonly MarkId[]
    /** Every organ's first rating was so, whatever was said of it after a redo. */
    readonly first?: 'satisfied'
  }
}

/**
 * The lines of a mark; `before` counts those on an earlier day than the through day, `ever` those taken back as well, and
 * `unmet` those of a clock that ran out before that day, or the day it is known on, and was not met: of an organ that has
 * its part still, since it was given it; or, as was counted before, that ran out more often than its organ has met one of
 * that name.
 */
export type Mark = {
  readonly kind: string
  readonly about?: readonly string[]
  readonly startsWith?: string
  readonly before?: true
  readonly ever?: true
  readonly unmet?: 'by who has it' | 'by name'
}
export type MarkId = keyof typeof marks

const milestone = (name: string): Mark => ({ kind: 'milestone', about: [name] })
/** By what its class means; its letter differs from session to session. */
const classed = (meaning: string): Mark => ({ kind: 'answer-class', startsWith: `${meaning}:` })

export const marks = {
  submitted: { kind: 'received', about: [''] },
  filed: milestone('filed'),
  merged: milestone('merged'),
  mergedAnswered: milestone('mergedAnswered'),
  left: milestone('left'),
  withdrawn: { kind: 'ended', about: ['withdraw'] },
  together: milestone('together'),
  handedOver: milestone('handedOver'),
  received: milestone('received'),
  contacted: milestone('contacted'),
  answered: milestone('answered'),
  onTime: milestone('onTime'),
  overdue: { kind: 'due', about: answeringClocks, before: true, unmet: 'by who has it' },
  overdueByName: { kind: 'due', about: answeringClocks, before: true, unmet: 'by name' },
  served: milestone('served'),
  rated: milestone('rated'),
  ratedOnce: { ...milestone('rated'), ever: true },
  satisfied: milestone('satisfied'),
  silent: milestone('silent'),
  closed: milestone('closed'),
  claimed: milestone('claimed'),
  carriedOut: milestone('carriedOut'),
  redone: milestone('redone'),
  key: milestone('key'),
  published: milestone('published'),
  solved: classed('solved'),
  promised: classed('promised'),
  planned: classed('planned'),
  reference: classed('reference'),
} as const satisfies Readonly<Record<string, Mark>>
