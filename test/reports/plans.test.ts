import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { readCut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { casesOf, figureQuery } from '../../src/reports/figures.ts'
import type { Metric } from '../../src/reports/metric.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { sessionMetrics } from '../../src/reports/session_metrics.ts'
import { hiddenLater, recordedLater } from '../../src/reports/restated_cases.ts'
import type { Question } from '../../src/reports/rows.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

onBoth('every figure', (open, database) => {
  test('is read from an index, never from a whole table', async () => {
    const store = await open()
    for (const [id, plan] of await plansOf(store, asked())) {
      const scans = plan.split('\n').filter(line => /\b(SCAN|Seq Scan on) (facts|events|cases|f|r)\b/.test(line))
      if (database === 'sqlite') expect(scans, `${id}: ${plan}`).toEqual([])
      else expect(plan, id).toMatch(/facts_(counted|happened)/)
    }
  })

  test('is told to read differently now from an index of what was recorded later than its month', async () => {
    const store = await open()
    const [db, ...since] = [store.reader, '2026-05-06T01:00:00.000Z', '2026-12-01T00:00:00.000Z', '2026-04-30'] as const
    for (const query of [recordedLater(db, ...since), hiddenLater(db, cast.lincheng, ...since)]) {
      const plan = (await store.dialect.explain(store.reader, query)).join('\n')
      const range =
        database === 'sqlite' ? /INDEX facts_restating \(recorded_at>\? AND recorded_at<\?\)/ : /facts_restating/
      expect(plan).toMatch(range)
    }
  })

  test('of one organ is read from what that organ did', async () => {
    const store = await open()
    for (const [id, plan] of await plansOf(store, { ...asked(), organ: 'housing' }))
      expect(plan, id).toContain('facts_of_organ')
  })

  test('of a session is read from the lines of that session', async () => {
    const store = await open()
    const question = { ...asked(), session: 'congress-18-5' }
    for (const [id, plan] of await plansOf(store, question, sessionMetrics)) {
      if (database === 'sqlite') expect(plan, id).not.toMatch(/\bSCAN (facts|events|cases|[frol])\b/)
      if (database === 'sqlite') expect(plan, id).toContain('facts_of_session')
      expect(plan, id).toMatch(/facts_(of_session|counted|happened)/)
    }
  })
})

function asked(): Question {
  const read = readCut({ month: '2026-04' }, '2026-05-01T00:00:00.000Z')
  if ('errors' in read) throw new Error()
  return questionOf({ cut: read.ok, scope: { kind: 'district' }, procedure: null })
}

async function plansOf(
  { dialect, reader }: Store,
  question: Question,
  asked: readonly Metric[] = metrics,
): Promise<[id: string, plan: string][]> {
  const plans: [string, string][] = []
  for (const { id, numerator, denominator, districtOnly } of asked) {
    if (question.organ !== null && districtOnly) continue
    for (const side of [numerator, denominator]) {
      if (!side) continue
      const rows = side(reader, question)
      for (const query of [figureQuery(reader, rows), casesOf(reader, rows)])
        plans.push([id, (await dialect.explain(reader, query)).join('\n')])
    }
  }
  return plans
}
