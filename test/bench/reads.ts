import type { Hono } from 'hono'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import type { Env } from '../../src/http/context.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import { signIn } from '../support/sign_in.ts'
import { overheard, scansIn } from './plans.ts'

type Read = { who: 'liming' | 'zhaoqiang' | 'lincheng' | 'chenjing' | 'wumin'; url: string }

const month = '2026-06'
const report = (rest: Record<string, string> = {}) => withQuery(urls.report('monthly-closure'), { month, ...rest })
const cases = (metric: string, rest: Record<string, string> = {}) =>
  withQuery(urls.reportCases('monthly-closure', metric), { month, side: 'numerator', ...rest })

/** What is read at a million, each by one to whom it belongs. */
const reads: Record<string, Read> = {
  'monthly closure': { who: 'liming', url: report() },
  'its head’s, with the line on accusations': { who: 'chenjing', url: report() },
  'as a leader reads it': { who: 'lincheng', url: report() },
  'this month': { who: 'liming', url: report({ month: '2026-12' }) },
  'as of a past instant': { who: 'liming', url: report({ asOf: '2026-07-20T06:30:00Z' }) },
  'as of a past day': { who: 'liming', url: report({ asOf: '2026-07-01' }) },
  'of one procedure': { who: 'liming', url: report({ procedure: 'petition' }) },
  'one organ’s': { who: 'liming', url: report({ organ: 'copied-07' }) },
  'one organ’s, by its own people': { who: 'zhaoqiang', url: report({ organ: 'housing' }) },
  'cases received': { who: 'lincheng', url: cases('received') },
  'a later page of them': { who: 'lincheng', url: cases('received', { after: 'XF20260620-000000' }) },
  'cases closed in time': { who: 'lincheng', url: cases('on_time_rate') },
  'cases open': { who: 'lincheng', url: cases('open') },
  'a later page of these': { who: 'lincheng', url: cases('open', { after: 'XF20260520-000000' }) },
  'cases rated of those to rate': { who: 'lincheng', url: cases('rated_share') },
  'one organ’s cases answered': { who: 'lincheng', url: cases('answered', { organ: 'copied-07' }) },
  'the leader’s page': { who: 'lincheng', url: withQuery(urls.overview(), { month }) },
  'the yearly report': { who: 'lincheng', url: withQuery(urls.report('petition-annual'), { year: '2025' }) },
  'what reads differently now': { who: 'lincheng', url: withQuery(urls.reportRestated('monthly-closure'), { month }) },
  'one organ’s own month': { who: 'zhaoqiang', url: withQuery(urls.report('organ'), { month, organ: 'housing' }) },
  'a session’s bulletin': {
    who: 'lincheng',
    url: withQuery(urls.report('suggestions-and-proposals'), { session: 'congress-18-5' }),
  },
  'the archive': { who: 'liming', url: urls.reportArchive() },
  progress: { who: 'lincheng', url: urls.progress() },
  'progress of a session': { who: 'lincheng', url: urls.progressOf('congress-18-5') },
  'the clerk’s queue': { who: 'liming', url: urls.queues() },
  'a handler’s queue': { who: 'zhaoqiang', url: urls.queues() },
  'a leader’s queue': { who: 'lincheng', url: urls.queues() },
  'all cases': { who: 'liming', url: urls.queue('all') },
  'found by a word': { who: 'liming', url: withQuery(urls.queue('all'), { q: '漏水' }) },
  'through a day': { who: 'liming', url: report({ through: '2026-06-15' }) },
  'one organ’s through a day': { who: 'liming', url: report({ organ: 'copied-07', through: '2026-06-15' }) },
}

/** What takes longer is not asked for five times. */
const patience = 10_000

/** The median of five for each, and whether a big table was read from end to end. */
export async function measureReads(plain: Store, now: string): Promise<void> {
  const { store, heard } = overheard(plain)
  const apps = { measured: createApp({ store: plain, now: () => now }), heard: createApp({ store, now: () => now }) }
  const scans = new Set<string>()
  for (const [what, { who, url }] of Object.entries(reads)) {
    const cookie = await signIn(apps.measured, plain, who)
    heard()
    const begun = performance.now()
    await read(apps.heard, url, cookie)
    const once = Math.round(performance.now() - begun)
    for (const scan of await scansIn(plain, heard())) scans.add(`${what}: ${scan}`)
    if (once > patience) {
      console.log(`${what}: ${once} ms, once`)
      continue
    }
    const took = await five(() => read(apps.measured, url, cookie))
    console.log(`${what}: median ${took[2]} ms of ${took.join(', ')}`)
  }
  console.log(scans.size === 0 ? 'no scan of a big table' : [...scans].join('\n'))
}

async function read(app: Hono<Env>, url: string, cookie: string): Promise<void> {
  const answer = await app.request(url, { headers: { Cookie: cookie } })
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  await answer.text()
}

/** In milliseconds, the least first. */
export async function five(once: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < 5; i++) {
    const begun = performance.now()
    await once()
    took.push(Math.round(performance.now() - begun))
  }
  return took.sort((a, b) => a - b)
}
