import { z } from 'zod'
import type { Store } from '../db/open.ts'
import type { Lang } from '../law/words.ts'
import { PUBLIC } from '../reports/archive.ts'
import { differenceInJson } from '../reports/difference_json.ts'
import type { Difference } from '../reports/difference.ts'
import { findRelease, readRelease, writeRelease } from '../reports/public_archive.ts'
import { releaseCsv, released } from '../reports/public_csv.ts'
import { countClosings, releaseOf } from '../reports/public_making.ts'
import type { Release } from '../reports/public_release.ts'
import { CannotDo } from './command.ts'
import type { Checked } from './verify_report.ts'

/**
 * Holds a file of public statistics against the release of its month, and that against what the log and the releases
 * before it give; undefined where the file is none. CannotDo where the month was never released, or what is kept of it is damaged.
 */
export async function verifyRelease(store: Store, bytes: Buffer): Promise<Checked | undefined> {
  const file = releaseIn(String(bytes))
  if (!file) return undefined
  const { month, write } = file
  const kept = await findRelease(store.reader, month).catch((error: unknown) => {
    throw error instanceof RangeError ? new CannotDo(error.message) : error
  })
  if (!kept) throw new CannotDo(`no public statistics of “${month}” were released`)
  const release = readRelease(kept)
  const closing = { month, asOf: release.asOf }
  const [counted] = await countClosings(store, [closing])
  if (!counted) throw new CannotDo(`the public statistics of ${month} cannot be made again`)
  const again = (await releaseOf(store.reader, closing, counted)).release
  const said = `${PUBLIC} ${month} as of ${release.asOf}`
  const other = [release, again].map(write).find(text => text !== String(bytes))
  if (other === undefined) return { said, difference: undefined }
  const difference = file.differs(String(bytes), other)
  return difference ? { said, difference } : { said, difference, apart: '' }
}

type ReleaseFile = {
  month: string
  write: (release: Release) => string
  differs: (was: string, is: string) => Difference | undefined
}

/** A release in either format: a table says in its first line what it is, and of which month. */
function releaseIn(text: string): ReleaseFile | undefined {
  const json = shape.safeParse(read(text))
  if (json.success)
    return { month: json.data.month, write: writeRelease, differs: (was, is) => differenceInJson(read(was), read(is)) }
  const [title, month = ''] = text.replace('\uFEFF', '').split(',', 2)
  const lang = langs.find(lang => released[lang] === title)
  return lang && { month, write: release => releaseCsv(release, lang), differs: inLines }
}

const shape = z.looseObject({ report: z.literal(PUBLIC), month: z.string() })
const langs: readonly Lang[] = ['zh', 'en']

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function inLines(was: string, is: string): Difference | undefined {
  const [old, now] = [was.split('\r\n'), is.split('\r\n')]
  const at = Array.from({ length: Math.max(old.length, now.length) }, (_, i) => i).find(i => old[i] !== now[i])
  if (at === undefined) return undefined
  return { place: '', row: String(at + 1), column: '', was: old[at] ?? '', is: now[at] ?? '' }
}
