import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { keptTables } from '../../src/tasks/kept.ts'
import { restore } from '../../src/tasks/restore.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import type { DatabaseName } from '../support/db.ts'
import { file, filing, toHandling } from '../support/road.ts'
import { walk } from '../support/walk.ts'

export const NAME = '欧阳翠微'
export const fresh = () => join(mkdtempSync(join(tmpdir(), 'banjie-copy-')), 'copy.tar')

export type Place = Awaited<ReturnType<typeof newPlace>>

/** A district at work, with one case whose words and files are known. */
export async function live(store: Store) {
  await seatCast(store)
  await walk(store, { seed: 5, cases: 6, steps: 60, from: '2026-01-05T01:00:00.000Z' })
  const petition = await file(store, '2026-01-05', { ...filing, petitioner: NAME, body: `${NAME}反映楼顶漏水。` })
  const uploads = [{ name: '说明.txt', bytes: Buffer.from(`${NAME}手写`) }]
  await petition.does('addMaterial', petition.petitioner, '2026-01-06', { note: '照片' }, { uploads })
  await toHandling(petition)
  return petition
}

/** How a restore into a fresh place is refused; nothing of it may stay behind. */
export async function refusal(database: DatabaseName, copy: string, keys?: string): Promise<string> {
  const place = await newPlace(database)
  try {
    return await refusedAt(place, copy, keys)
  } finally {
    await place.remove()
  }
}

export async function refusedAt(place: Place, copy: string, keys?: string): Promise<string> {
  const said = await restore(place, () => openStore(place), { file: copy, keys }).then(
    () => 'restored',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  const store = await openStore(place)
  for (const table of [...keptTables, 'keys', 'cases'] as const)
    expect((await sql`select 1 from ${sql.table(table)}`.execute(store.db)).rows).toEqual([])
  if (store.dialect.name === 'postgres')
    expect((await sql`select 1 from pg_namespace where nspname like 'restoring%'`.execute(store.db)).rows).toEqual([])
  await store.close()
  expect(readdirSync(place.dataDir).filter(name => name.startsWith('restoring'))).toEqual([])
  expect(readdirSync(join(place.dataDir, 'files'))).toEqual([])
  return said
}

export async function problemsOf(store: Store): Promise<string[]> {
  const wrong: string[] = []
  await verify(store, what => wrong.push(what))
  return wrong
}
