import type { Text } from '../law/words.ts'
import { changeSentences } from './changes_said.ts'
import { figureTable, visitTable } from './figure_tables.ts'
import { metricsSaid } from './bulletin_parts.ts'
import { openSentences } from './open_said.ts'
import type { Report, ReportTable } from './report.ts'

type Bulletin = { sections: { title: Text; sentences: Text[] }[]; tables: ReportTable[] }

/** 通报: every sentence says what the figures say, and is there only where they are. */
export function bulletinOf(report: Report): Bulletin {
  const parts = [
    ...metricsSaid(report),
    { title: { zh: '在办情况', en: 'What stands open' }, sentences: openSentences(report) },
    { title: { zh: '环比和同比', en: 'Compared with earlier periods' }, sentences: changeSentences(report) },
  ]
  return {
    sections: parts.filter(({ sentences }) => sentences.length > 0),
    tables: [figureTable(report.metrics), visitTable(report.metrics), ...report.tables]
      .map(withoutWords)
      .filter(({ rows }) => rows.length > 0),
  }
}

/** On paper the formulas stand in the definitions and the ids in the data. */
const withoutWords = (table: ReportTable): ReportTable => {
  if (table.id !== 'metrics') return table
  const kept = ['title', 'numerator', 'denominator', 'rate', 'basis']
  const places = kept.map(id => table.columns.findIndex(column => column.id === id))
  return {
    ...table,
    columns: places.flatMap(place => table.columns[place] ?? []),
    rows: table.rows.map(row => places.map(place => row[place] ?? null)),
  }
}
