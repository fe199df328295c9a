import type { Db } from '../db/dialect.ts'
import type { ArchivedReportTable } from '../db/tables.ts'
import { sha256 } from '../db/vault.ts'
import type { Report } from './report.ts'

/** A file of a closed month, without its content. */
type Archived = Omit<ArchivedReportTable, 'content'>

type ArchivedMonth = { report: string; month: string; asOf: string; digest: string; files: Archived[] }

const columns = ['report', 'month', 'name', 'as_of', 'definitions', 'digest', 'sha256', 'size', 'made_at'] as const

/** What is made public of a closed month is kept here too, and listed on its own page. */
export const PUBLIC = 'public-statistics'

/** The closed months, newest first, each with its files. */
export async function listArchived(db: Db, before: string | undefined, limit: number): Promise<ArchivedMonth[]> {
  const months = await db
    .selectFrom('archived_reports')
    .select(['report', 'month'])
    .distinct()
    .where('report', '<>', PUBLIC)
    .$if(before !== undefined, query => query.where('month', '<', before ?? ''))
    .orderBy('month', 'desc')
    .orderBy('report')
    .limit(limit)
    .execute()
  const files = await db
    .selectFrom('archived_reports')
    .select(columns)
    .where('month', 'in', ['', ...months.map(({ month }) => month)])
    .orderBy('name')
    .execute()
  return months.flatMap(({ report, month }) => {
    const own = files.filter(file => file.report === report && file.month === month)
    const [first] = own
    return first ? [{ report, month, asOf: first.as_of, digest: first.digest, files: own }] : []
  })
}

/** The last month that was closed. */
export async function lastClosed(db: Db, report: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('archived_reports')
    .select(of => of.fn.max('month').as('month'))
    .where('report', '=', report)
    .executeTakeFirst()
  return row?.month ?? undefined
}

/** A file as it was made; undefined where there is none, RangeError where it is not what was kept. */
export async function findArchived(
  db: Db,
  { report, month, name }: Pick<Archived, 'report' | 'month' | 'name'>,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('archived_reports')
    .select(['content', 'sha256'])
    .where('report', '=', report)
    .where('month', '=', month)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) return undefined
  const bytes = Buffer.from(row.content, 'base64')
  if (sha256(bytes) !== row.sha256) throw new RangeError(`${name}: the archived file is not what was kept`)
  return bytes
}

/** The same for what a page can do without: where it is not what was kept that is logged, and the page goes without it. */
export async function findSound(
  db: Db,
  file: Pick<Archived, 'report' | 'month' | 'name'>,
): Promise<Buffer | undefined> {
  try {
    return await findArchived(db, file)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    console.error(JSON.stringify({ level: 'error', event: 'archive', error: error.message }))
    return undefined
  }
}

type Described = Pick<Report, 'report' | 'asOf' | 'definitions' | 'digest'>

/** Keeps the files of a closed month; false where another server did. */
export async function keepArchived(
  db: Db,
  { report, asOf, definitions, digest }: Described,
  { month, files, now }: { month: string; files: readonly { name: string; bytes: Buffer }[]; now: string },
): Promise<boolean> {
  const rows = files.map(({ name, bytes }) => ({
    ...{ report, month, name, definitions, digest },
    as_of: asOf,
    sha256: sha256(bytes),
    size: bytes.length,
    content: bytes.toString('base64'),
    made_at: now,
  }))
  const kept = await db
    .insertInto('archived_reports')
    .values(rows)
    .onConflict(clash => clash.doNothing())
    .returning('name')
    .execute()
  return kept.length > 0
}
