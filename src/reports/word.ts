import type { Writable } from 'node:stream'
import { office, packageParts, part, relationships } from './office.ts'
import type { Piece, Properties } from './office.ts'
import { fontTable, linePitch, mm, wordSpace, wordStyles } from './word_styles.ts'
import { el, words } from './xml.ts'
import { zipInto } from './zipped.ts'

/** A paragraph of one style. */
export const paragraph = (style: string, text: string): string =>
  el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': style })), run(text))

/** A table as wide as the page, its header row repeated on every page; numbers stand at the right. */
export function wordTable(
  columns: readonly { title: string; share: number; isNumber: boolean }[],
  rows: readonly string[][],
) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((share / whole) * landscapeWidth))
  const row = (cells: readonly string[], isHead: boolean) =>
    el(
      'w:tr',
      {},
      el('w:trPr', {}, el('w:cantSplit'), ...(isHead ? [el('w:tblHeader')] : [])),
      ...columns.map(({ isNumber }, i) => cell(cells[i] ?? '', widths[i] ?? 0, isNumber && !isHead, isHead)),
    )
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': landscapeWidth, 'w:type': 'dxa' }),
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

/** A document: the text upright in the margins of GB/T 9704, what follows on its side. */
export async function writeWord(out: Writable, text: readonly string[], annex: readonly string[], said: Properties) {
  const body = el(
    'w:document',
    { 'xmlns:w': wordSpace, 'xmlns:r': `${office}/relationships` },
    el('w:body', {}, ...text, el('w:p', {}, el('w:pPr', {}, section('portrait'))), ...annex, section('landscape')),
  )
  const [, ...beside] = pieces
  await zipInto(
    out,
    [
      ...packageParts(pieces, said),
      part('word/document.xml', body),
      part(
        'word/_rels/document.xml.rels',
        relationships(beside.map(piece => ({ ...piece, name: piece.name.slice(5) }))),
      ),
      part('word/styles.xml', wordStyles()),
      part('word/fontTable.xml', fontTable()),
      part('word/footer1.xml', footer),
    ],
    said.at,
  )
}

const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const pieces: readonly Piece[] = [
  { name: 'word/document.xml', type: `${kind}.document.main+xml`, relation: `${office}/relationships/officeDocument` },
  { name: 'word/styles.xml', type: `${kind}.styles+xml`, relation: `${office}/relationships/styles` },
  { name: 'word/fontTable.xml', type: `${kind}.fontTable+xml`, relation: `${office}/relationships/fontTable` },
  { name: 'word/footer1.xml', type: `${kind}.footer+xml`, relation: `${office}/relationships/footer` },
]

const run = (text: string) => el('w:r', {}, el('w:t', { 'xml:space': 'preserve' }, words(text)))

const landscapeWidth = mm(297 - 37 - 35)

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

const cell = (text: string, width: number, atRight: boolean, isHead: boolean) =>
  el(
    'w:tc',
    {},
    el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    el(
      'w:p',
      {},
      el('w:pPr', {}, el('w:pStyle', { 'w:val': 'TableText' }), ...(atRight ? [el('w:jc', { 'w:val': 'right' })] : [])),
      isHead
        ? el('w:r', {}, el('w:rPr', {}, el('w:b')), el('w:t', { 'xml:space': 'preserve' }, words(text)))
        : run(text),
    ),
  )

/** A4, 37/35/28/26 mm; on its side the margins turn with the page. */
function section(orient: 'portrait' | 'landscape'): string {
  const [top, right, bottom, left] = orient === 'portrait' ? [37, 26, 35, 28] : [28, 37, 26, 35]
  const [width, height] = orient === 'portrait' ? [210, 297] : [297, 210]
  return el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'rId3' }),
    el('w:pgSz', { 'w:w': mm(width), 'w:h': mm(height), 'w:orient': orient }),
    el('w:pgMar', {
      'w:top': mm(top),
      'w:right': mm(right),
      'w:bottom': mm(bottom),
      'w:left': mm(left),
      'w:header': mm(15),
      'w:footer': mm(bottom - 10),
      'w:gutter': 0,
    }),
    el('w:docGrid', { 'w:type': 'lines', 'w:linePitch': linePitch }),
  )
}

/** — 1 — */
const footer = el(
  'w:ftr',
  { 'xmlns:w': wordSpace },
  el(
    'w:p',
    {},
    el('w:pPr', {}, el('w:pStyle', { 'w:val': 'Footer' })),
    run('— '),
    el('w:fldSimple', { 'w:instr': ' PAGE ' }, run('1')),
    run(' —'),
  ),
)
