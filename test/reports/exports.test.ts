import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { makeNextExport } from '../../src/reports/export_maker.ts'
import { exportPath, removeExport } from '../../src/reports/export_files.ts'
import { claimExport } from '../../src/reports/export_claim.ts'
import { sweep } from '../../src/tasks/sweep.ts'
import { verifyReport } from '../../src/tasks/verify_report.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'
import { at } from './district.ts'
import { sheetsOf, tellApril } from './files.ts'
import { tellAprilOften } from './many.ts'

const now = at('2026-12-01')
const april = { report: 'monthly-closure', month: '2026-04', asOf: '2026-06-30' }
const never = new AbortController().signal
const make = (store: Store, when = now, stopping = never) => makeNextExport(store, () => when, stopping)

/** A site, someone signed in, and what their page of exports says of each. */
async function served(store: Store, name = 'lincheng') {
  const site = siteOf(store, now)
  const cookie = await signIn(site.app, store, name)
  const get = (path: string) => site.get(path, cookie)
  const post = (path: string, body: Record<string, string> = {}) => site.post(path, body, cookie)
  return { ...site, get, post, ask: (asked: Record<string, string> = april) => post('/reports/exports', asked) }
}

const rowsIn = (store: Store) => store.db.selectFrom('exports').selectAll().orderBy('name', 'desc').execute()
const filesIn = (store: Store) => {
  try {
    return readdirSync(join(store.dataDir, 'exports'))
  } catch {
    return []
  }
}

onBoth('a workbook made in the background', open => {
  test('is asked for, made, fetched by who asked, and drawn again from the log', async () => {
    const store = await open()
    await tellApril(store)
    const { ask, get } = await served(store)
    expect((await ask()).headers.get('Location')).toBe('/reports/exports')
    expect(await (await get('/reports/exports')).text()).toContain('排队等候')
    expect(await make(store)).toMatchObject({ state: 'ready' })
    expect(await make(store)).toBeUndefined()
    const [row] = await rowsIn(store)
    const page = await (await get('/reports/exports')).text()
    expect(page).toContain(`${row?.written} 行，保留到`)
    const file = await get(`/reports/exports/${row?.id}/file`)
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="monthly-closure-2026-04.xlsx"')
    const bytes = Buffer.from(await file.arrayBuffer())
    const lists = [...(await sheetsOf(bytes))].filter(([name]) => name.startsWith('清单'))
    expect(row).toMatchObject({ written: lists.reduce((sum, [, rows]) => sum + rows.length - 1, 0) })
    const path = join(store.dataDir, 'fetched.xlsx')
    writeFileSync(path, bytes)
    expect((await verifyReport(store, now, path)).difference).toBeUndefined()
  })

  test('is one for one question, two for one person, and nobody else’s', async () => {
    const store = await open()
    await tellApril(store)
    const { ask } = await served(store)
    await Promise.all([ask(), ask(), ask()])
    expect(await rowsIn(store)).toHaveLength(1)
    await ask({ ...april, month: '2026-03' })
    const third = await ask({ ...april, month: '2026-02' })
    expect(third.status).toBe(422)
    expect(await third.text()).toContain('您已有两份文件在生成')
    expect(await rowsIn(store)).toHaveLength(2)
    const [row] = await rowsIn(store)
    await make(store)
    expect((await ask({ ...april, month: '2026-02' })).status).toBe(303)
    const other = await served(store, 'chenjing')
    expect(await (await other.get('/reports/exports')).text()).toContain('还没有在后台生成过文件')
    expect((await other.get(`/reports/exports/${row?.id}/file`)).status).toBe(404)
    expect((await other.post(`/reports/exports/${row?.id}/cancel`)).status).toBe(404)
    expect((await other.ask()).status).toBe(303)
    expect(await rowsIn(store)).toHaveLength(4)
  })

  test('is let go within a second or so of being cancelled, while pages are answered beside it', async () => {
    const store = await open()
    await tellAprilOften(store, 500)
    const { ask, get, post } = await served(store)
    await ask()
    let isOver = false
    const making = make(store).finally(() => (isOver = true))
    let answered = 0
    while (!(await rowsIn(store))[0]?.written && !isOver) {
      expect((await get('/reports/exports')).status).toBe(200)
      answered++
      await setImmediate()
    }
    expect(answered).toBeGreaterThan(3)
    expect((await post(`/reports/exports/${(await rowsIn(store))[0]?.id}/cancel`)).status).toBe(303)
    expect(await making).toMatchObject({ state: 'cancelled' })
    expect(await rowsIn(store)).toMatchObject([{ state: 'cancelled' }])
    expect(filesIn(store)).toEqual([])
    expect((await ask()).status).toBe(303)
    expect(await make(store)).toMatchObject({ state: 'ready', written: expect.any(Number) })
  }, 60_000)

  test('is begun anew where its server died, and given up after three', async () => {
    const store = await open()
    await tellApril(store)
    const { ask } = await served(store)
    await ask()
    const dead = await claimExport(store.db, now)
    if (!dead) throw new Error('Nothing was claimed')
    expect(await make(store)).toBeUndefined()
    await make(store, '2026-12-01T02:00:16.000Z')
    expect(await rowsIn(store)).toMatchObject([{ state: 'ready', tries: 2 }])
    writeFileSync(exportPath(store, dead), 'half of it')
    expect(filesIn(store)).toHaveLength(2)
    await sweep(store, now)
    expect(filesIn(store)).toHaveLength(1)
    await ask({ ...april, month: '2026-03' })
    for (const minute of ['01', '02', '03']) await claimExport(store.db, `2026-12-01T02:${minute}:00.000Z`)
    expect(await make(store, '2026-12-01T02:04:00.000Z')).toMatchObject({ state: 'failed' })
    expect((await rowsIn(store))[1]).toMatchObject({ state: 'failed', problem: 'stopped' })
  })

  test('waits for the next server where this one stops', async () => {
    const store = await open()
    await tellApril(store)
    const { ask } = await served(store)
    await ask()
    const stopping = new AbortController()
    const making = make(store, now, stopping.signal)
    await setTimeout(20)
    stopping.abort()
    expect(await making).toMatchObject({ state: 'waiting' })
    expect(await rowsIn(store)).toMatchObject([{ state: 'waiting', tries: 0, holder: null }])
    expect(filesIn(store)).toEqual([])
  })

  test('is closed to its reader by a wall or a lost role, and gone after three days', async () => {
    const store = await open()
    await tellApril(store)
    const { ask, get, clock } = await served(store)
    await ask()
    await make(store)
    const path = `/reports/exports/${(await rowsIn(store))[0]?.id}/file`
    expect((await get(path)).status).toBe(200)
    const wall = { case_number: 'X1', organ: null, person: 'lincheng', reason: 'recused' }
    await store.db.insertInto('walls').values(wall).execute()
    expect((await get(path)).status).toBe(404)
    await store.db.deleteFrom('walls').where('person', '=', 'lincheng').execute()
    expect((await get(path)).status).toBe(200)
    const roles = (words: string[]) =>
      store.db
        .updateTable('people')
        .set({ roles: JSON.stringify(words) })
        .where('id', '=', 'lincheng')
        .execute()
    await ask({ ...april, month: '2026-03' })
    await roles(['system-admin'])
    expect((await get(path)).status).toBe(404)
    expect(await make(store)).toMatchObject({ state: 'failed' })
    expect((await rowsIn(store))[1]).toMatchObject({ state: 'failed', problem: 'closed' })
    clock.now = '2026-12-04T02:00:01.000Z'
    await sweep(store, clock.now)
    expect((await rowsIn(store))[0]).toMatchObject({ state: 'expired' })
    expect(filesIn(store)).toEqual([])
  })

  test('is what a report’s page offers where its lists are long', async () => {
    const store = await open()
    await tellAprilOften(store, 700)
    const { get } = await served(store)
    const address = 'monthly-closure.xlsx?month=2026-04&asOf=2026-06-30&lang=en'
    const page = await (await get('/reports/monthly-closure?month=2026-04&asOf=2026-06-30')).text()
    expect(page).toMatch(/在后台生成 XLSX（约 \d{4,} 行）/)
    expect(page).not.toContain('下载 XLSX')
    const sent = await get(`/reports/${address}`)
    expect([sent.status, sent.headers.get('Location')]).toEqual([
      303,
      '/reports/monthly-closure?month=2026-04&asOf=2026-06-30&lang=en',
    ])
    expect(await (await get(sent.headers.get('Location') ?? '')).text()).toContain('name="lang" value="en"')
    expect(readdirSync(join(store.dataDir, 'making'))).toEqual([])
    const figures = await served(store, 'tangtong')
    expect((await figures.get(`/reports/${address}`)).headers.get('Content-Type')).toContain('spreadsheetml')
  })

  test('nobody waits for any more breaks nothing, and is no error', async () => {
    const store = await open()
    await tellApril(store)
    const { app } = siteOf(store, now)
    const cookie = await signIn(app, store, 'lincheng')
    const leaving = new AbortController()
    const { signal } = leaving
    const answer = app.request('/reports/monthly-closure.xlsx?month=2026-04', { headers: { cookie }, signal })
    await setTimeout(20)
    leaving.abort('Client connection prematurely closed.')
    expect((await answer).status).toBe(499)
  })

  test('may be asked for again where its file is gone or its time is over, whoever sweeps when', async () => {
    const store = await open()
    await tellApril(store)
    const { ask, get, clock } = await served(store)
    await ask()
    await make(store)
    const [row] = await rowsIn(store)
    if (row) await removeExport(store, row)
    const gone = await get(`/reports/exports/${row?.id}/file`)
    expect([gone.status, gone.headers.get('Location')]).toEqual([303, '/reports/exports'])
    await ask()
    expect((await rowsIn(store)).map(({ state }) => state).sort()).toEqual(['expired', 'waiting'])
    await make(store)
    clock.now = '2026-12-04T02:00:01.000Z'
    expect(await (await get('/reports/exports')).text()).not.toContain('下载')
    await ask()
    expect((await rowsIn(store)).map(({ state }) => state).sort()).toEqual(['expired', 'expired', 'waiting'])
  })

  test('is one of ten that a person keeps', async () => {
    const store = await open()
    await tellApril(store)
    const { ask } = await served(store)
    await ask()
    const { id: _, ...row } = await store.db.selectFrom('exports').selectAll().executeTakeFirstOrThrow()
    const ready = { ...row, state: 'ready' as const, ended_at: now }
    for (let i = 0; i < 9; i++)
      await store.db
        .insertInto('exports')
        .values({ ...ready, id: `e${i}`, asked: `${i}` })
        .execute()
    const refused = await ask({ ...april, month: '2026-03' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('您已保留十份文件')
    expect((await ask()).status).toBe(303)
  })

  test('and every other file leaves nothing open behind where only its headers are asked for', async () => {
    const store = await open()
    await tellApril(store)
    const { app, ask } = await served(store)
    const cookie = await signIn(app, store, 'lincheng')
    await ask()
    await make(store)
    const [row] = await rowsIn(store)
    const head = (path: string) => app.request(path, { method: 'HEAD', headers: { cookie } })
    const made = await head(`/reports/exports/${row?.id}/file`)
    expect(made.headers.get('Content-Length')).toBe(String(row?.size))
    const sent = await head('/reports/monthly-closure.docx?month=2026-04')
    expect(sent.headers.get('Content-Disposition')).toContain('monthly-closure-2026-04.docx')
    await vi.waitFor(() => expect(readdirSync(join(store.dataDir, 'making'))).toEqual([]))
  })
})
