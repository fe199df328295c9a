import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import { signIn } from '../support/sign_in.ts'

const [rounds, seconds, pace] = [5, 10, 10]

/** How long pages take that are asked for at an even pace, without anything and beside one report after another, in turns. */
export async function reportBeside(store: Store, now: string): Promise<void> {
  const app = createApp({ store, now: () => now })
  const clerk = await signIn(app, store, 'liming')
  const get = async (url: string) => {
    const answer = await app.request(url, { headers: { Cookie: clerk } })
    if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
    await answer.text()
  }
  const report = withQuery(urls.report('monthly-closure'), { month: '2026-06' })
  const rows = await store.reader.selectFrom('keys').select('id').where('id', 'like', 'case:XF%').limit(300).execute()
  const pages = {
    'case page': (i: number) => get(urls.case(rows[i % rows.length]?.id.slice('case:'.length) ?? '')),
    queue: () => get(urls.queues()),
    'all cases': () => get(urls.queue('all')),
  }
  await get(report)
  for (const [what, visit] of Object.entries(pages)) {
    const [idle, beside]: [number[], number[]] = [[], []]
    for (let i = 0; i < rounds; i++) {
      idle.push(await p99(visit))
      beside.push(await p99(visit, () => get(report)))
    }
    const [without, with_] = [middle(idle), middle(beside)]
    console.log(
      `${what}, ${pace} a second: p99 idle ${ms(without)} ms of ${idle.map(ms).join(', ')}; ` +
        `beside reports ${ms(with_)} ms of ${beside.map(ms).join(', ')}: ` +
        (with_ <= Math.max(1.5 * without, without + 20) ? 'within bounds' : 'too slow'),
    )
  }
  console.log(`memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}

/** Of pages asked for so many a second, whether the one before has been answered or not; in milliseconds from when it was due. */
async function p99(visit: (i: number) => Promise<unknown>, beside?: () => Promise<unknown>): Promise<number> {
  const end = performance.now() + seconds * 1000
  const others = (async () => {
    while (beside && performance.now() < end) await beside()
  })()
  const visits: Promise<number>[] = []
  for (let due = performance.now(); due < end; due += 1000 / pace) {
    await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
    visits.push(visit(visits.length).then(() => performance.now() - due))
  }
  const took = (await Promise.all(visits)).sort((a, b) => a - b)
  await others
  return took[Math.ceil(took.length * 0.99) - 1] ?? 0
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const ms = (value: number) => value.toFixed(1)
