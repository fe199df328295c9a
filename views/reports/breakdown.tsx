import type { Cell, ReportTable } from '../../src/reports/report.ts'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import { Shown } from './shown.tsx'

/** A table of the report, as its files hold it. */
export const Breakdown = ({ table }: { table: ReportTable }) => (
  <section>
    <Table<Cell[]>
      id={table.id}
      caption={table.title}
      rows={table.rows}
      empty={{ zh: `${table.title.zh}：本期没有可列的内容`, en: `${table.title.en}: nothing to list in this period` }}
      columns={namedFirst(table).map(({ column, i }) => ({
        title: column.title,
        kind: column.kind !== 'text' ? 'number' : column.id === nameOf(table) ? 'text' : 'tight',
        names: column.id === nameOf(table),
        cell: row => <Shown cell={row[i] ?? null} column={column} />,
      }))}
    />
    {table.note && (
      <p class="muted small">
        <Say words={table.note} />
      </p>
    )}
  </section>
)

/** An organ before the group it stands in: its name stays in sight when a narrow page is scrolled. */
function namedFirst({ columns }: ReportTable) {
  const [first, second, ...others] = columns.map((column, i) => ({ column, i }))
  return first?.column.id === 'group' && second
    ? [second, first, ...others]
    : columns.map((column, i) => ({ column, i }))
}

/** A list without figures, such as of those who had nothing to do: closed until it is asked for. */
export const Names = ({ table }: { table: ReportTable }) => (
  <details class="not-printed">
    <summary>
      <Say words={table.title} />
      <T zh={`（${table.rows.length}个）`} en={` (${table.rows.length})`} />
    </summary>
    <Breakdown table={table} />
  </details>
)

/** The last of the leading text columns names the row: an organ, not the group it stands in. */
function nameOf({ columns }: ReportTable) {
  const figures = columns.findIndex(({ kind }) => kind !== 'text')
  return columns.at(figures === -1 ? -1 : figures - 1)?.id
}
