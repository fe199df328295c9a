import type { Writable } from 'node:stream'
import type { Db } from '../db/dialect.ts'
import { inLang } from '../law/words.ts'
import type { Lang } from '../law/words.ts'
import { sheetNames, writeBook } from './book.ts'
import type { Sheet } from './book.ts'
import { caseLists, caseSheet, rowsIn } from './case_sheets.ts'
import type { CaseList, MayList } from './case_sheets.ts'
import type { Drawing } from './drawing.ts'
import { figureTable, visitTable } from './figure_tables.ts'
import { provenance, provenanceColumns } from './provenance.ts'
import type { Report, ReportTable } from './report.ts'
import { tableSheet } from './table_sheet.ts'
import type { Progress, Watching } from './xlsx_file.ts'

export type Lists = { drawing: Drawing; mayList: MayList }

/**
 * A workbook: the figures, each table, a list of cases for every figure its reader may see the cases of, what the
 * figures mean, and where they come from.
 */
export async function writeXlsx(
  out: Writable,
  db: Db,
  report: Report,
  { drawing, mayList }: Lists,
  lang: Lang,
  { signal, tell }: Watching = {},
): Promise<void> {
  const lists = caseLists(drawing, report, mayList)
  const progress = {
    listed: await rowsIn(db, drawing, lists),
    lists: lists.map(({ metric, side }) => `${metric.id}/${side}`),
  }
  const tables = [figures(report), ...report.tables]
  const after = [definitions(report), sources(report)]
  const titles = [...tables, ...lists, ...after].map(({ title }) => inLang(title, lang))
  const names = sheetNames(titles)
  const listNames = names.slice(tables.length, tables.length + lists.length)
  const named = (table: ReportTable, i: number) => tableSheet(table, names[i] ?? '', lang)
  const [first, ...others] = tables.map(named)
  const sheets = [
    ...(first ? [tableSheet(figures(report), names[0] ?? '', lang, linksTo(report, drawing, lists, listNames))] : []),
    ...others,
    ...told(
      lists.map((list, i) => caseSheet(db, drawing, list, listNames[i] ?? '', lang)),
      progress,
      tell,
    ),
    ...after.map((table, i) => named(table, tables.length + lists.length + i)),
  ]
  await writeBook(
    out,
    {
      title: inLang(report.title, lang),
      at: report.asOf,
      sheets,
      heading: `${inLang(report.scope.name, lang)} ${inLang(report.title, lang)} ${inLang(report.period, lang)}`,
      footing: lang === 'zh' ? '第 &P 页，共 &N 页' : 'Page &P of &N',
    },
    signal,
  )
}

/** The sheets as they are, telling how far they are batch by batch. */
function told(sheets: readonly Sheet[], { listed, lists }: Omit<Progress, 'written'>, tell: Watching['tell']): Sheet[] {
  let written = 0
  tell?.({ written, listed, lists })
  return sheets.map(sheet => ({
    ...sheet,
    rows: (async function* () {
      for await (const batch of sheet.rows) {
        yield batch
        written += batch.length
        tell?.({ written, listed, lists })
      }
    })(),
  }))
}

/** By row and column of the sheet of figures, the sheet of cases its number leads to. */
function linksTo({ metrics }: Report, { kind }: Drawing, lists: readonly CaseList[], names: readonly string[]) {
  return (row: number, column: string): string | undefined => {
    const metric = kind.metrics.find(({ id }) => id === inOrder(metrics)[row]?.id)
    const counting = column === 'numerator' || column === 'denominator' ? metric?.[column] : undefined
    const at = counting ? lists.findIndex(list => list.counting === counting) : -1
    return names[at]
  }
}

const inOrder = (metrics: Report['metrics']) => [
  ...metrics.filter(({ unit }) => unit === '件次'),
  ...metrics.filter(({ unit }) => unit !== '件次'),
]

/** One sheet for every unit: its column says which. */
const figures = ({ metrics }: Report): ReportTable => {
  const table = figureTable(metrics)
  const shown = ['title', 'id', 'numerator', 'denominator', 'rate', 'unit', 'basis']
  const columns = shown.flatMap(id => table.columns.find(column => column.id === id) ?? [])
  const places = columns.map(column => table.columns.indexOf(column))
  return {
    ...table,
    columns: columns.map(column => (column.id === 'rate' ? { ...column, title: { zh: '比率', en: 'Rate' } } : column)),
    rows: [...table.rows, ...visitTable(metrics).rows].map(row => places.map(place => row[place] ?? null)),
  }
}

const definitions = ({ metrics }: Report): ReportTable => ({
  id: 'definitions',
  title: { zh: '指标定义', en: 'Definitions' },
  note: null,
  columns: figureTable([]).columns.filter(({ kind }) => kind === 'text'),
  rows: inOrder(metrics).map(metric => {
    const [row = []] = [...figureTable([metric]).rows, ...visitTable([metric]).rows]
    return row.filter((_, i) => figureTable([]).columns[i]?.kind === 'text')
  }),
})

const sources = (report: Report): ReportTable => ({
  id: 'provenance',
  title: { zh: '数据来源', en: 'Provenance' },
  note: null,
  columns: [...provenanceColumns],
  rows: [
    ...provenance(report).map(([name, said = '', id = '']) => [name, said, id]),
    ...report.tables.flatMap(({ title, note }) => (note ? [[title, note, '']] : [])),
  ],
})
