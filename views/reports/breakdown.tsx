import { sayMonth } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Cell, ReportColumn, ReportTable } from '../../src/reports/report.ts'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'

/** A table of the report, as its files hold it. */
export const Breakdown = ({ table }: { table: ReportTable }) => (
  <section>
    <Table<Cell[]>
      id={table.id}
      caption={table.title}
      rows={table.rows}
      empty={{ zh: `${table.title.zh}：本期没有可列的内容`, en: `${table.title.en}: nothing to list in this period` }}
      columns={table.columns.map((column, i) => ({
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

function Shown({ cell, column }: { cell: Cell; column: ReportColumn }) {
  if (cell === null) return <>—</>
  if (typeof cell === 'number') return <>{String(cell)}</>
  if (typeof cell === 'object') return <Say words={cell} />
  if (column.id === 'id') return <code>{cell}</code>
  return <Say words={column.id === 'oldest' ? sayMonth(cell) : withUnit(cell, column)} />
}

/** Rates are told by their two decimals; where the heading does not say what they are in, they do. */
function withUnit(cell: string, { id, title, kind }: ReportColumn): Text {
  const said = kind === 'rate' ? cell.replace(/^-/, '−') : cell
  const isRate = kind === 'rate' && /^[+−]?\d+\.\d\d$/.test(said)
  if (isRate && id.startsWith('change_')) return { zh: `${said}个百分点`, en: `${said} points` }
  return isRate && !title.zh.includes('%') ? { zh: `${said}%`, en: `${said}%` } : { zh: said, en: said }
}
