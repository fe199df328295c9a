import { expect, test } from 'vitest'
import type { Changed } from '../../src/accounts/change.ts'
import { setRule } from '../../src/accounts/rule_changes.ts'
import { rulesThen, sessionThen } from '../../src/accounts/sessions_then.ts'
import { renameSession } from '../../src/accounts/term_changes.ts'
import type { Store } from '../../src/db/open.ts'
import { renderCsv } from '../../src/reports/csv.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { renderJson } from '../../src/reports/json.ts'
import { readAsked } from '../../src/reports/read.ts'
import { suggestionsAndProposals } from '../../src/reports/suggestions_and_proposals.ts'
import { answered, congress, given, play } from '../progress/batch.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { solved } from '../support/motions.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'

const by = (day: string) => ({ actor: cast.mawei, now: at(day) })

async function made(changed: Promise<Changed>): Promise<void> {
  const outcome = await changed
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify(outcome))
}

const classesCalled = (word: string): string =>
  JSON.stringify([
    { code: 'A', zh: `${word}解决`, en: 'Solved', means: 'solved' },
    { code: 'B', zh: `${word}承诺`, en: 'Promised', means: 'promised' },
    { code: 'C', zh: `${word}规划`, en: 'Planned', means: 'planned' },
    { code: 'D', zh: `${word}参考`, en: 'Reference', means: 'reference' },
  ])

const call = (store: Store, day: string, word: string, from: string) =>
  made(
    setRule(store, by(day), {
      ...{ session: congress, name: 'classes', value: classesCalled(word) },
      ...{ from, source: '本届次方案' },
    }),
  )

/** As of the first of March, of a day by which rules set since would be in force. */
async function filesOf(store: Store): Promise<string> {
  const asked = { session: congress, through: '2026-06-30', asOf: '2026-03-01' }
  const read = await readAsked(store.reader, suggestionsAndProposals, asked, at('2026-12-01'))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const { report } = await drawHere(store, read.ok, null)
  return renderJson(report) + renderCsv(report, 'zh') + renderCsv(report, 'en')
}

onBoth('a session as it was on record', open => {
  test('leaves its old report as it was, byte for byte, whatever it is called and ruled by since', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [...given('2026-01-20'), ...answered('2026-02-10', solved)])
    await made(renameSession(store, by('2026-02-01'), congress, { zh: '五次人大会', en: 'The fifth' }))
    await call(store, '2026-02-15', '当时', '2026-04-01')
    const before = await filesOf(store)
    for (const words of ['五次人大会', 'The fifth', '当时解决']) expect(before).toContain(words)
    await made(renameSession(store, by('2026-03-10'), congress, { zh: '后来的名称', en: 'Another name' }))
    await call(store, '2026-03-20', '改写', '2026-04-01')
    await call(store, '2026-05-10', '后来', '2026-05-11')
    expect(await filesOf(store)).toBe(before)
  })

  test('is called what it was called then, and before it was opened by its first name', async () => {
    const store = await open()
    await seatMotions(store)
    await made(renameSession(store, by('2026-02-01'), congress, { zh: '五次人大会', en: 'The fifth' }))
    const nameAt = async (day: string) => (await sessionThen(store.db, congress, at(day)))?.en
    expect(await nameAt('2025-01-01')).toBe('Fifth session of the eighteenth congress')
    expect(await nameAt('2026-01-31')).toBe('Fifth session of the eighteenth congress')
    expect(await nameAt('2026-02-02')).toBe('The fifth')
    expect((await sessionThen(store.db, 'cppcc-13-5', at('2026-02-02')))?.en).toBe(
      'Fifth plenary of the thirteenth CPPCC',
    )
    expect(await sessionThen(store.db, 'congress-1-1', at('2026-02-02'))).toBeUndefined()
  })

  test('goes by what it was opened with where its first day was written over later', async () => {
    const store = await open()
    await seatMotions(store)
    const opened = await rulesThen(store.db, congress, '2026-06-30', at('2025-12-01'))
    await call(store, '2025-12-15', '改写', '2026-01-01')
    expect(await rulesThen(store.db, congress, '2026-06-30', at('2025-12-01'))).toEqual(opened)
    expect((await rulesThen(store.db, congress, '2026-06-30', at('2025-12-16')))['classes']).toBe(classesCalled('改写'))
  })
})
