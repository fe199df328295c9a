import type { Db } from '../db/dialect.ts'
import { monthAfter } from '../law/day.ts'
import { PUBLIC, findArchived } from './archive.ts'
import type { PublicCounts } from './public_counts.ts'
import type { Release } from './public_release.ts'
import type { Earlier } from './public_restated.ts'

/** So many earlier months are read anew with every release. */
export const RESTATED = 12

export const releaseFile = (month: string): string => `${PUBLIC}-${month}.json`
/** What a release was made from. It is never for the public: later releases are held against it. */
export const countsFile = (month: string): string => `${PUBLIC}-${month}-counts.json`

/** The bytes made public when the month was closed. */
export const findRelease = (db: Db, month: string): Promise<Buffer | undefined> =>
  findArchived(db, { report: PUBLIC, month, name: releaseFile(month) })

/** The months that were released, newest first. */
export async function listReleased(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('archived_reports')
    .select('month')
    .distinct()
    .where('report', '=', PUBLIC)
    .orderBy('month', 'desc')
    .execute()
  return rows.map(({ month }) => month)
}

/** What was told before, with what it was made from. RangeError where one is there without the other. */
export async function earlierReleases(db: Db, month: string): Promise<Earlier[]> {
  const found: Earlier[] = []
  for (let ago = RESTATED; ago > 0; ago--) {
    const earlier = monthAfter(month, -ago)
    const [release, counts] = [
      await findRelease(db, earlier),
      await findArchived(db, { report: PUBLIC, month: earlier, name: countsFile(earlier) }),
    ]
    // Without its counts nobody knows what may be told beside it.
    if (!release !== !counts) throw new RangeError(`${PUBLIC} ${earlier}: the release or its counts are missing`)
    if (release && counts) found.push({ release: readRelease(release), counts: readCounts(counts) })
  }
  return found
}

/** The canonical bytes: made again they are the same. */
export const writeRelease = (release: Release): string => `${JSON.stringify(release, null, 2)}\n`

export function readRelease(bytes: Buffer): Release {
  const release: Release = JSON.parse(String(bytes))
  return release
}

export const writeCounts = (counts: ReadonlyMap<string, PublicCounts>): string =>
  JSON.stringify([...counts].map(([month, found]) => [month, [...found].sort(([a], [b]) => (a < b ? -1 : 1))]))

export function readCounts(bytes: Buffer): Map<string, PublicCounts> {
  const months: [string, [string, number][]][] = JSON.parse(String(bytes))
  return new Map(months.map(([month, found]) => [month, new Map(found)]))
}
