import { Migrator } from 'kysely/migration'
import * as foundation from '../../migrations/2026-11-23-foundation.ts'
import * as logHours from '../../migrations/2026-11-24-log-hours.ts'
import * as organPowers from '../../migrations/2026-11-24-organ-powers.ts'
import * as parts from '../../migrations/2026-11-24-parts.ts'
import * as partsOwed from '../../migrations/2026-11-24-parts-owed.ts'
import * as sessions from '../../migrations/2026-11-24-sessions.ts'
import * as motions from '../../migrations/2026-11-25-motions.ts'
import * as archive from '../../migrations/2026-11-27-archive.ts'
import * as keptFigures from '../../migrations/2026-11-28-kept-figures.ts'
import * as restatingLines from '../../migrations/2026-11-30-restating-lines.ts'
import * as shorterRanges from '../../migrations/2026-11-30-shorter-ranges.ts'
import * as workbooks from '../../migrations/2026-11-30-workbooks.ts'
import * as zones from '../../migrations/2026-11-30-zones.ts'
import * as newLines from '../../migrations/2026-12-01-new-lines.ts'
import * as ownClocks from '../../migrations/2026-12-01-own-clocks.ts'
import * as sumsByDay from '../../migrations/2026-12-01-sums-by-day.ts'
import * as widerRanges from '../../migrations/2026-12-01-wider-ranges.ts'
import * as workAwaited from '../../migrations/2026-12-01-work-awaited.ts'
import type { Db, Dialect } from './dialect.ts'

const migrations = {
  '2026-11-23-foundation': foundation,
  '2026-11-24-log-hours': logHours,
  '2026-11-24-organ-powers': organPowers,
  '2026-11-24-parts': parts,
  '2026-11-24-parts-owed': partsOwed,
  '2026-11-24-sessions': sessions,
  '2026-11-25-motions': motions,
  '2026-11-27-archive': archive,
  '2026-11-28-kept-figures': keptFigures,
  '2026-11-30-restating-lines': restatingLines,
  '2026-11-30-shorter-ranges': shorterRanges,
  '2026-11-30-workbooks': workbooks,
  '2026-11-30-zones': zones,
  '2026-12-01-new-lines': newLines,
  '2026-12-01-own-clocks': ownClocks,
  '2026-12-01-sums-by-day': sumsByDay,
  '2026-12-01-wider-ranges': widerRanges,
  '2026-12-01-work-awaited': workAwaited,
}

/** `schema` is where the record of migrations is kept, if not where PostgreSQL looks first. */
export async function migrate(db: Db, dialect: Dialect, schema?: string): Promise<string[]> {
  const provider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(migrations).map(([name, { up }]) => [name, { up: (trx: Db) => up(trx, dialect.name) }]),
      ),
  }
  const { error, results } = await new Migrator({
    db,
    provider,
    ...(schema !== undefined && { migrationTableSchema: schema }),
  }).migrateToLatest()
  if (error) throw error
  return (results ?? []).map(result => result.migrationName)
}
