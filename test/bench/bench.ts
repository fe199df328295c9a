import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { petitionerOf } from '../../src/accounts/actor.ts'
import { createApp } from '../../src/app.tsx'
import { perform } from '../../src/cases/perform.ts'
import { settleHours } from '../../src/db/digest.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { seatCast } from '../support/cast.ts'
import { startPostgres } from '../support/postgres.ts'
import { signIn } from '../support/sign_in.ts'
import { filing, randomFrom } from '../support/walk.ts'
import { reportBeside } from './beside.ts'
import { differingOf, fillInBulk, keepFigures } from './bulk.ts'
import { fill } from './fill.ts'
import { measure } from './measure.ts'
import type { Measured } from './measure.ts'
import { overheard, scansIn } from './plans.ts'
import { measureReads } from './reads.ts'

const now = '2026-12-15T03:00:00.000Z'
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    databases: { type: 'string', default: 'sqlite,postgres' },
    times: { type: 'string', default: '200' },
    lived: { type: 'string', default: '350' },
    keep: { type: 'string' },
    skip: { type: 'string', default: '' },
    fill: { type: 'boolean', default: false },
  },
})
const secretKey = 'bench-secret-key-of-more-than-32-characters'
const times = Number(values.times)
const sizes = values.sizes.split(',').map(Number)
/** More than that are written in bulk. */
const mostLived = 20_000

/** Requests in process, without the network: what one server does with one core. */
async function bench(name: string, databaseUrl: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'banjie-bench-'))
  const store = await openStore({ dataDir, databaseUrl, secretKey })
  await seatCast(store)
  let filled = 0
  for (const size of sizes.filter(size => size <= mostLived)) {
    const begun = performance.now()
    await fill(store, filled, size)
    const seconds = (performance.now() - begun) / 1000
    await sql`analyze`.execute(store.db)
    console.log(`\n${name}, ${size} cases (${size - filled} lived through in ${seconds.toFixed(0)} s)`)
    filled = size
    await settleHours(store, now)
    await settleFigures(store, now, Infinity)
    await report(store)
  }
  await store.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** So many cases over two years, written in bulk, or kept from the last time. */
async function fillOnce(place: Place, size: number): Promise<void> {
  const mark = join(place.dataDir, 'filled')
  const store = await openStore({ ...place, secretKey })
  if (existsSync(mark)) await keepFigures(store, size, Number(values.lived), now)
  else await fillInBulk(store, size, Number(values.lived), now)
  await store.close()
  writeFileSync(mark, '')
}

/** The monthly report, and the pages beside it. */
async function benchInBulk(name: string, place: Place, size: number): Promise<void> {
  const store = await openStore({ ...place, secretKey })
  console.log(`\n${name}, ${size} cases in bulk`)
  if (!values.skip.includes('reads')) await measureReads(store, now)
  if (!values.skip.includes('beside')) await reportBeside(store, now)
  if (!values.skip.includes('replay'))
    console.log(`of a hundredth, ${await differingOf(store, 100)} cases are not what their events tell`)
  await store.close()
}

type Place = { dataDir: string; databaseUrl?: string }

/** A directory that is kept where it is asked for, or that goes with the bench. */
async function inDirectory(name: string, work: (dir: string) => Promise<void>): Promise<void> {
  if (values.keep !== undefined) {
    mkdirSync(join(values.keep, name), { recursive: true })
    return work(join(values.keep, name))
  }
  const dir = mkdtempSync(join(tmpdir(), `banjie-bench-${name}-`))
  try {
    await work(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function report(plain: Store): Promise<void> {
  const { store, heard } = overheard(plain)
  const rows: Measured[] = []
  const scans = new Set<string>()
  for (const { what, lanes, often, once } of await workOf(store)) {
    heard()
    await once(0)
    const queries = heard()
    for (const scan of await scansIn(plain, queries)) scans.add(`${what}: ${scan}`)
    rows.push({ ...(await measure(what, { times: often ?? times, lanes }, once)), queries: queries.length })
    heard()
  }
  console.table(Object.fromEntries(rows.map(({ what, ...row }) => [what, rounded(row)])))
  console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
  console.log(scans.size === 0 ? 'no scan of a big table' : [...scans].join('\n'))
}

type Work = { what: string; lanes: number; often?: number; once: (i: number) => Promise<unknown> }

async function workOf(store: Store): Promise<Work[]> {
  const app = createApp({ store, now: () => now })
  const [clerk, handler] = [await signIn(app, store, 'liming'), await signIn(app, store, 'zhaoqiang')]
  const rows = await store.db.selectFrom('cases').select('number').orderBy('number').limit(1000).execute()
  const open = await store.db.selectFrom('cases').select('number').where('is_open', '=', 1).limit(1000).execute()
  const at = (list: readonly { number: string }[], i: number) => list[i % list.length]?.number ?? ''
  const get = async (url: string, cookie: string) => {
    const answer = await app.request(url, { headers: { Cookie: cookie } })
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
    return answer.text()
  }
  const random = randomFrom(7)
  const done = async (asked: Parameters<typeof perform>[1]) => {
    const outcome = await perform(store, asked)
    if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome))
  }
  const note = { note: '补充一张照片，拍的是楼顶漏水的地方' }
  return [
    { what: 'case page', lanes: 8, once: i => get(urls.case(at(rows, i)), clerk) },
    { what: 'queue, clerk', lanes: 8, once: () => get(urls.queues(), clerk) },
    { what: 'queue, handler', lanes: 8, once: () => get(urls.queues(), handler) },
    { what: 'filing', lanes: 8, once: () => done(filing(random, now)) },
    {
      what: 'an act',
      lanes: 8,
      once: i =>
        done({ on: { number: at(open, i) }, act: 'addMaterial', actor: petitionerOf(at(open, i)), now, input: note }),
    },
    {
      what: 'monthly report',
      lanes: 1,
      often: 10,
      once: () => get(withQuery(urls.report('monthly-closure'), { month: '2026-06' }), clerk),
    },
  ]
}

const rounded = (row: Omit<Measured, 'what'>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value * 10) / 10]))

/** Nothing of a database that is being filled must outlive a crash. */
const inHaste =
  'fsync=off synchronous_commit=off full_page_writes=off wal_level=minimal max_wal_senders=0 max_wal_size=16GB shared_buffers=2GB maintenance_work_mem=1GB work_mem=256MB'

async function onPostgres(
  flags: string,
  dir: string | undefined,
  work: (base: string) => Promise<void>,
): Promise<void> {
  const { server, base } = await startPostgres(
    flags.split(' ').flatMap(flag => (flag === '' ? [] : ['-c', flag])),
    dir,
  )
  try {
    await server.createDatabase('bench').catch(() => {})
    await work(`${base}/bench`)
  } finally {
    await server.stop()
  }
}

const inBulk = sizes.filter(size => size > mostLived)
const isLived = sizes.some(size => size <= mostLived)
if (values.databases.includes('sqlite')) {
  if (isLived) await bench('SQLite', undefined)
  for (const size of inBulk)
    await inDirectory(`sqlite-${size}`, async dataDir => {
      await fillOnce({ dataDir }, size)
      if (!values.fill) await benchInBulk('SQLite', { dataDir }, size)
    })
}
if (values.databases.includes('postgres')) {
  if (isLived) await onPostgres('', undefined, databaseUrl => bench('PostgreSQL', databaseUrl))
  for (const size of inBulk)
    await inDirectory(`postgres-${size}`, async dataDir => {
      await onPostgres(inHaste, dataDir, databaseUrl => fillOnce({ dataDir, databaseUrl }, size))
      if (!values.fill)
        await onPostgres('', dataDir, databaseUrl => benchInBulk('PostgreSQL', { dataDir, databaseUrl }, size))
    })
}
