import { sql } from 'kysely'
import { listErasures } from '../cases/erase.ts'
import type { Erasure } from '../cases/erase.ts'
import { addToList, listIn } from '../cases/erasure_list.ts'
import type { Db } from '../db/dialect.ts'
import type { Store, StoreConfig } from '../db/open.ts'
import { openStage } from '../db/stage.ts'
import { checkArchive } from './archive.ts'
import type { Manifest } from './archive.ts'
import { masterMark, migrationsOf } from './backup.ts'
import { CannotDo } from './command.ts'
import { readList } from './erasures.ts'
import { keptTables } from './kept.ts'
import { checkKeys } from './keys_file.ts'
import { rebuild } from './rebuild.ts'
import { countKeyless, loadArchive, replayErasures } from './restore_load.ts'
import { verify } from './verify.ts'
import type { Verified } from './verify.ts'

export type RestoreAsked = {
  file: string
  /** By default `FILE.keys`. A later one than the copy's own serves too, without those erased since. */
  keys?: string | undefined
  /** By default the list in the data directory, where there is one. */
  erasures?: string | undefined
}

export type Restored = Verified & { at: string; files: number; replayed: number; hadList: boolean }

/**
 * Brings a copy back into an empty place, all or nothing: it is looked over, loaded beside the empty database, the list
 * of erasures replayed, everything derived made anew and the whole verified; only then is it moved in.
 */
export async function restore(
  config: StoreConfig,
  open: () => Promise<Store>,
  { file, keys = `${file}.keys`, erasures }: RestoreAsked,
): Promise<Restored> {
  const manifest = await checkArchive(file)
  await checkAge(keys, manifest)
  const list = await readList(erasures ?? listIn(config.dataDir))
  if (erasures !== undefined && !list) throw new CannotDo(`${erasures} cannot be read`)
  const target = await open()
  await checkTarget(target, manifest).finally(target.close)
  const stage = await openStage(config, target.master)
  try {
    await loadArchive(stage.store, file, keys, manifest)
    const replayed = await replayErasures(stage.store, list ?? [])
    if (replayed > 0) await scrubStage(stage.store)
    await checkOpens(stage.store.db, keys)
    await rebuild(stage.store, () => {})
    const verified = await checkAll(stage.store)
    await keepList(stage.store, config.dataDir, list ?? [])
    await stage.settle()
    return { ...verified, at: manifest.at, files: manifest.files, replayed, hadList: list !== undefined }
  } catch (error) {
    await stage.discard()
    throw error
  }
}

/** Nobody else is in the house yet: only the database's own analysis may have to be waited for. */
async function scrubStage({ dialect, db }: Store): Promise<void> {
  for (let tries = 0; tries < 10; tries++) if (await dialect.scrub(db)) return
  throw new CannotDo('what was erased is still being read by the database; restore again')
}

/** The place's own list comes to hold every erasure that was listed or is in the log. */
async function keepList({ db }: Store, dataDir: string, listed: readonly Erasure[]): Promise<void> {
  const own = new Set((await readList(listIn(dataDir)))?.map(({ id }) => id))
  const all = new Map(
    [...listed, ...(await listErasures(db))].map(({ id, at, by, number, parties, words, reason, order }) => [
      id,
      { id, at, by, number, parties, words, reason, order },
    ]),
  )
  const missing = [...all.values()].filter(({ id }) => !own.has(id))
  if (missing.length > 0) await addToList(listIn(dataDir), missing)
}

/** Keys older than the copy lack those of newer cases. */
async function checkAge(keys: string, { at }: Manifest): Promise<void> {
  const copied = await checkKeys(keys)
  if (copied.at < at)
    throw new CannotDo(`${keys} is of ${copied.at}, before the copy of ${at}: give a later file of keys`)
}

async function checkTarget({ db, master }: Store, manifest: Manifest): Promise<void> {
  for (const table of [...keptTables, 'cases', 'keys'] as const) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${besides(table)} limit 1`.execute(db)
    if (rows.length > 0)
      throw new CannotDo(`the database is not empty (${table}): restore into a fresh DATA_DIR or DATABASE_URL`)
  }
  if (masterMark(master) !== manifest.master)
    throw new CannotDo('SECRET_KEY: is not the master key this copy was made under')
  const migrations = await migrationsOf(db)
  if (migrations.join() !== manifest.migrations.join())
    throw new CannotDo(
      `the copy is of another release (${manifest.migrations.at(-1)}): restore it with that one, then bring it up to date`,
    )
}

/** A server that was started and never set up has offered its link, and perhaps turned strangers away: that is empty. */
const besides = (table: string) => (table === 'events' ? sql`stream <> 'security'` : sql`1 = 1`)

async function checkOpens(db: Db, keys: string): Promise<void> {
  const missing = await countKeyless(db)
  if (missing > 0)
    throw new CannotDo(
      `${keys} lacks the keys of ${missing} cases or persons whom no erasure names: give the list of erasures (--erasures)`,
    )
}

async function checkAll(store: Store): Promise<Verified> {
  const wrong: string[] = []
  const verified = await verify(store, what => wrong.push(what))
  if (wrong.length === 0) return verified
  const more = wrong.length > 20 ? [`… and ${wrong.length - 20} more`] : []
  throw new CannotDo(['what was restored does not hold, and was removed:', ...wrong.slice(0, 20), ...more].join('\n'))
}
