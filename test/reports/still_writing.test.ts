import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { makeNextExport } from '../../src/reports/export_maker.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'
import { at } from './district.ts'
import { tellApril } from './files.ts'

const now = at('2026-12-01')

onBoth('while somebody writes for long', (open, database) => {
  test('figures are not told yet, and a workbook waits for its turn', async () => {
    const store = await open()
    await tellApril(store)
    const site = siteOf(store, now)
    const cookie = await signIn(site.app, store, 'lincheng')
    const address = '/reports/monthly-closure?month=2026-04'
    await site.post('/reports/exports', { report: 'monthly-closure', month: '2026-04' }, cookie)
    const make = () => makeNextExport(store, () => now, new AbortController().signal)
    const end = await writing(store)
    // SQLite lets nobody else write meanwhile, so that nothing can be claimed either.
    const [page, made] = await Promise.all([
      site.get(address, cookie),
      database === 'postgres' ? make() : { state: 'waiting' },
    ])
    expect([page.status, page.headers.get('Retry-After')]).toEqual([503, '60'])
    expect(await page.text()).toContain('有大批数据正在写入')
    expect(made?.state).toBe('waiting')
    await end()
    expect((await site.get(address, cookie)).status).toBe(200)
    expect(await make()).toMatchObject({ state: 'ready' })
    expect(await store.db.selectFrom('exports').select('tries').execute()).toEqual([{ tries: 1 }])
  }, 60_000)
})

/** Somebody else's transaction, until it is told to end. */
async function writing({ databaseUrl, dataDir }: Store): Promise<() => Promise<void>> {
  const { db, close } = databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(dataDir, 'banjie.sqlite'))
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const written = db.transaction().execute(async trx => {
    await trx.insertInto('report_readers').values({ person: 'nobody', since: now }).execute()
    begun.resolve()
    await ended.promise
  })
  await begun.promise
  return async () => {
    ended.resolve()
    await written
    await close()
  }
}
