import { z } from 'zod'
import type { Store } from '../db/open.ts'
import { PUBLIC } from '../reports/archive.ts'
import type { Difference } from '../reports/difference.ts'
import { writeRelease } from '../reports/public_archive.ts'
import { countClosings, releaseOf } from '../reports/public_making.ts'

/** Makes a public release again, from the log and the releases before it; undefined where the file is none. */
export async function verifyRelease(
  store: Store,
  bytes: Buffer,
): Promise<{ said: string; difference: Difference | undefined } | undefined> {
  const file = release.safeParse(read(bytes))
  if (!file.success) return undefined
  const closing = { month: file.data.month, asOf: file.data.asOf }
  const [counted] = await countClosings(store, [closing])
  if (!counted) return undefined
  const again = writeRelease((await releaseOf(store.reader, closing, counted)).release)
  const said = `${PUBLIC} ${closing.month} as of ${closing.asOf}`
  return { said, difference: again === String(bytes) ? undefined : between(file.data, JSON.parse(again), '') }
}

const release = z.looseObject({ report: z.literal(PUBLIC), month: z.string(), asOf: z.iso.datetime() })

function read(bytes: Buffer): unknown {
  try {
    return JSON.parse(String(bytes))
  } catch {
    return undefined
  }
}

/** The first place where they differ; where only their spelling does, the whole. */
function between(was: unknown, is: unknown, place: string): Difference {
  const [before, after] = [entriesOf(was), entriesOf(is)]
  const key = [...before.keys(), ...after.keys()].find(key => spelt(before.get(key)) !== spelt(after.get(key)))
  return key === undefined
    ? { place, row: '', column: '', was: spelt(was), is: spelt(is) }
    : between(before.get(key), after.get(key), place === '' ? key : `${place}.${key}`)
}

const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

const spelt = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))
