import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Figure } from './figures.ts'
import type { Figures } from './kept_figures.ts'
import type { Metric } from './metrics.ts'
import { monthlyClosure } from './monthly_closure.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

export type ReportKind = {
  slug: string
  title: Text
  metrics: readonly Metric[]
  tables: (db: Db, question: Question, figures: ReadonlyMap<Metric, Figure>, all: Figures) => Promise<ReportTable[]>
}

/** Every report. A new one is one file, its test, and one line here. */
export const reports: readonly ReportKind[] = [monthlyClosure]

export const reportNamed = (slug: string): ReportKind | undefined => reports.find(report => report.slug === slug)
