import { sayMonth } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Cell, ReportColumn } from '../../src/reports/report.ts'
import { Say } from '../parts/words.tsx'

/** A cell of a table as the page says it; nothing to divide by is —. */
export function Shown({ cell, column }: { cell: Cell; column: ReportColumn }) {
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
