import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Figure } from './figures.ts'
import type { Figures } from './kept_figures.ts'
import type { Metric } from './metric.ts'
import { definitionChanges } from './definition_changes.ts'
import { monthlyClosure } from './monthly_closure.ts'
import { organMonth } from './organ_month.ts'
import { overview } from './overview.ts'
import { petitionAnnual } from './petition_annual.ts'
import type { Headline, PeriodKind, ReportTable } from './report.ts'
import type { Question } from './rows.ts'
import type { Scope } from './scope.ts'
import { suggestionsAndProposals } from './suggestions_and_proposals.ts'

export type ReportKind = {
  slug: string
  title: Text
  /** What it tells, in a line. */
  lead: Text
  period: PeriodKind
  /** Of what it can be asked; of both if not said. */
  of?: Scope['kind']
  /** The one procedure it is about, where it is about one. */
  procedure?: string
  metrics: readonly Metric[]
  /** Whether its tables have a row for every kind, channel, category and place. */
  breaksDown?: true
  headline?: Headline
  tables: (db: Db, question: Question, figures: ReadonlyMap<Metric, Figure>, all: Figures) => Promise<ReportTable[]>
}

/** Every report. A new one is one file, its test, and one line here. */
export const reports: readonly ReportKind[] = [
  monthlyClosure,
  organMonth,
  petitionAnnual,
  suggestionsAndProposals,
  definitionChanges,
]

export const reportNamed = (slug: string): ReportKind | undefined => reports.find(report => report.slug === slug)

/** Whatever a thread may be asked to draw: the reports, and what the leader’s page is drawn from. */
export const kindNamed = (slug: string): ReportKind | undefined =>
  slug === overview.slug ? overview : reportNamed(slug)
