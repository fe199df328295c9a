import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { sql } from 'kysely'
import { openStore } from '../../src/db/open.ts'
import type { StoreConfig } from '../../src/db/open.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { startPostgres } from '../support/postgres.ts'
import { fill } from './fill.ts'
import { multiply } from './multiply.ts'

/** A process that writes one month's workbook with all its lists, five times: how much memory it takes, and how long. */
const { values } = parseArgs({
  options: {
    databases: { type: 'string', default: 'sqlite,postgres' },
    cases: { type: 'string', default: '24000' },
    times: { type: 'string', default: '5' },
  },
})
const now = '2026-12-15T03:00:00.000Z'
const lived = 120

async function bench(name: string, databaseUrl: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'banjie-bench-'))
  const place = { dataDir, databaseUrl, secretKey: 'bench-secret-key-of-more-than-32-characters' }
  await fillApril(place)
  const runs: Written[] = []
  for (let i = 0; i < Number(values.times); i++) runs.push(await write(place))
  const [first] = runs
  console.log(`\n${name}: ${first?.rows} rows of cases in ${((first?.size ?? 0) / 2 ** 20).toFixed(1)} MB`)
  console.log(`seconds, median ${median(runs.map(run => run.seconds))} of ${runs.map(run => run.seconds).join(', ')}`)
  console.log(
    `peak of the process that writes, MB: median ${median(runs.map(run => run.peak))}, most ${Math.max(...runs.map(run => run.peak))}`,
  )
  console.log(`what the process that asked grew by, MB: median ${median(runs.map(run => run.beside))}`)
  rmSync(dataDir, { recursive: true, force: true })
}

async function fillApril(place: StoreConfig): Promise<void> {
  const store = await openStore(place)
  await seatMotions(store)
  await fill(store, 0, lived, { first: '2026-04-01', days: 25 })
  await settleFigures(store, now, Infinity)
  await multiply(store, Math.round(Number(values.cases) / lived) - 1)
  await settleFigures(store, now, Infinity)
  await sql.raw('analyze').execute(store.db)
  await store.close()
}

type Written = { rows: number; size: number; seconds: number; peak: number; beside: number }

/** Asked for by a process of its own, which tells at the end what it took. */
async function write(place: StoreConfig): Promise<Written> {
  const script = join(import.meta.dirname, 'export_once.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, PLACE: JSON.stringify(place) },
  })
  return JSON.parse(stdout)
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

if (values.databases.includes('sqlite')) await bench('SQLite', undefined)
if (values.databases.includes('postgres')) {
  const { server, base } = await startPostgres()
  try {
    await server.createDatabase('bench')
    await bench('PostgreSQL', `${base}/bench`)
  } finally {
    await server.stop()
  }
}
