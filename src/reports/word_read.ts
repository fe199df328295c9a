import { DOMParser } from '@xmldom/xmldom'
import type { Element } from '@xmldom/xmldom'
import { unzipSync } from 'fflate'
import type { Grid } from './grids.ts'

/** Whether an Office file is a document. */
export const isWord = (bytes: Buffer): boolean => documentIn(bytes) !== undefined

/** A bulletin read back: its paragraphs, then each table under the words above it. */
export async function wordGrids(bytes: Buffer): Promise<Grid[]> {
  const body = new DOMParser().parseFromString(documentIn(bytes) ?? '', 'text/xml').documentElement?.children[0]
  const text = { place: 'text', rows: [['', 'paragraph']] }
  const tables: Grid[] = []
  for (const block of body?.children ?? []) {
    if (block.tagName === 'w:tbl') tables.push({ place: text.rows.at(-1)?.[1] ?? '', rows: rowsOf(block) })
    else if (block.textContent) text.rows.push(['', block.textContent])
  }
  return [text, ...tables]
}

function documentIn(bytes: Buffer): string | undefined {
  const { [part]: found } = unzipSync(bytes, { filter: ({ name }) => name === part })
  return found && Buffer.from(found).toString('utf8')
}

const part = 'word/document.xml'

const rowsOf = (table: Element): string[][] =>
  [...table.getElementsByTagName('w:tr')].map(row =>
    [...row.getElementsByTagName('w:tc')].map(cell => cell.textContent ?? ''),
  )
