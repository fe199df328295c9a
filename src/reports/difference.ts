import type { Grid } from './grids.ts'

/** The first place where a file is not what the log gives. */
export type Difference = { place: string; row: string; column: string; was: string; is: string }

/** Compares in the file's own order. */
export function firstDifference(file: readonly Grid[], again: readonly Grid[]): Difference | undefined {
  for (const grid of file) {
    const same = again.find(({ place }) => place === grid.place)
    const found = same ? inGrid(grid, same) : { place: grid.place, row: '', column: '', was: 'there', is: 'not there' }
    if (found) return found
  }
  const missing = again.find(({ place }) => !file.some(grid => grid.place === place))
  return missing && { place: missing.place, row: '', column: '', was: 'not there', is: 'there' }
}

function inGrid(file: Grid, again: Grid): Difference | undefined {
  const header = again.rows[0] ?? []
  for (let at = 0; at < Math.max(file.rows.length, again.rows.length); at++) {
    const [was, is] = [file.rows[at], again.rows[at]]
    const place = { place: file.place, row: `${at + 1} ${(is ?? was)?.[0] ?? ''}`.trim() }
    if (!was || !is) return { ...place, column: '', was: was ? 'there' : 'not there', is: is ? 'there' : 'not there' }
    for (let i = 0; i < Math.max(was.length, is.length); i++) {
      const [old = '', now = ''] = [was[i], is[i]]
      if (old !== now) return { ...place, column: header[i] || String(i + 1), was: old, is: now }
    }
  }
  return undefined
}
