import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { sayChecked, verifyReport } from '../../src/tasks/verify_report.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'
import { at, petition } from './district.ts'

const now = at('2026-12-01')
const address = (format: string) =>
  `/reports/monthly-closure/restated.${format}?month=2026-04&asOf=2026-05-10&against=2026-06-30`

onBoth('a restatement list made again', open => {
  test('is equal in both formats and languages, names what was changed, and says which lines its reader lacks', async () => {
    const store = await open()
    await tell(store)
    for (const [format, lang] of [
      ['json', 'zh'],
      ['csv', 'zh'],
      ['csv', 'en'],
    ] as const) {
      const whole = await fetched(store, 'lincheng', format, lang)
      expect(await check(store, whole)).toMatch(/^equal: monthly-closure 2026-04 restated as of \S+ against \S+$/)
      expect(await check(store, whole.replace('L1', 'L9'))).toMatch(/^not equal: .*: was .*L9.*, is .*L1/)
      const wall = { case_number: 'L2', organ: null, person: 'lincheng', reason: 'recused' }
      await store.db.insertInto('walls').values(wall).execute()
      const part = await fetched(store, 'lincheng', format, lang)
      expect(part.length).toBeLessThan(whole.length)
      expect(await check(store, part)).toMatch(/^equal: .*; 1 of 2 lines are not in it/)
      expect(await check(store, part.replace(/L1/, 'L9'))).toMatch('not equal')
      await store.db.deleteFrom('walls').execute()
    }
  }, 60_000)
})

/** Two answered in April and put down in May; one of them was due in April. */
async function tell(store: Store): Promise<void> {
  await seatCast(store)
  const due = { filed: '2026-02-02', accepted: '2026-02-05' }
  await petition(store, 'L1', { ...due, answered: '2026-04-03', recorded: '2026-05-20' })
  await petition(store, 'L2', {
    filed: '2026-03-20',
    accepted: '2026-03-25',
    answered: '2026-04-10',
    recorded: '2026-05-21',
  })
}

async function fetched(store: Store, who: string, format: string, lang: string): Promise<string> {
  const site = siteOf(store, now)
  const answer = await site.get(address(format), `${await signIn(site.app, store, who)}; lang=${lang}`)
  return answer.text().then(text => (format === 'csv' ? `\uFEFF${text}` : text))
}

async function check(store: Store, text: string): Promise<string> {
  const path = join(store.dataDir, 'restated')
  writeFileSync(path, text)
  return sayChecked(await verifyReport(store, now, path))
}
