import type { Store } from '../db/open.ts'
import type { Lang } from '../law/words.ts'
import { firstDifference } from '../reports/difference.ts'
import { differenceInJson } from '../reports/difference_json.ts'
import { readBack } from '../reports/grids.ts'
import type { FileRead, Grid } from '../reports/grids.ts'
import { reportNamed } from '../reports/registry.ts'
import { canBeRestated } from '../reports/restated.ts'
import { readRestating } from '../reports/restated_asked.ts'
import { drawRestated } from '../reports/restated_list.ts'
import type { RestatedList } from '../reports/restated_list.ts'
import type { RestatedLine } from '../reports/restated_lines.ts'
import { renderRestated } from '../reports/restated_text.ts'
import { CannotDo } from './command.ts'
import { sayErrors } from './report.ts'
import type { Checked } from './verify_report.ts'

/**
 * Makes a restatement list again, of all cases, and compares what the file has of it: a reader has the lines of figures
 * whose cases are all theirs to see, so where there are fewer that is said.
 */
export async function verifyRestated(store: Store, now: string, file: FileRead, bytes: Buffer): Promise<Checked> {
  const { slug, asked, against, lang } = file.said
  const kind = reportNamed(slug)
  const format = file.format === 'json' ? 'json' : 'csv'
  if (!kind || !canBeRestated(kind)) throw new CannotDo(`there is no restatement list of “${slug}”`)
  const read = await readRestating(store.reader, kind, { ...asked, against }, now)
  if ('errors' in read) throw new CannotDo(`the list cannot be made again: ${sayErrors(read.errors, lang)}`)
  const list = await drawRestated(store, null, read.ok)
  const shown = {
    ...list,
    lines: linesShown(list.lines, format === 'json' ? inJson(bytes) : inTable(file.grids, lang)),
  }
  const again = renderRestated(shown, format, lang)
  const lacking = list.lines.length - shown.lines.length
  const fewer =
    lacking > 0
      ? `; ${lacking} of ${list.lines.length} lines are not in it, as for a reader who may not see their cases`
      : ''
  const said = `${slug} ${list.month} restated as of ${list.asOf} against ${list.against}${fewer}`
  if (again === String(bytes)) return { said, difference: undefined }
  const difference =
    format === 'json'
      ? differenceInJson(JSON.parse(String(bytes)), JSON.parse(again))
      : firstDifference(file.grids, (await readBack(Buffer.from(again)))?.grids ?? [])
  return difference ? { said, difference } : { said, difference, apart: '' }
}

/** What a file has of a line. */
type Shown = (line: RestatedLine) => Pick<RestatedLine, 'changes' | 'moved'>

const linesShown = (lines: readonly RestatedLine[], shownOf: Shown): RestatedLine[] =>
  lines.flatMap(line => {
    const shown = shownOf(line)
    return shown.changes.length > 0 || shown.moved.length > 0 ? [{ ...line, ...shown }] : []
  })

/** By the sides of figures that occur in it. */
function inJson(bytes: Buffer): Shown {
  const { lines = [] }: Partial<Pick<RestatedList, 'lines'>> = JSON.parse(String(bytes))
  const sides = new Set(lines.flatMap(({ changes, moved }) => [...changes, ...moved].flatMap(({ sides }) => sides)))
  return line => ({
    changes: line.changes.filter(change => change.sides.some(side => sides.has(side))),
    moved: line.moved
      .map(move => ({ ...move, sides: move.sides.filter(side => sides.has(side)) }))
      .filter(move => move.sides.length > 0),
  })
}

/** By the columns of its last table, and the words of a move in the row of its case. */
function inTable(grids: readonly Grid[], lang: Lang): Shown {
  const [titles = [], ...rows] = grids.at(-1)?.rows ?? []
  const words = rows.map(row => `${row[1]} ${row[6]}`)
  return line => ({
    changes: line.changes.filter(({ title }) => titles.includes(title[lang])),
    moved: line.moved.filter(({ title }) =>
      words.some(said => said.startsWith(`${line.number} `) && said.includes(title[lang])),
    ),
  })
}
