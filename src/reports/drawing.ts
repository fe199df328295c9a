import type { Cut } from './cut.ts'
import type { Metric } from './metric.ts'
import type { ReportKind } from './registry.ts'
import type { Question } from './rows.ts'
import type { Scope } from './scope.ts'

/** One report to draw: which, over what stretch, of whom. */
export type Drawing = { kind: ReportKind; cut: Cut; scope: Scope; procedure: string | null }

export const questionOf = ({ cut, scope, procedure }: Omit<Drawing, 'kind'>): Question => ({
  cut,
  procedure,
  organ: scope.kind === 'organ' ? scope.id : null,
  accusations: 'left out',
  session: cut.kind === 'session' ? cut.period : null,
})

/** The figures a scope has: an organ's leave out what would mix two organs' work, and what only offices have. */
export const metricsIn = ({ scope, kind }: Pick<Drawing, 'scope' | 'kind'>): Metric[] =>
  kind.metrics.filter(
    ({ districtOnly, officeOnly }) =>
      scope.kind === 'district' || (!districtOnly && !(officeOnly && scope.takesIn === false)),
  )
