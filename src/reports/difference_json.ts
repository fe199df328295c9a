import type { Difference } from './difference.ts'

/** The first place where they differ; none where only their spelling does. */
export function differenceInJson(was: unknown, is: unknown, place = ''): Difference | undefined {
  if (spelt(was) === spelt(is)) return undefined
  const [before, after] = [entriesOf(was), entriesOf(is)]
  const key = [...before.keys(), ...after.keys()].find(key => spelt(before.get(key)) !== spelt(after.get(key)))
  return key === undefined
    ? { place, row: '', column: '', was: spelt(was), is: spelt(is) }
    : differenceInJson(before.get(key), after.get(key), place === '' ? key : `${place}.${key}`)
}

const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

const spelt = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))
