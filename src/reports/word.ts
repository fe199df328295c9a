import type { Writable } from 'node:stream'
import { office, packageParts, part, relationships } from './office.ts'
import type { Piece, Properties } from './office.ts'
import { fontTable, linePitch, mm, wordSpace, wordStyles } from './word_styles.ts'
import { el, words } from './xml.ts'
import { zipInto } from './zipped.ts'

/** A paragraph of one style. */
export const paragraph = (style: string, text: string): string =>
  el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': style })), run(text))

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

export const run = (text: string) => el('w:r', {}, el('w:t', { 'xml:space': 'preserve' }, words(text)))

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
