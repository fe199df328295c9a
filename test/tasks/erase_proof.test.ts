import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tokenHash } from '../../src/accounts/session.ts'
import { createApp } from '../../src/app.tsx'
import { listIn } from '../../src/cases/erasure_list.ts'
import { pathOf } from '../../src/cases/files.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { partsIn } from '../../src/tasks/archive.ts'
import { backup } from '../../src/tasks/backup.ts'
import { runJobs } from '../../src/tasks/jobs.ts'
import { report } from '../../src/tasks/report.ts'
import { newPlace, onBoth } from '../support/db.ts'
import { at } from '../support/road.ts'
import { startProcess } from '../support/server.ts'
import { givePassword, signIn } from '../support/sign_in.ts'
import { erased, everyFile, everyRow, foundIn, live, NAME, PHONE } from './erasing.ts'

const names = [NAME, '翠微', PHONE]
const password = 'zhi qing bei fang 8'

/** What was kept of the person and the case: in the clear, and as the database keeps it. */
async function secretsOf(store: Store, number: string): Promise<string[]> {
  const parties = await store.db.selectFrom('parties').selectAll().where('case_number', '=', number).execute()
  const ids = [`case:${number}`, ...parties.map(party => `party:${party.id}`)]
  const keys = await store.db.selectFrom('keys').selectAll().where('id', 'in', ids).execute()
  const hashes = await store.db
    .selectFrom('party_hashes')
    .selectAll()
    .where('case_number', '=', number)
    .where('kind', 'in', ['petitioner', 'phone'])
    .execute()
  expect([keys.length, hashes.length]).toEqual([2, 2])
  return [...names, ...keys.map(key => key.wrapped), ...hashes.map(row => row.hash)]
}

/** Every month there is anything in, each as JSON and as CSV, of the district and of an organ. */
async function everyReport(store: Store, asOf: string): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const month of ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'])
    for (const format of ['json', 'csv'] as const)
      for (const organ of [undefined, '望江区住房和城乡建设局']) {
        const asked = { month, asOf, through: undefined, organ, procedure: undefined }
        const drawn = await report(store, at('2026-12-01'), { slug: 'monthly-closure', lang: 'zh', format, asked })
        told[`${month} ${format} ${organ ?? ''}`] = 'ok' in drawn ? drawn.ok : `refused: ${drawn.problem}`
      }
  return told
}

onBoth('an erased person', (open, database) => {
  test('is in no byte of the database’s files, in no row, and in no copy made after', async () => {
    const store = await open()
    const { number } = await live(store)
    const secrets = await secretsOf(store, number)
    // The planner samples the values of a table, keys and hashes among them.
    await sql`analyze`.execute(store.db)
    const { sha256 } = await store.db.selectFrom('files').select('sha256').executeTakeFirstOrThrow()
    const before = (await everyFile(store)).map(({ bytes }) => foundIn(secrets, bytes)).flat()
    expect(before).toEqual(expect.arrayContaining(['翠微', ...secrets.slice(names.length)]))
    expect(await erased(store, number)).toMatchObject({ outcome: 'done', isClean: true })

    for (const { path, bytes } of await everyFile(store)) expect([path, ...foundIn(secrets, bytes)]).toEqual([path])
    expect(foundIn(secrets, await everyRow(store))).toEqual([])
    expect(existsSync(pathOf(store, sha256))).toBe(false)
    const copy = join(mkdtempSync(join(tmpdir(), 'banjie-erased-')), 'copy.tar')
    await backup(store, copy)
    for await (const { name, bytes } of partsIn(copy))
      expect([name, ...foundIn(secrets, name.endsWith('.gz') ? gunzipSync(bytes) : bytes)]).toEqual([name])
    expect(foundIn(secrets, readFileSync(`${copy}.keys`))).toEqual([])
    expect(foundIn(names, readFileSync(listIn(store.dataDir)))).toEqual([])
  })

  test('leaves every report of every month as it was, to the byte', async () => {
    const store = await open()
    const { number } = await live(store)
    const before = await everyReport(store, '2026-06-30')
    expect(before['2026-01 csv ']).toContain('closure_rate')
    await erased(store, number)
    expect(await everyReport(store, '2026-06-30')).toEqual(before)
    const later = await everyReport(store, '2026-11-30')
    expect(figuresIn(later['2026-01 json '])).toEqual(figuresIn(before['2026-01 json ']))
  })

  test('stays on disk no longer than somebody reads an older state', async () => {
    const place = await newPlace(database)
    const store = await openStore(place)
    const { number } = await live(store)
    const secrets = await secretsOf(store, number)
    const holding = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const beside = await openStore(place)
    const reading = beside.reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async trx => {
        await trx.selectFrom('keys').selectAll().execute()
        holding.resolve()
        await released.promise
      })
    await holding.promise
    expect(await erased(store, number)).toMatchObject({ outcome: 'done', isClean: false })
    expect(await runJobs(store, at('2026-07-02'))).toBe(1)
    released.resolve()
    await reading
    await beside.close()
    expect(await runJobs(store, at('2026-07-03'))).toBe(1)
    expect(await runJobs(store, at('2026-07-04'))).toBe(0)
    for (const { path, bytes } of await everyFile(store)) expect([path, ...foundIn(secrets, bytes)]).toEqual([path])
    await store.close()
    await place.remove()
  })

  test('is found by search, API and export before, by none after, and named in no line of the server’s log', async () => {
    const place = await newPlace(database)
    const store = await openStore(place)
    const { number } = await live(store)
    await givePassword(store, 'mawei', password)
    const server = await startProcess(place)
    const { seen, send } = await visitorsOf(store, server.url, number)
    expect(await seen()).toEqual({
      byName: true,
      byWord: true,
      byPhone: true,
      page: true,
      api: true,
      apiWord: true,
      exports: [],
    })

    const ordered = await send('chenjing', `/cases/${number}/erasure`, { reason: 'PIPL 47(3)', words: 'destroy' })
    expect(ordered.status).toBe(303)
    const list = await (await send('mawei', '/admin/erasures')).text()
    const [, order = ''] = /\/admin\/erasures\/(\w{8})/.exec(list) ?? []
    expect((await send('mawei', `/admin/erasures/${order}`, { password })).headers.get('Location')).toContain(
      'done=yes',
    )

    expect(await seen()).toEqual({
      byName: false,
      byWord: false,
      byPhone: false,
      page: false,
      api: false,
      apiWord: false,
      exports: [],
    })
    expect(readFileSync(listIn(place.dataDir), 'utf8').trim().split('\n')).toHaveLength(1)
    expect(await server.stop()).toBe(0)
    expect(server.lines.length).toBeGreaterThan(10)
    expect(foundIn([...names, number, encodeURIComponent('翠微')], server.lines.join('\n'))).toEqual([])
    for (const { path, bytes } of await everyFile(store)) expect([path, ...foundIn(names, bytes)]).toEqual([path])
    await store.close()
    await place.remove()
  }, 60_000)
})

/** What officials and programs find of the case, through the running server. */
async function visitorsOf(store: Store, url: string, number: string) {
  const app = createApp({ store })
  const send = async (who: string, path: string, typed?: Record<string, string>) =>
    fetch(`${url}${path}`, {
      headers: { cookie: await signIn(app, store, who), origin: url },
      redirect: 'manual',
      ...(typed && { method: 'POST', body: new URLSearchParams(typed) }),
    })
  const token = 'token-of-the-erasure-test'
  const row = { hash: tokenHash(store, token), person: 'liming', name: 'erasure', created_at: at('2026-01-01') }
  await store.db
    .insertInto('tokens')
    .values({ ...row, revoked_at: null })
    .execute()
  const api = async (path: string) =>
    (await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })).text()
  const sought = async (q: string) => {
    const answer = await send('liming', '/queues/all', { q })
    const found = answer.status === 303 ? await send('liming', answer.headers.get('Location') ?? '') : answer
    expect(found.status).toBe(200)
    return (await found.text()).includes(`/cases/${number}`)
  }
  const exports = async () => {
    const files = ['/reports/monthly-closure.json', '/reports/monthly-closure.csv']
    const told = [await api('/reports/monthly-closure?month=2026-01'), await api(`/cases/${number}`)]
    for (const path of files) {
      const answer = await send('lincheng', `${path}?month=2026-01`)
      expect([path, answer.status]).toEqual([path, 200])
      told.push(await answer.text())
    }
    return foundIn(names, told.join('\n'))
  }
  const seen = async () => ({
    byName: await sought(NAME),
    byWord: await sought('翠微'),
    byPhone: await sought(PHONE),
    page: foundIn(names, await (await send('liming', `/cases/${number}`)).text()).length > 0,
    api: (await api(`/cases?q=${encodeURIComponent(NAME)}`)).includes(number),
    apiWord: (await api(`/cases?q=${encodeURIComponent('翠微')}`)).includes(number),
    exports: await exports(),
  })
  return { seen, send }
}

/** The figures alone: what names the log and the instant is told by it. */
const figuresIn = (told = '{}'): unknown => {
  const { metrics = [] }: { metrics?: unknown[] } = JSON.parse(told)
  expect(metrics.length).toBeGreaterThan(10)
  return metrics
}
