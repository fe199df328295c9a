import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { PUBLIC } from '../../src/reports/archive.ts'
import { countsFile } from '../../src/reports/public_archive.ts'
import { closeMonths } from '../../src/tasks/close_months.ts'
import { publishMonths } from '../../src/tasks/publish_months.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'
import { at, petition } from './district.ts'

onBoth('a damaged archive', open => {
  test('is told of by verify, and takes no page along but its own', async () => {
    const store = await open()
    await closed(store)
    expect(await wrong(store)).toEqual([])
    const bad = { content: Buffer.from('{}').toString('base64') }
    for (const name of ['monthly-closure-2026-03.json', `${PUBLIC}-2026-03.json`])
      await store.db.updateTable('archived_reports').set(bad).where('name', '=', name).execute()
    await store.db.deleteFrom('archived_reports').where('name', '=', 'monthly-closure-2026-02.csv').execute()
    expect(await wrong(store)).toEqual([
      'archive 2026-03: monthly-closure-2026-03.json: the archived file is not what was kept',
      'archive 2026-03: public-statistics-2026-03.json: the archived file is not what was kept',
      'archive 2026-02: monthly-closure-2026-02.csv is missing',
    ])
    const site = siteOf(store, at('2026-04-05'))
    const cookie = await signIn(site.app, store, 'lincheng')
    expect((await site.get('/overview', cookie)).status).toBe(200)
    expect((await site.get('/published/statistics?month=2026-02')).status).toBe(200)
  }, 60_000)

  test('releases nothing beside a release of which nobody knows what it was made from', async () => {
    const store = await open()
    await closed(store)
    await store.db.deleteFrom('archived_reports').where('name', '=', countsFile('2026-03')).execute()
    expect(await wrong(store)).toEqual(['archive 2026-03: public-statistics-2026-03-counts.json is missing'])
    await expect(publishMonths(store, at('2026-05-08'))).rejects.toThrow('the release or its counts are missing')
  }, 60_000)
})

async function closed(store: Store): Promise<void> {
  await seatCast(store)
  await petition(store, 'P1', { filed: '2026-01-10', accepted: '2026-01-12' })
  for (const day of ['2026-03-05', '2026-04-05']) await closeMonths(store, at(day))
  await publishMonths(store, at('2026-04-05'))
}

async function wrong(store: Store): Promise<string[]> {
  const said: string[] = []
  await verify(store, what => said.push(what))
  return said
}
