import { inLang } from '../law/words.ts'
import type { Lang, Text } from '../law/words.ts'
import { csvOf, safe } from './csv.ts'
import { titlesOfProcedures } from './public_page.ts'
import type { PublicTable, Release } from './public_release.ts'
import { linesOf, titleOf } from './public_words.ts'

/** A release as one flat table: a line for each figure and each row, of the month and of those restated with it. */
export function releaseCsv({ month, asOf, definitions, digest, ...release }: Release, lang: Lang): string {
  const titles = titlesOfProcedures()
  const line = (of: string, procedure: string, ...rest: Cell[]): Cell[] => [of, titles.get(procedure) ?? null, ...rest]
  const linesIn = (of: string, table: PublicTable) =>
    linesOf(table).map(({ name, n }) => line(of, table.procedure, titleOf(table), name, n))
  const lines = [
    ...release.figures.map(({ procedure, title, numerator, denominator = null, rate = null }) =>
      line(month, procedure, title, null, numerator, denominator, rate),
    ),
    ...release.tables.flatMap(table => linesIn(month, table)),
    ...release.restated.flatMap(({ month: of, figures, tables }) => [
      ...figures.map(({ procedure, title, n }) => line(of, procedure, title, null, n)),
      ...tables.flatMap(table => linesIn(of, table)),
    ]),
  ]
  const said = (cell: Cell) => (cell === null ? '' : typeof cell === 'object' ? safe(inLang(cell, lang)) : String(cell))
  const wide = (cells: readonly Cell[]) => columns.map((_, i) => said(cells[i] ?? null))
  const provenance = [released, month, asOf, definitions, digest]
  return csvOf([provenance, columns, ...lines].map(wide))
}

type Cell = Text | string | number | null

export const released = { zh: '公开统计', en: 'Public statistics' }
const columns: readonly Text[] = [
  { zh: '月份', en: 'Month' },
  { zh: '类型', en: 'Procedure' },
  { zh: '指标', en: 'Figure' },
  { zh: '分项', en: 'Value' },
  { zh: '数量', en: 'Count' },
  { zh: '分母', en: 'Of' },
  { zh: '百分比', en: 'Per cent' },
]
