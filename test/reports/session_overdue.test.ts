import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { readAsked } from '../../src/reports/read.ts'
import { suggestionsAndProposals } from '../../src/reports/suggestions_and_proposals.ts'
import { again, answered, congress, filed, given, play, rated, servedOn } from '../progress/batch.ts'
import { onBoth } from '../support/db.ts'
import { reference, solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'

/** Due on the 20th of April and answered on the 10th; the redo ordered on the 13th is due on the 13th of May. */
const redone: Parameters<typeof play>[1] = [
  ...given('2026-01-20'),
  ...answered('2026-04-10', reference),
  servedOn('2026-04-11'),
  rated('2026-04-12', 'dissatisfied'),
  ['orderRedo', signers.lichen, '2026-04-13', { reason: '重新办理', again: ['002'] }],
]

onBoth('what is overdue in a session', open => {
  test('is no redo within its own time, though the first deadline is past: that one was met', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, redone)
    expect(await said(store, '2026-04-22')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-05-13')).toBe('filed 1, answered 0, overdue 0')
  })

  test('is a redo whose own time ran out, until it is answered', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [...redone, ...again('2026-05-20', solved)])
    expect(await said(store, '2026-05-14')).toBe('filed 1, answered 0, overdue 1')
    expect(await said(store, '2026-05-20')).toBe('filed 1, answered 1, overdue 0')
  })

  test('is a first answer that did not come in time, and its redo only when that is late as well', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...given('2026-01-20'),
      ...answered('2026-05-06', reference),
      servedOn('2026-05-07'),
      rated('2026-05-08', 'dissatisfied'),
      ['orderRedo', signers.lichen, '2026-05-11', { reason: '重新办理', again: ['002'] }],
    ])
    expect(await said(store, '2026-04-20')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-04-21')).toBe('filed 1, answered 0, overdue 1')
    expect(await said(store, '2026-05-06')).toBe('filed 1, answered 1, overdue 0')
    expect(await said(store, '2026-05-12')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-06-12')).toBe('filed 1, answered 0, overdue 1')
  })

  test('is a matter of several organs while one of them is late', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...filed,
      ['handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'police'] }],
      ...answered('2026-04-10', reference),
    ])
    expect(await said(store, '2026-04-20')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-04-21')).toBe('filed 1, answered 0, overdue 1')
  })
})

async function said(store: Store, day: string): Promise<string> {
  const asked = { session: congress, through: day, asOf: day }
  const read = await readAsked(store.reader, suggestionsAndProposals, asked, at('2026-12-01'))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const { metrics } = (await drawHere(store, read.ok, null)).report
  const of = (id: string) => metrics.find(metric => metric.id === id)?.numerator
  return `filed ${of('filed')}, answered ${of('answer_rate')}, overdue ${of('overdue')}`
}
