import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { readAsked } from '../../src/reports/read.ts'
import { suggestionsAndProposals } from '../../src/reports/suggestions_and_proposals.ts'
import { again, answered, congress, filed, given, goOn, play, rated, servedOn } from '../progress/batch.ts'
import { onBoth } from '../support/db.ts'
import { motionOf, openParts, reference, solved } from '../support/motions.ts'
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

  test('is nobody’s once it was taken back, and that of whoever has it when its own time runs out', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, given('2026-01-20'))
    expect(await said(store, '2026-04-22')).toBe('filed 1, answered 0, overdue 1')
    const back = (await openParts(motionOf(store, number), 'sole', 'lead'))[0] ?? ''
    await motionOf(store, number).does('takeBack', signers.lichen, '2026-04-25', { reason: '改交' }, { part: back })
    expect(await said(store, '2026-04-26')).toBe('filed 1, answered 0, overdue 0')
    await goOn(store, number, [['handOver', signers.lichen, '2026-04-27', { organ: 'police' }]])
    expect(await said(store, '2026-05-10')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-07-27')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-07-28')).toBe('filed 1, answered 0, overdue 1')
  })

  test('is that of the term since, where the organ that was late is given it again', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, given('2026-01-20'))
    const back = (await openParts(motionOf(store, number), 'sole', 'lead'))[0] ?? ''
    await motionOf(store, number).does('takeBack', signers.lichen, '2026-04-25', { reason: '改交' }, { part: back })
    await goOn(store, number, [['handOver', signers.lichen, '2026-04-27', { organ: 'housing' }]])
    expect(await said(store, '2026-07-27')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-07-28')).toBe('filed 1, answered 0, overdue 1')
    await goOn(store, number, [
      ...[...answered('2026-07-20', reference), servedOn('2026-07-21'), rated('2026-07-22', 'dissatisfied')],
      ['orderRedo', signers.lichen, '2026-07-24', { reason: '重新办理', again: ['003'] }],
    ])
    expect(await said(store, '2026-07-28')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-08-25')).toBe('filed 1, answered 0, overdue 1')
  })

  test('is no round that was answered late, when the one after it was met', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...[...redone, ...again('2026-05-20', reference), servedOn('2026-05-21'), rated('2026-05-22', 'dissatisfied')],
      ['orderRedo', signers.lichen, '2026-06-01', { reason: '重新办理', again: ['002'] }],
      ...[...again('2026-06-10', reference), servedOn('2026-06-11'), rated('2026-06-12', 'dissatisfied')],
      ['orderRedo', signers.lichen, '2026-06-15', { reason: '重新办理', again: ['002'] }],
    ])
    expect(await said(store, '2026-07-02')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-07-16')).toBe('filed 1, answered 0, overdue 1')
  })

  test('is none of which the day is still to come, however far the report goes', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, given('2026-01-20'))
    expect(await said(store, '2026-06-30', '2026-04-20')).toBe('filed 1, answered 0, overdue 0')
    expect(await said(store, '2026-06-30', '2026-04-21')).toBe('filed 1, answered 0, overdue 1')
  })
})

async function said(store: Store, day: string, asOf = day): Promise<string> {
  const asked = { session: congress, through: day, asOf }
  const read = await readAsked(store.reader, suggestionsAndProposals, asked, at('2026-12-01'))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const { metrics } = (await drawHere(store, read.ok, null)).report
  const of = (id: string) => metrics.find(metric => metric.id === id)?.numerator
  return `filed ${of('filed')}, answered ${of('answer_rate')}, overdue ${of('overdue')}`
}
