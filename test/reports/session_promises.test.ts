import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { readAsked } from '../../src/reports/read.ts'
import { suggestionsAndProposals } from '../../src/reports/suggestions_and_proposals.ts'
import { again, answered, carriedOut, congress, given, goOn, play, rated, servedOn } from '../progress/batch.ts'
import { onBoth } from '../support/db.ts'
import { promised } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'

const promisedBy = (promiseBy: string) => ({ ...promised, promiseBy })

/** Promised by the 15th of March, which came and went, and found wanting by whoever asked. */
const broken = [
  ...given('2026-01-20'),
  ...answered('2026-03-10', promisedBy('2026-03-15')),
  servedOn('2026-03-11'),
  rated('2026-03-12', 'dissatisfied'),
] as const

onBoth('a promise past its day', open => {
  test('is that of the answer that stands, and none of an answer that was redone', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, broken)
    expect([await said(store, '2026-03-15'), await said(store, '2026-03-16')]).toEqual(['1 0 0', '1 0 1'])
    await goOn(store, number, [
      ['orderRedo', signers.lichen, '2026-03-20', { reason: '重新办理', again: ['002'] }],
      ...again('2026-04-01', promisedBy('2026-12-31')),
    ])
    expect(await said(store, '2026-05-01')).toBe('1 0 0')
    expect(await said(store, '2027-01-01', '2026-12-31')).toBe('1 0 0')
    expect(await said(store, '2027-01-01')).toBe('1 0 1')
  })

  test('is none that was shown with evidence, and is one again where the evidence is returned', async () => {
    const store = await open()
    await seatMotions(store)
    const [show] = carriedOut('2026-03-14')
    const number = await play(store, [
      ...[...given('2026-01-20'), ...answered('2026-03-10', promisedBy('2026-03-15'))],
      ...(show ? [show] : []),
    ])
    expect(await said(store, '2026-03-20')).toBe('1 0 0')
    await goOn(store, number, [['returnEvidence', signers.lichen, '2026-03-21', { reason: '佐证不足' }]])
    expect(await said(store, '2026-03-22')).toBe('1 0 1')
    await goOn(store, number, carriedOut('2026-03-25'))
    expect(await said(store, '2026-03-26')).toBe('1 1 0')
  })
})

/** Of all organs: how many claimed or promised, carried out, and past its day. */
async function said(store: Store, through: string, asOf = through): Promise<string> {
  const asked = { session: congress, through, asOf }
  const read = await readAsked(store.reader, suggestionsAndProposals, asked, at('2027-02-01'))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const table = (await drawHere(store, read.ok, null)).report.tables.find(({ id }) => id === 'promises')
  const sum = (column: string) => {
    const place = table?.columns.findIndex(({ id }) => id === column) ?? -1
    return table?.rows.reduce((total, row) => total + Number(row[place]), 0)
  }
  return ['claimed', 'carried_out', 'past_due'].map(sum).join(' ')
}
