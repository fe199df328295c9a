import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { main } from '../../src/cli.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { endOfDay } from '../../src/law/day.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import type { Report } from '../../src/reports/report.ts'
import { report } from '../../src/tasks/report.ts'
import { cast, seatCast } from '../support/cast.ts'
import { newPlace, onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { answer, at, done, petition } from './district.ts'

const asked = { month: '2026-04', asOf: '2026-06-30' }

test('the same log gives the same bytes on both databases, on any day', async () => {
  const [here, there] = [await place('sqlite'), await place('postgres')]
  await tell(here.store)
  for (const table of ['events', 'facts', 'organs', 'organ_names', 'categories'] as const) {
    await there.store.db.deleteFrom(table === 'events' ? 'facts' : table).execute()
    const rows = await here.store.db.selectFrom(table).selectAll().execute()
    if (rows.length > 0) await there.store.db.insertInto(table).values(rows).execute()
  }
  for (const format of ['json', 'csv'] as const) {
    const bytesHere = await bytes(here.store, format, '2026-12-01')
    expect(await bytes(there.store, format, '2026-12-01')).toBe(bytesHere)
    expect(await bytes(here.store, format, '2027-01-15')).toBe(bytesHere)
  }
  await here.remove()
  await there.remove()
})

onBoth('a report’s file', open => {
  test('is the same bytes from a page and from the command line', async () => {
    const store = await open()
    await tell(store)
    const app = createApp({ store, now: () => at('2026-12-01') })
    const headers = { Cookie: await signIn(app, store, 'lincheng') }
    const query = 'month=2026-04&asOf=2026-06-30'
    for (const format of ['json', 'csv'] as const) {
      const file = await app.request(`/reports/monthly-closure.${format}?${query}`, { headers })
      expect(file.headers.get('Content-Disposition')).toBe(`attachment; filename="monthly-closure-2026-04.${format}"`)
      expect(Buffer.from(await file.arrayBuffer()).toString()).toBe(await bytes(store, format, '2026-11-01'))
    }
  })

  test('names the log it was read from: the digest moves with what is known, and with nothing else', async () => {
    const store = await open()
    await tell(store)
    const digestAt = async (asOf: string): Promise<string> => {
      const parsed: Report = JSON.parse(await bytes(store, 'json', '2026-12-01', asOf))
      return parsed.digest
    }
    const before = await digestAt('2026-05-02')
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    expect(await digestAt('2026-05-02')).toBe(before)
    expect(await digestAt(endOfDay('2026-05-02'))).toBe(before)
    expect(await digestAt('2026-04-01')).not.toBe(before)
  })
})

test('a spreadsheet runs nothing from a cell, and finds its rows', () => {
  const nasty = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'a,b', 'say "so"', '—'].map(name => [name])
  const csv = renderCsv(
    { ...empty, tables: [{ id: 't', title: { zh: '表', en: 'Table' }, note: null, columns: [], rows: nasty }] },
    'zh',
  )
  expect(csv.startsWith('\uFEFF办结月报\r\n')).toBe(true)
  const rows = csv.split('\r\n')
  expect(rows.slice(rows.indexOf('表') + 2, -1)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    "'\tx",
    '"\'\rx"',
    '"a,b"',
    '"say ""so"""',
    '—',
  ])
})

test('the command writes a file, and says plainly what is wrong with the line', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'banjie-'))
  const out = join(DATA_DIR, 'report.csv')
  const run = (...args: string[]) => main(['report', ...args], { DATA_DIR })
  expect(await run('monthly-closure', '--month', '2026-04', '--format', 'csv', '--out', out)).toBe(0)
  expect(readFileSync(out, 'utf8')).toContain('结案率,closure_rate,1,0,0,—')
  expect(await run('monthly-closure', '--month', '2026-04', '--format', 'pdf')).toBe(2)
  expect(await run('monthly-closure', '--month', '2026-13', '--format', 'json')).toBe(2)
  expect(await run('monthly-closure', '--format', 'json')).toBe(2)
  expect(await run('yearly-opera', '--month', '2026-04', '--format', 'json')).toBe(2)
  expect(await run('monthly-closure', '--month', '2026-04', '--organ', '没有的局', '--format', 'json')).toBe(2)
})

async function place(database: 'sqlite' | 'postgres') {
  const { remove, ...config } = await newPlace(database)
  const store = await openStore(config)
  const close = async () => {
    await store.close()
    await remove()
  }
  return { store, remove: close }
}

async function tell(store: Store): Promise<void> {
  await seatCast(store)
  await petition(store, 'T1', {
    filed: '2026-02-02',
    accepted: '2026-02-05',
    answered: '2026-04-02',
    closed: '2026-04-03',
    rated: '2026-04-03',
  })
  await petition(store, 'T2', { filed: '2026-03-02', accepted: '2026-03-05', extended: '2026-03-09' })
  await petition(store, 'T3', { filed: '2026-04-02', accepted: '2026-04-03', kind: 'accusation' })
  await petition(store, 'T4', { filed: '2026-04-10', refused: '2026-04-13' })
  await done(store, {
    on: { number: 'T1' },
    act: 'reopen',
    actor: cast.chenjing,
    now: at('2026-05-06'),
    input: { reason: '新情况' },
  })
  await answer(store, 'T1', { answered: '2026-05-08', recorded: '2026-05-20' })
}

async function bytes(store: Store, format: 'json' | 'csv', on: string, asOf = asked.asOf): Promise<string> {
  const rendered = await report(store, at(on), {
    slug: 'monthly-closure',
    lang: 'zh',
    format,
    asked: { ...asked, asOf },
  })
  if ('problem' in rendered) throw new Error(rendered.problem)
  return rendered.ok
}

const empty: Report = {
  report: 'monthly-closure',
  title: { zh: '办结月报', en: 'Monthly closure' },
  month: '2026-04',
  period: { zh: '2026年4月', en: 'April 2026' },
  through: '2026-04-30',
  asOf: '2026-05-01T00:00:00.000Z',
  scope: { kind: 'district', name: { zh: '望江区', en: 'Wangjiang' } },
  procedure: null,
  definitions: '1',
  metrics: [],
  tables: [],
  digest: '',
}
