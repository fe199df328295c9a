import type { Db } from '../db/dialect.ts'
import { monthAfter } from '../law/day.ts'
import { PUBLIC, findArchived } from './archive.ts'
import { namesOf } from './archive_files.ts'
import { countsFile, releaseFile } from './public_archive.ts'

/** What does not hold of the closed months: a file that is not what was kept, or is missing between the first and the last. */
export async function* unsoundArchive(db: Db): AsyncGenerator<string> {
  const rows = await db
    .selectFrom('archived_reports')
    .select(['report', 'month', 'name'])
    .orderBy('report')
    .orderBy('month')
    .orderBy('name')
    .execute()
  for (const row of rows)
    try {
      await findArchived(db, row)
    } catch (error) {
      yield `archive ${row.month}: ${error instanceof Error ? error.message : String(error)}`
    }
  for (const [report, files] of Map.groupBy(rows, row => row.report)) {
    const there = new Set(files.map(({ name }) => name))
    for (const month of monthsBetween(files[0]?.month ?? '', files.at(-1)?.month ?? ''))
      for (const name of filesIn(report, month)) if (!there.has(name)) yield `archive ${month}: ${name} is missing`
  }
}

const filesIn = (report: string, month: string): string[] =>
  report === PUBLIC ? [releaseFile(month), countsFile(month)] : namesOf(report, month)

function monthsBetween(first: string, last: string): string[] {
  const months = [first]
  for (let month = first; month < last; months.push(month)) month = monthAfter(month)
  return months
}
