import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { ExportTable } from '../db/tables.ts'
import { instantOf, sayInstant } from '../law/day.ts'

/** How long a file may be fetched, and how long it is remembered that there was one. */
export const keptDays = { file: 3, row: 30 }

/** The instant after which a file made then is gone. */
export const keptUntil = ({ ended_at }: Pick<ExportTable, 'ended_at'>): string =>
  sayInstant(instantOf(ended_at ?? '').add({ hours: 24 * keptDays.file }))

/** A file that is gone before its time is no file: the same may be asked for anew. */
export const endExport = (db: Db, { id }: Pick<ExportTable, 'id'>): Promise<unknown> =>
  db.updateTable('exports').set({ state: 'expired' }).where('id', '=', id).where('state', '=', 'ready').execute()

/** Of one's own, those whose time is over; their files go with the next sweep. */
export const endOwnExports = (db: Db, person: string, now: string): Promise<unknown> =>
  db
    .updateTable('exports')
    .set({ state: 'expired' })
    .where('person', '=', person)
    .where('state', '=', 'ready')
    .where('ended_at', '<', before(now, keptDays.file))
    .execute()

/** Each attempt writes a file of its own, so that a server thought dead spoils nobody's. */
export const exportPath = ({ dataDir }: Pick<Store, 'dataDir'>, { id, holder }: Pick<ExportTable, 'id' | 'holder'>) =>
  join(dataDir, 'exports', `${id}.${holder}`)

export const removeExport = (store: Pick<Store, 'dataDir'>, row: Pick<ExportTable, 'id' | 'holder'>): Promise<void> =>
  rm(exportPath(store, row), { force: true })

/** Lets go of files that were kept long enough, of rows long ended, and of what a crash left behind. */
export async function expireExports(store: Store, now: string): Promise<number> {
  const expired = await store.db
    .updateTable('exports')
    .set({ state: 'expired' })
    .where('ended_at', '<', before(now, keptDays.file))
    .where('state', '=', 'ready')
    .returning(['id', 'holder'])
    .execute()
  await store.db.deleteFrom('exports').where('ended_at', '<', before(now, keptDays.row)).execute()
  return expired.length + (await removeOrphans(store))
}

const before = (now: string, days: number) => sayInstant(instantOf(now).subtract({ hours: 24 * days }))

async function removeOrphans(store: Store): Promise<number> {
  const files = await readdir(join(store.dataDir, 'exports')).catch(() => [])
  let removed = 0
  for (const file of files) {
    const [id = '', holder = ''] = file.split('.')
    const row = await store.db
      .selectFrom('exports')
      .select('id')
      .where('id', '=', id)
      .where('holder', '=', holder)
      .where('state', 'in', ['making', 'ready'])
      .executeTakeFirst()
    if (row) continue
    await removeExport(store, { id, holder })
    removed++
  }
  return removed
}
