import { widthOf } from './text_width.ts'
import { run } from './word.ts'
import { mm } from './word_styles.ts'
import { el, words } from './xml.ts'

type WordColumn = { title: string; isNumber: boolean; cells: readonly string[] }

/**
 * A table as wide as the page, its header row repeated on every page; numbers stand at the right. A column of numbers
 * is given what it needs, so that neither a number nor a word above it breaks; texts share the rest.
 */
export function wordTable(columns: readonly WordColumn[], rows: readonly string[][]): string {
  const { widths, style } = fitted(columns)
  const row = (cells: readonly string[], isHead: boolean) =>
    el(
      'w:tr',
      {},
      el('w:trPr', {}, el('w:cantSplit'), ...(isHead ? [el('w:tblHeader')] : [])),
      ...columns.map(({ isNumber }, i) =>
        cell(cells[i] ?? '', { width: widths[i] ?? 0, style, isHead, atRight: isNumber && !isHead }),
      ),
    )
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': pageWidth, 'w:type': 'dxa' }),
      borders,
      el('w:tblLayout', { 'w:type': 'fixed' }),
      cellMargins,
    ),
    el('w:tblGrid', {}, ...widths.map(width => el('w:gridCol', { 'w:w': width }))),
    row(
      columns.map(({ title }) => title),
      true,
    ),
    ...rows.map(cells => row(cells, false)),
  )
}

/** An A4 page on its side within its margins, and how many digits of either size stand side by side on it. */
const pageWidth = mm(297 - 37 - 35)
const sizes = { TableText: 127, TableTextSmall: 152 }

function fitted(columns: readonly WordColumn[]) {
  const least = columns.map(({ title, cells, isNumber }) => {
    const head = Math.ceil(1.3 * longestWord(title))
    return margins + Math.max(head, ...cells.map(isNumber ? widthOf : longestWord), Math.min(8, widthOf(title)))
  })
  const wanted = columns.map(({ cells, isNumber }, i) => {
    const needed = least[i] ?? 0
    return isNumber ? needed : Math.max(needed, Math.min(44, Math.max(...cells.map(widthOf), 0)) + margins)
  })
  const style = sum(least) > sizes.TableText ? 'TableTextSmall' : 'TableText'
  const more = Math.max(0, sizes[style] - sum(least))
  const asked = sum(wanted) - sum(least)
  const shares = least.map(
    (needed, i) => needed + ((wanted[i] ?? 0) - needed) * Math.min(1, asked > 0 ? more / asked : 0),
  )
  return { style, widths: shares.map(share => Math.round((share / sum(shares)) * pageWidth)) }
}

const longestWord = (text: string) => Math.max(...text.split(/[\s\p{Script=Han}-]/u).map(widthOf))

/** Left and right of every cell, in digits. */
const margins = 3

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)

const borders = el(
  'w:tblBorders',
  {},
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side =>
    el(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' }),
  ),
)

const cellMargins = el(
  'w:tblCellMar',
  {},
  ...Object.entries({ top: 30, left: 80, bottom: 30, right: 80 }).map(([side, width]) =>
    el(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' }),
  ),
)

type Look = { width: number; style: string; isHead: boolean; atRight: boolean }

const cell = (text: string, { width, style, isHead, atRight }: Look) =>
  el(
    'w:tc',
    {},
    el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    el(
      'w:p',
      {},
      el('w:pPr', {}, el('w:pStyle', { 'w:val': style }), ...(atRight ? [el('w:jc', { 'w:val': 'right' })] : [])),
      isHead
        ? el('w:r', {}, el('w:rPr', {}, el('w:b')), el('w:t', { 'xml:space': 'preserve' }, words(text)))
        : run(text),
    ),
  )
