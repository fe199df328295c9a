import { inLang } from '../law/words.ts'
import type { Lang } from '../law/words.ts'
import type { Cell, Report, ReportTable } from './report.ts'

/** For spreadsheets: a byte-order mark, CRLF, and no cell that one would run as a formula. */
export function renderCsv(report: Report, lang: Lang): string {
  const blocks = [head(report), figures(report), ...report.tables.map(table)]
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

const figures = ({ metrics }: Report): Cell[][] => [
  [
    { zh: '指标', en: 'Figure' },
    { zh: '编号', en: 'Id' },
    { zh: '版本', en: 'Version' },
    { zh: '分子', en: 'Numerator' },
    { zh: '分母', en: 'Denominator' },
    { zh: '比率（%）', en: 'Rate (%)' },
    { zh: '公式', en: 'Formula' },
    { zh: '口径', en: 'Basis' },
  ],
  ...metrics.map(({ title, id, version, numerator, denominator, rate, formula, basis }): Cell[] => [
    title,
    id,
    version,
    numerator,
    ...(denominator === null ? ['', ''] : [denominator, rate]),
    formula,
    basis,
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
