import { expect, test } from 'vitest'
import { readCut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { casesOf, figureQuery } from '../../src/reports/figures.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { recordedLater } from '../../src/reports/restated_cases.ts'
import { onBoth } from '../support/db.ts'

onBoth('every figure', (open, database) => {
  test('is read from an index, never from a whole table', async () => {
    const store = await open()
    const read = readCut({ month: '2026-04' }, '2026-05-01T00:00:00.000Z')
    if ('errors' in read) throw new Error()
    const question = questionOf({ cut: read.ok, scope: { kind: 'district' }, procedure: null })
    for (const metric of metrics) {
      for (const rows of [metric.numerator(store.reader, question), metric.denominator?.(store.reader, question)]) {
        if (!rows) continue
        for (const query of [figureQuery(store.reader, rows), casesOf(store.reader, rows)]) {
          const plan = await store.dialect.explain(store.reader, query)
          const scans = plan.filter(line => /\b(SCAN|Seq Scan on) (facts|events|cases|f|r)\b/.test(line))
          if (database === 'sqlite') expect(scans, `${metric.id}: ${plan.join('\n')}`).toEqual([])
          else expect(plan.join('\n'), metric.id).toMatch(/facts_(counted|happened)/)
        }
      }
    }
  })

  test('is told to read differently now from an index of what was recorded later than its month', async () => {
    const store = await open()
    const query = recordedLater(store.reader, '2026-05-06T01:00:00.000Z', '2026-12-01T00:00:00.000Z', '2026-04-30')
    const plan = (await store.dialect.explain(store.reader, query)).join('\n')
    const range =
      database === 'sqlite' ? /INDEX facts_restating \(recorded_at>\? AND recorded_at<\?\)/ : /facts_restating/
    expect(plan).toMatch(range)
  })
})
