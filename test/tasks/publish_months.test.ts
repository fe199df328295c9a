import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addCategory } from '../../src/accounts/category_changes.ts'
import { answer, done, petition } from '../reports/district.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { listArchived } from '../../src/reports/archive.ts'
import { countsFile, findRelease, listReleased, readRelease } from '../../src/reports/public_archive.ts'
import { releaseCsv } from '../../src/reports/public_csv.ts'
import type { Store } from '../../src/db/open.ts'
import { publishMonths } from '../../src/tasks/publish_months.ts'
import { verifyReport } from '../../src/tasks/verify_report.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at } from '../support/road.ts'
import { siteOf } from '../support/site.ts'

onBoth('a closed month', open => {
  test('is released once, as known at its closing instant, with the months before it', async () => {
    const store = await open()
    await seatCast(store)
    await lived(store)
    expect(await publishMonths(store, '2026-03-01T02:00:00.000Z')).toBe(1)
    const [one, other] = await Promise.all([
      publishMonths(store, at('2026-04-05')),
      publishMonths(store, at('2026-04-05')),
    ])
    expect(one + other).toBe(2)
    expect(await publishMonths(store, at('2026-04-06'))).toBe(0)
    expect(await listReleased(store.db)).toEqual(['2026-03', '2026-02', '2026-01'])
    expect(await figure(store, '2026-01', 'received')).toBe(11)
    expect(await figure(store, '2026-01', 'answered')).toBe(null)
    expect(await figure(store, '2026-01', 'open')).toBe(11)
    expect(await figure(store, '2026-02', 'received')).toBe(null)
    expect(await listArchived(store.db, undefined, 10)).toEqual([])
  }, 60_000)

  test('reads the same whenever and however it is made, also with figures settled day by day', async () => {
    const store = await open()
    await seatCast(store)
    await lived(store)
    await publishMonths(store, at('2026-04-05'))
    const made = await bytes(store)
    await store.db.deleteFrom('archived_reports').execute()
    await done(store, { on: { number: 'P3' }, act: 'withdraw', actor: cast.liming, now: at('2026-04-07'), input: gone })
    while ((await settleFigures(store, at('2026-04-20'))) > 0);
    await addCategory(store, { actor: cast.mawei, now: at('2026-04-21') }, { zh: '供暖', en: 'Heating' })
    expect(await publishMonths(store, at('2026-04-20'))).toBe(3)
    expect(await bytes(store)).toEqual(made)
    const path = join(store.dataDir, 'release.json')
    const file = String(await findRelease(store.db, '2026-01'))
    writeFileSync(path, file)
    expect(await verifyReport(store, at('2026-05-01'), path)).toEqual({
      said: 'public-statistics 2026-01 as of 2026-02-02T01:00:00.000Z',
      difference: undefined,
    })
    writeFileSync(path, file.replace('"numerator": 11', '"numerator": 12'))
    expect((await verifyReport(store, at('2026-05-01'), path)).difference).toMatchObject({
      place: 'figures.0.numerator',
      was: '12',
      is: '11',
    })
    for (const month of ['2026-05', '2025-01', 'April']) {
      writeFileSync(path, file.replace('"month": "2026-01"', `"month": "${month}"`))
      await expect(verifyReport(store, at('2026-05-01'), path)).rejects.toThrow('were released')
    }
    writeFileSync(path, file.replace('"asOf": "2026', '"asOf": "2036'))
    expect((await verifyReport(store, at('2026-05-01'), path)).difference).toMatchObject({ place: 'asOf' })
    const csv = releaseCsv(readRelease(Buffer.from(file)), 'en')
    writeFileSync(path, csv)
    expect((await verifyReport(store, at('2026-05-01'), path)).difference).toBeUndefined()
    writeFileSync(path, csv.replace(',Received,,11,', ',Received,,12,'))
    expect((await verifyReport(store, at('2026-05-01'), path)).difference).toMatchObject({ row: '3' })
  }, 60_000)

  test('is restated once ten matters read otherwise, and keeps what it was released as', async () => {
    const store = await open()
    await seatCast(store)
    const numbers = Array.from({ length: 11 }, (_, i) => `P${i}`)
    for (const number of numbers) await petition(store, number, { filed: '2026-01-10', accepted: '2026-01-12' })
    await publishMonths(store, at('2026-02-05'))
    for (const number of numbers) await answer(store, number, { answered: '2026-01-28', recorded: '2026-02-20' })
    await publishMonths(store, at('2026-04-05'))
    expect(await figure(store, '2026-01', 'answered')).toBe(null)
    expect((await release(store, '2026-02')).restated).toMatchObject([
      { month: '2026-01', figures: [{ procedure: 'petition', of: 'answered', n: 11 }] },
    ])
    expect((await release(store, '2026-03')).restated).toEqual([])
  }, 60_000)
})

onBoth('the public', open => {
  test('reads a month, its files and what was restated, in either language and without signing in', async () => {
    const store = await open()
    await seatCast(store)
    const site = siteOf(store, at('2026-04-05'))
    expect(await (await site.get('/published/statistics')).text()).toContain('还没有公布的月份')
    await lived(store)
    await publishMonths(store, at('2026-04-05'))
    const zh = await (await site.get('/published/statistics?month=2026-01')).text()
    for (const said of ['2026年1月', '<h2>信访</h2>', '少于10件，不公布', '检举控告类事项不计入'])
      expect(zh).toContain(said)
    const en = await (await site.get('/published/statistics?month=2026-01', 'lang=en')).text()
    expect(en).toContain('Fewer than 10, not published')
    const missing = await site.get('/published/statistics?month=2020-01')
    expect(missing.status).toBe(404)
    expect(await missing.text()).toMatch(/这个月还没有公布[^]*month=2026-01/)
    const json = await site.get('/published/statistics/2026-01.json')
    expect(Buffer.from(await json.arrayBuffer())).toEqual(await findRelease(store.db, '2026-01'))
    const csv = await (await site.get('/published/statistics/2026-01-en.csv')).text()
    expect(csv).toContain('2026-01,Petition,Received,,11,,')
    for (const file of [countsFile('2026-01'), '2026-01-counts.json', '2020-01.json', '2026-01.xlsx', 'x.csv'])
      expect((await site.get(`/published/statistics/${file}`)).status, file).toBe(404)
    await store.db.deleteFrom('archived_reports').where('name', 'like', '%-counts.json').execute()
    expect(await (await site.get('/published/statistics?month=2026-01')).text()).toBe(zh)
    expect((await site.get('/published')).status).toBe(200)
  }, 60_000)

  test('learns nothing of accusations', async () => {
    const [store, other] = [await open(), await open()]
    for (const each of [store, other]) await seatCast(each)
    await lived(store)
    await lived(other)
    for (let i = 0; i < 12; i++) await petition(other, `J${i}`, { filed: '2026-01-20', kind: 'accusation' })
    for (const each of [store, other]) await publishMonths(each, at('2026-04-05'))
    const said = async (each: Store) => ({ ...(await release(each, '2026-01')), digest: '' })
    expect(await said(other)).toEqual(await said(store))
  }, 60_000)
})

const gone = { reason: '不办了' }

async function lived(store: Store): Promise<void> {
  for (let i = 0; i < 11; i++) await petition(store, `P${i}`, { filed: '2026-01-10' })
  for (let i = 0; i < 3; i++) await petition(store, `Q${i}`, { filed: '2026-02-10' })
}

const release = async (store: Store, month: string) =>
  readRelease((await findRelease(store.db, month)) ?? Buffer.from('{}'))

async function figure(store: Store, month: string, metric: string) {
  const { figures } = await release(store, month)
  return figures.find(of => of.procedure === 'petition' && of.metric === metric)?.numerator
}

const bytes = (store: Store) =>
  store.db.selectFrom('archived_reports').select(['name', 'sha256']).orderBy('name').execute()
