import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { listFiles, readCaseFile } from '../../src/cases/files.ts'
import { readParty, readTexts } from '../../src/cases/words.ts'
import { digestOf, settleHours } from '../../src/db/digest.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { partsIn } from '../../src/tasks/archive.ts'
import { backup } from '../../src/tasks/backup.ts'
import { keptTables, leftOut } from '../../src/tasks/kept.ts'
import { derivedTables } from '../../src/tasks/replay.ts'
import { report } from '../../src/tasks/report.ts'
import { restore } from '../../src/tasks/restore.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace, onBoth } from '../support/db.ts'
import type { DatabaseName } from '../support/db.ts'
import { file, filing, toAnswered, toClosed, toHandling } from '../support/road.ts'
import { command, startProcess } from '../support/server.ts'
import { fresh, live, NAME, problemsOf, refusal } from './copies.ts'
import type { Place } from './copies.ts'

const figures = async (store: Store) => {
  const asked = { month: '2026-01', asOf: '2026-06-30', through: undefined, organ: undefined, procedure: undefined }
  const told = await report(store, '2026-12-01T00:00:00.000Z', {
    ...{ slug: 'monthly-closure', lang: 'zh', format: 'json', asked },
  })
  return told
}

/** Brings a copy back into a fresh place and looks at it there. */
async function broughtBack<T>(database: DatabaseName, copy: string, look: (store: Store, place: Place) => Promise<T>) {
  const place = await newPlace(database)
  try {
    const done = await restore(place, () => openStore(place), { file: copy })
    const store = await openStore(place)
    try {
      return { done, seen: await look(store, place) }
    } finally {
      await store.close()
    }
  } finally {
    await place.remove()
  }
}

const countCases = async ({ db }: Store) => (await db.selectFrom('cases').select('number').execute()).length

onBoth('a copy', (open, database) => {
  test.each(['sqlite', 'postgres'] as const)(
    'of a system at work is one instant of it, and comes back on %s as it was',
    async target => {
      const store = await open()
      const petition = await live(store)
      const copy = fresh()
      const going = { on: true }
      const writing = (async () => {
        while (going.on) {
          await file(store, '2026-01-20')
          await new Promise(setImmediate)
        }
      })()
      const { manifest } = await backup(store, copy)
      going.on = false
      await writing
      const { done, seen } = await broughtBack(target, copy, async back => {
        expect(await problemsOf(back)).toEqual([])
        const [attached] = await listFiles(back.db, back.master, petition.number)
        return {
          texts: await readTexts(back.db, back.master, petition.number),
          party: await readParty(back.db, back.master, petition.number),
          bytes: (await readCaseFile(back, petition.number, attached?.id ?? ''))?.bytes.toString(),
          cases: await countCases(back),
          words: await back.db
            .selectFrom('cases')
            .select('number')
            .where(eb => back.dialect.matchesWords(eb.ref('number'), ['漏水', '翠微']))
            .execute(),
        }
      })
      expect(done.digest).toBe(manifest.log.digest)
      expect(seen.texts).toEqual(await readTexts(store.db, store.master, petition.number))
      expect(seen.party).toMatchObject({ petitioner: NAME, phone: filing.phone })
      expect(seen.bytes).toBe(`${NAME}手写`)
      expect(seen.words).toEqual([{ number: petition.number }])
      expect(seen.cases).toBeGreaterThanOrEqual(7)
      expect(seen.cases).toBeLessThan(await countCases(store))
    },
  )

  test('gives the same reports, to the byte', async () => {
    const store = await open()
    const petition = await live(store)
    await toAnswered(petition, '2026-01-20')
    await toClosed(petition, '2026-01-22')
    const copy = fresh()
    await backup(store, copy)
    const other = database === 'sqlite' ? 'postgres' : 'sqlite'
    const { seen } = await broughtBack(other, copy, figures)
    expect(seen).toEqual({ ok: expect.stringContaining('closure_rate') })
    expect(seen).toEqual(await figures(store))
  })

  test('holds no key and no name, nor do its keys open without the master key', async () => {
    const store = await open()
    await live(store)
    const copy = fresh()
    await backup(store, copy)
    const keys = await store.db.selectFrom('keys').selectAll().execute()
    expect(keys.length).toBeGreaterThan(10)
    for await (const { name, bytes } of partsIn(copy)) {
      const plain = name.endsWith('.gz') ? gunzipSync(bytes) : bytes
      for (const word of [NAME, '翠微', filing.phone, filing.idNumber, '楼顶']) expect(plain.includes(word)).toBe(false)
      for (const { wrapped } of keys) expect(plain.includes(wrapped)).toBe(false)
      expect(name).not.toMatch(/^(keys|web_sessions|drafts|search)\//)
    }
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(statSync(`${copy}.keys`).mode & 0o777).toBe(0o600)
    expect(readFileSync(`${copy}.keys`, 'utf8').split('\n')).toHaveLength(keys.length + 3)
  })

  test('of what does not hold is refused and said, and nothing of it stays', async () => {
    const store = await open()
    const { number } = await live(store)
    await store.db.deleteFrom('texts').where('case_number', '=', number).where('field', '=', 'title').execute()
    const copy = fresh()
    await backup(store, copy)
    expect(await refusal(database, copy)).toContain(`${number}: text 1 title is not the one the log committed to`)
  })

  test('goes into no place that is in use, and overwrites no copy', async () => {
    const store = await open()
    await live(store)
    const copy = fresh()
    await backup(store, copy)
    const place = await newPlace(database)
    const used = await openStore(place)
    await seatCast(used)
    await used.close()
    await expect(restore(place, () => openStore(place), { file: copy })).rejects.toThrow('not empty (organs)')
    await place.remove()
    await expect(backup(store, copy)).rejects.toThrow('exists already')
  })

  test('goes into a place whose server was started and never set up; its set-up link is then worth nothing', async () => {
    const store = await open()
    await live(store)
    const copy = fresh()
    const { manifest } = await backup(store, copy)
    const place = await newPlace(database)
    const server = await startProcess(place)
    const link = server.lines.join('\n').match(/\/setup\/[\w-]+/)?.[0] ?? ''
    expect((await fetch(`${server.url}${link}`)).status).toBe(200)
    const body = new URLSearchParams({ login: 'nobody', password: 'nothing' })
    const headers = { origin: server.url }
    expect((await fetch(`${server.url}/login`, { method: 'POST', body, headers })).status).toBe(422)
    expect(await server.stop()).toBe(0)
    const done = await restore(place, () => openStore(place), { file: copy })
    expect(done.digest).toBe(manifest.log.digest)
    const again = await startProcess(place)
    expect(again.lines.join('\n')).not.toContain('/setup/')
    expect((await fetch(`${again.url}${link}`)).status).toBe(404)
    expect(await again.stop()).toBe(0)
    await place.remove()
  })

  test('leaves out the digests of the hours, which are then settled again as they were', async () => {
    const store = await open()
    await live(store)
    const now = '2026-12-01T00:00:00.000Z'
    expect(await settleHours(store, now)).toBeGreaterThan(10)
    const hours = (db: Store['db']) => db.selectFrom('log_hours').selectAll().orderBy('hour').execute()
    const copy = fresh()
    const { manifest } = await backup(store, copy)
    expect(manifest.parts.filter(({ name }) => name.startsWith('log_hours'))).toEqual([])
    await broughtBack(database, copy, async back => {
      expect(await hours(back.db)).toEqual([])
      expect(await digestOf(back.db, now)).toBe(await digestOf(store.db, now))
      await settleHours(back, now)
      expect(await hours(back.db)).toEqual(await hours(store.db))
    })
  })

  test('comes back with the keys of a later day, not with those of an earlier one', async () => {
    const store = await open()
    await live(store)
    const [first, second] = [fresh(), fresh()]
    await backup(store, first)
    await file(store, '2026-02-01')
    await new Promise(resolve => setTimeout(resolve, 5))
    await backup(store, second)
    expect(await refusal(database, second, `${first}.keys`)).toContain('give a later file of keys')
    const place = await newPlace(database)
    await restore(place, () => openStore(place), { file: first, keys: `${second}.keys` })
    await place.remove()
  })

  test('is made and brought back from the command line, and the restored place goes on working', async () => {
    const [from, to] = [await newPlace(database), await newPlace(database)]
    const store = await openStore(from)
    await live(store)
    const copy = fresh()
    const made = await command(from, 'backup', copy)
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(made.stdout).toContain('digest')
    const back = await command(to, 'restore', copy)
    expect(back).toMatchObject({ code: 0, stderr: '' })
    expect(back.stdout).toContain('everything holds')
    expect(await command(to, 'verify')).toMatchObject({ code: 0 })
    expect((await command(to, 'restore', copy)).stderr).toContain('not empty')
    expect((await command(to, 'restore', `${copy}.none`)).stderr).toBe(`banjie restore: ${copy}.none cannot be read\n`)
    const again = await openStore(to)
    await toHandling(await file(again, '2026-03-01'), '2026-03-02')
    await expect(again.db.deleteFrom('events').execute()).rejects.toThrow('append-only')
    await again.close()
    await store.close()
    await from.remove()
    await to.remove()
  }, 60_000)

  test('of a place that lost a file says so, and comes back without it', async () => {
    const store = await open()
    const petition = await live(store)
    const row = await store.db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
    writeFileSync(join(store.dataDir, 'files', row.sha256.slice(0, 2), row.sha256), 'other bytes')
    const copy = fresh()
    const { manifest } = await backup(store, copy)
    expect(manifest.absent).toEqual([row.sha256])
    const { seen } = await broughtBack(database, copy, back => listFiles(back.db, back.master, petition.number))
    expect(seen).toMatchObject([{ name: '说明.txt', isPulled: true }])
  })
})

describe('what a copy holds', () => {
  test('every table there is: kept, derived or left out', async () => {
    const { db, dialect, close } = openSqlite(':memory:')
    await migrate(db, dialect)
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
    const known: readonly string[] = [...keptTables, ...derivedTables, ...leftOut]
    const own = rows.map(row => row.name).filter(name => !/^(search|kysely|sqlite)/.test(name))
    expect(own.filter(name => !known.includes(name))).toEqual([])
    await close()
  })

  test('nothing is left behind where a copy could not be written', async () => {
    const place = await newPlace('sqlite')
    const store = await openStore(place)
    await expect(backup(store, join(place.dataDir, 'none', 'copy.tar'))).rejects.toThrow()
    await expect(backup(store, join(place.dataDir, 'files', '..', 'files'))).rejects.toThrow('exists already')
    expect(existsSync(join(place.dataDir, 'none'))).toBe(false)
    await store.close()
    await place.remove()
  })
})
