import type { Text } from '../law/words.ts'
import type { Cell, ReportMetric, ReportTable } from './report.ts'
import { units } from './visits.ts'

/** The figures as a table like any other: what is counted in matters. */
export const figureTable = (metrics: readonly ReportMetric[]): ReportTable =>
  tableOf(
    { zh: '指标', en: 'Figures' },
    metrics.filter(({ unit }) => unit === '件次'),
  )

/** Batches and people, never added to each other or to matters. */
export const visitTable = (metrics: readonly ReportMetric[]): ReportTable =>
  tableOf(
    { zh: '来访（批次和人次，不相加）', en: 'Visits (batches and people, never added)' },
    metrics.filter(({ unit }) => unit !== '件次'),
  )

/** A count has no denominator and no rate: those cells are empty, where a rate over nothing prints —. */
const tableOf = (title: Text, metrics: readonly ReportMetric[]): ReportTable => ({
  id: 'metrics',
  title,
  note: null,
  columns: [
    { id: 'title', title: { zh: '指标', en: 'Figure' }, kind: 'text' },
    { id: 'id', title: { zh: '编号', en: 'Id' }, kind: 'text' },
    { id: 'version', title: { zh: '版本', en: 'Version' }, kind: 'text' },
    { id: 'numerator', title: { zh: '分子', en: 'Numerator' }, kind: 'number' },
    { id: 'denominator', title: { zh: '分母', en: 'Denominator' }, kind: 'number' },
    { id: 'rate', title: { zh: '比率（%）', en: 'Rate (%)' }, kind: 'rate' },
    { id: 'formula', title: { zh: '公式', en: 'Formula' }, kind: 'text' },
    { id: 'basis', title: { zh: '口径', en: 'Basis' }, kind: 'text' },
    { id: 'unit', title: { zh: '单位', en: 'Unit' }, kind: 'text' },
  ],
  rows: metrics.map(({ title, id, version, numerator, denominator, rate, formula, basis, unit }): Cell[] => [
    title,
    id,
    version,
    numerator,
    ...(denominator === null ? ['', ''] : [denominator, rate]),
    formula,
    basis,
    units[unit],
  ]),
})
