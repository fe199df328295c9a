import { expect, test } from 'vitest'
import { casesOf, sumsQuery } from '../../src/progress/figures.ts'
import { measureIds } from '../../src/progress/measures.ts'
import { partSums } from '../../src/cases/batch_ranking.ts'
import { placesRemaining } from '../../src/progress/remaining.ts'
import { onBoth } from '../support/db.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { batchAt } from './batch.ts'

onBoth('every figure of a batch', (open, database) => {
  test('is read from the lines of its session by index, never from a whole table', async () => {
    const store = await open()
    await seatMotions(store)
    const batch = await batchAt(store, '2026-03-01')
    const after = { key: '12026-03-01', number: 'JY1' }
    const queries = [
      sumsQuery(store.reader, batch),
      partSums(store.reader, batch),
      ...measureIds.flatMap(id => [
        casesOf(store.reader, batch, id, 'there'),
        casesOf(store.reader, batch, id, 'missing'),
      ]),
      placesRemaining(store.reader, batch, 'remaining', after, 51),
      placesRemaining(store.reader, batch, 'promises', undefined, 51),
    ]
    for (const query of queries) {
      const plan = (await store.dialect.explain(store.reader, query)).join('\n')
      if (database === 'sqlite') expect(plan).not.toMatch(/\bSCAN (facts|events|cases)\b/)
      if (database === 'sqlite') expect(plan).toContain('facts_of_session')
      expect(plan).toMatch(/facts_(of_session|counted|happened)/)
    }
  })
})
