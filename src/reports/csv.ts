import { inLang } from '../law/words.ts'
import type { Lang } from '../law/words.ts'
import type { Cell, Report, ReportMetric, ReportTable } from './report.ts'
import { units } from './visits.ts'

/** For spreadsheets: a byte-order mark, CRLF, and no cell that one would run as a formula. */
export function renderCsv(report: Report, lang: Lang): string {
  const blocks = [
    head(report),
    figures(report.metrics.filter(({ unit }) => unit === '件次')),
    [[visits], ...figures(report.metrics.filter(({ unit }) => unit !== '件次'))],
    ...report.tables.map(table),
  ]
  const rows = blocks.flatMap((block, i) => (i === 0 ? block : [[], ...block]))
  return `\uFEFF${rows.map(row => row.map(cell => quoted(safe(say(cell, lang)))).join(',')).join('\r\n')}\r\n`
}

const head = (report: Report): Cell[][] => [
  [report.title],
  [{ zh: '月份', en: 'Month' }, report.month],
  [{ zh: '统计截止日', en: 'Through' }, report.through],
  [{ zh: '已知截至', en: 'As of' }, report.asOf],
  [{ zh: '范围', en: 'Scope' }, report.scope.name],
  [{ zh: '类型', en: 'Procedure' }, report.procedure ?? { zh: '全部', en: 'All' }],
  [{ zh: '指标定义版本', en: 'Definitions' }, report.definitions],
  [{ zh: '日志摘要', en: 'Digest of the log' }, report.digest],
]

const visits = { zh: '来访（批次和人次，不相加）', en: 'Visits (batches and people, never added)' }

const figures = (metrics: readonly ReportMetric[]): Cell[][] => [
  [
    { zh: '指标', en: 'Figure' },
    { zh: '编号', en: 'Id' },
    { zh: '版本', en: 'Version' },
    { zh: '分子', en: 'Numerator' },
    { zh: '分母', en: 'Denominator' },
    { zh: '比率（%）', en: 'Rate (%)' },
    { zh: '公式', en: 'Formula' },
    { zh: '口径', en: 'Basis' },
    { zh: '单位', en: 'Unit' },
  ],
  ...metrics.map(({ title, id, version, numerator, denominator, rate, formula, basis, unit }): Cell[] => [
    title,
    id,
    version,
    numerator,
    ...(denominator === null ? ['', ''] : [denominator, rate]),
    formula,
    basis,
    units[unit],
  ]),
]

const table = ({ title, note, columns, rows }: ReportTable): Cell[][] => [
  note ? [title, note] : [title],
  columns.map(column => column.title),
  ...rows,
]

const say = (cell: Cell, lang: Lang): string =>
  cell === null ? '—' : typeof cell === 'object' ? inLang(cell, lang) : String(cell)

const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
