import type { Child } from 'hono/jsx'
import { Empty } from './empty.tsx'
import { Say, useWords } from './words.tsx'
import type { Words } from './words.tsx'

export type Column<Row> = {
  title: Words
  cell: (row: Row) => Child
  /** Numbers align right, in figures of one width; tight cells do not break. */
  kind?: 'text' | 'number' | 'tight'
  /** This cell names its row. */
  names?: boolean
}

export type TableProps<Row> = {
  id: string
  caption: Words
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The caption is already the heading above: keep it for readers of the page only. */
  captionHidden?: boolean
  /** On a phone: `scroll` sideways in its own region, or `stack` each row as a card. */
  narrow?: 'scroll' | 'stack'
  empty?: Words
  /** j and k walk from row to row while the focus is inside. */
  walk?: boolean
}

/** A dense table with real headers. */
export const Table = <Row,>(props: TableProps<Row>) =>
  props.rows.length === 0 && props.empty ? (
    <Empty words={props.empty} />
  ) : props.narrow === 'stack' ? (
    <TableItself {...props} />
  ) : (
    <div class="table-scroll" role="region" aria-labelledby={`${props.id}-caption`} tabindex={0}>
      <TableItself {...props} />
    </div>
  )

/** The roles repeat the elements: as cards on a phone the elements alone would lose them. */
const TableItself = <Row,>(props: TableProps<Row>) => (
  <table id={props.id} class={props.narrow === 'stack' ? 'table table-stack' : 'table'} role="table">
    <caption id={`${props.id}-caption`} class={props.captionHidden ? 'hidden-caption' : undefined}>
      <Say words={props.caption} />
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        {props.columns.map(column => (
          <th scope="col" role="columnheader" class={cellClass(column)}>
            <Say words={column.title} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup" data-walk={props.walk}>
      {props.rows.map(row => (
        <tr role="row">
          {props.columns.map(column => (
            <Cell column={column} row={row} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { t } = useWords()
  const shared = { class: cellClass(column), 'data-title': t(column.title) }
  return column.names ? (
    <th scope="row" role="rowheader" {...shared}>
      {column.cell(row)}
    </th>
  ) : (
    <td role="cell" {...shared}>
      {column.cell(row)}
    </td>
  )
}

const cellClass = (column: { kind?: 'text' | 'number' | 'tight' }) =>
  column.kind && column.kind !== 'text' ? `cell-${column.kind}` : undefined
