import { expect, test } from 'vitest'
import { dayOf, endOfDay } from '../../src/law/day.ts'
import { ofTheMatter } from '../../src/cases/milestones.ts'
import { viewsAsOf } from '../../src/progress/as_of.ts'
import { onBoth } from '../support/db.ts'
import { solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { viewOf } from '../support/road.ts'
import { again, answered, given, play, rated, said, servedOn } from './batch.ts'

onBoth('a case as of an instant', open => {
  test('is today the case as it is, with the rules of its session', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, [...given('2026-01-20', ['police'])])
    const [view] = await viewsAsOf(store.reader, [number, 'absent'], '2026-05-01T00:00:00.000Z')
    const now = await viewOf(store, { number })
    expect(view).toEqual(now)
    expect(view?.rules['classes']).toContain('"A"')
  })

  test('is on every day what the batch’s lines say of it', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, [
      ...given('2026-01-20'),
      ...answered('2026-02-10', solved),
      servedOn('2026-02-11'),
      rated('2026-02-12', 'dissatisfied'),
      ['orderRedo', signers.lichen, '2026-02-13', { reason: '重新办理', again: ['002'] }],
      ...again('2026-03-02', solved),
    ])
    const bars = ['filed', 'handedOver', 'received', 'contacted', 'answered', 'onTime', 'rated', 'closed'] as const
    const events = await store.reader.selectFrom('events').select('recorded_at').orderBy('recorded_at').execute()
    const days = new Set(events.map(({ recorded_at }) => dayOf(recorded_at)).filter(day => day >= '2026-01-15'))
    expect(days.size).toBeGreaterThan(6)
    for (const day of days) {
      const [view] = await viewsAsOf(store.reader, [number], endOfDay(day))
      const reached = view && view.row.drafted === 0 ? ofTheMatter(view) : []
      expect(bars.map(name => Number(reached.includes(name))).join(' '), day).toBe(await said(store, day, ...bars))
    }
  })

  test('is left out before it was there', async () => {
    const store = await open()
    await seatMotions(store)
    const number = await play(store, given('2026-01-20'))
    expect(await viewsAsOf(store.reader, [number], endOfDay('2026-01-07'))).toEqual([])
  })
})
