import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import { signIn } from '../support/sign_in.ts'

/** The median of five monthly reports of a whole month, and how long pages take beside them and without them. */
export async function reportBeside(store: Store, now: string): Promise<void> {
  const app = createApp({ store, now: () => now })
  const clerk = await signIn(app, store, 'liming')
  const get = async (url: string) => {
    const answer = await app.request(url, { headers: { Cookie: clerk } })
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
    await answer.text()
  }
  const month = { month: '2026-06' }
  const [page, file] = [withQuery(urls.report('monthly-closure'), month), urls.reportFile('monthly-closure', 'json')]
  const rows = await store.reader.selectFrom('keys').select('id').where('id', 'like', 'case:%').limit(500).execute()
  const pages = {
    'case page': (i: number) => get(urls.case(rows[i % rows.length]?.id.slice('case:'.length) ?? '')),
    queue: () => get(urls.queues()),
  }
  for (const [what, url] of [
    ['page', page],
    ['JSON', withQuery(file, month)],
  ] as const) {
    const took = await five(() => get(url))
    console.log(`monthly-closure, ${what}: median ${took[2]} ms of ${took.join(', ')}`)
  }
  for (const [what, visit] of Object.entries(pages)) {
    await p99Beside(visit, pause(3))
    const idle = await p99Beside(visit, pause(20))
    const beside = await p99Beside(
      visit,
      reportsFor(20, () => get(page)),
    )
    console.log(`${what}, two at a time: p99 idle ${ms(idle)} ms, beside reports ${ms(beside)} ms`)
  }
  console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}

async function five(once: () => Promise<unknown>): Promise<number[]> {
  await once()
  const took: number[] = []
  for (let i = 0; i < 5; i++) {
    const begun = performance.now()
    await once()
    took.push(Math.round(performance.now() - begun))
  }
  return took.sort((a, b) => a - b)
}

/** One after another, without a rest. */
async function reportsFor(seconds: number, once: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) await once()
}

const pause = (seconds: number) => new Promise(resolve => setTimeout(resolve, seconds * 1000))
const ms = (value: number) => value.toFixed(1)

/** The p99 of what is asked for over and over, in milliseconds, until what goes on beside it has ended. */
async function p99Beside(once: (i: number) => Promise<unknown>, beside: Promise<unknown>): Promise<number> {
  let isOver = false
  const end = beside.then(() => {
    isOver = true
  })
  const took: number[] = []
  const lane = async () => {
    for (let i = 0; !isOver; i++) {
      const start = performance.now()
      await once(i)
      took.push(performance.now() - start)
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  await Promise.all([lane(), lane(), end])
  took.sort((a, b) => a - b)
  return took[Math.min(took.length - 1, Math.floor(took.length * 0.99))] ?? 0
}
