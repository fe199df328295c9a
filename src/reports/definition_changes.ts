import type { Db } from '../db/dialect.ts'
import { figureOf } from './figures.ts'
import type { Figure } from './figures.ts'
import type { Earlier, Metric } from './metric.ts'
import { metrics } from './metrics.ts'
import type { ReportKind } from './registry.ts'
import type { Cell, ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/** 指标修订对照: a month read under each meaning a figure has had. */
export const definitionChanges: ReportKind = {
  slug: 'definition-changes',
  title: { zh: '指标修订对照', en: 'Changed definitions' },
  lead: {
    zh: '定义改过的指标，同一个月按新旧定义各是多少',
    en: 'One month under the old and the new meaning of a figure',
  },
  period: 'month',
  of: 'district',
  metrics: metrics.filter(({ earlier = [] }) => earlier.length > 0),
  tables: async (db, question, figures) => [await versions(db, question, figures)],
}

async function versions(db: Db, question: Question, figures: ReadonlyMap<Metric, Figure>): Promise<ReportTable> {
  const rows: Cell[][] = []
  for (const [metric, figure] of figures) {
    rows.push(rowOf(metric, metric, figure, ''))
    for (const old of metric.earlier ?? []) rows.push(rowOf(metric, old, await figureOf(db, old, question), old.until))
  }
  return {
    id: 'versions',
    title: { zh: '各版本的读数', en: 'Under each version' },
    note: null,
    columns: [
      { id: 'id', title: { zh: '编号', en: 'Id' }, kind: 'text' },
      { id: 'title', title: { zh: '指标', en: 'Figure' }, kind: 'text' },
      { id: 'version', title: { zh: '版本', en: 'Version' }, kind: 'text' },
      { id: 'until', title: { zh: '用到', en: 'Until' }, kind: 'text' },
      { id: 'formula', title: { zh: '公式', en: 'Formula' }, kind: 'text' },
      { id: 'numerator', title: { zh: '分子', en: 'Numerator' }, kind: 'number' },
      { id: 'denominator', title: { zh: '分母', en: 'Denominator' }, kind: 'number' },
      { id: 'rate', title: { zh: '比率（%）', en: 'Rate (%)' }, kind: 'rate' },
    ],
    rows,
  }
}

const rowOf = (
  { id, title }: Metric,
  { version, formula }: Pick<Earlier, 'version' | 'formula'>,
  { numerator, denominator, rate }: Figure,
  until: string,
): Cell[] => [id, title, version, until, formula, numerator, ...(denominator === null ? ['', ''] : [denominator, rate])]
