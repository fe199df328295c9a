import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays, addMonths, endOfDay } from '../../src/law/day.ts'
import { wholeMonth } from '../../src/reports/cut.ts'
import { figureOf } from '../../src/reports/figures.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { monthlyClosure } from '../../src/reports/monthly_closure.ts'
import { restatementsIn } from '../../src/reports/restated.ts'
import type { Restatement } from '../../src/reports/restated.ts'
import { district } from '../../src/reports/scope.ts'
import { cast } from '../support/cast.ts'
import { onBothSound } from '../support/sound.ts'
import { pick, randomFrom, walk } from '../support/walk.ts'
import type { Random } from '../support/walk.ts'
import { at } from './district.ts'

const months = ['2026-01', '2026-02', '2026-03']

onBothSound('a district at work', seated => {
  test.each([7, 11])('the list is the difference of two reports, whatever was done between (seed %i)', async seed => {
    const store = await seated()
    const { numbers, now } = await walk(store, { seed, cases: 10, steps: 240, from: '2026-01-05T01:00:00.000Z' })
    // Ordinary answers after the month restate nothing: whatever does is one of the acts that are named.
    const lived: Restatement[] = []
    for (const month of months)
      for (const asOf of instantsOf(month)) lived.push(...(await expectDifference(store, month, asOf, now)))
    expect(lived.filter(({ reason }) => reason.why === 'otherwise')).toEqual([])
    const random = randomFrom(seed)
    for (let i = 0; i < 60; i++) await putRight(store, random, pick(random, numbers) ?? '')
    const righted: Restatement[] = []
    for (const month of months)
      for (const asOf of instantsOf(month))
        righted.push(...(await expectDifference(store, month, asOf, at('2026-12-02'))))
    expect(new Set(righted.map(({ reason }) => reason.why))).toContain('corrected')
  })
})

/** In the middle of the month, at its end, and when it was closed. */
const instantsOf = (month: string) => [
  `${month}-15T04:00:00.000Z`,
  endOfDay(lastDay(month)),
  at(addDays(lastDay(month), 3)),
]
const lastDay = (month: string) => addDays(addMonths(`${month}-01`, 1), -1)

async function expectDifference(store: Store, month: string, asOf: string, against: string): Promise<Restatement[]> {
  const drawing = { kind: monthlyClosure, cut: wholeMonth(month, asOf), scope: district, procedure: null }
  const listed = await restatementsIn(store.reader, null, { drawing, against })
  const [was, is] = [questionOf(drawing), questionOf({ ...drawing, cut: wholeMonth(month, against) })]
  for (const metric of metrics) {
    const [then, now] = [await figureOf(store.reader, metric, was), await figureOf(store.reader, metric, is)]
    for (const side of ['numerator', 'denominator'] as const) {
      const cohort = metric[side]?.cohort
      const sum = listed.reduce((so, { changes }) => so + ((cohort && changes.get(cohort)) ?? 0), 0)
      expect(sum, `${month} ${asOf} ${metric.id} ${side}`).toBe((now[side] ?? 0) - (then[side] ?? 0))
    }
  }
  return asOf >= endOfDay(lastDay(month)) ? listed : []
}

/** Some step of a case on some other day, or the case of another kind; most of it cannot be, and is refused. */
async function putRight(store: Store, random: Random, number: string): Promise<void> {
  const view = await findCase(store.db, system, number)
  const [act, done] = pick(random, Object.entries(view?.data.did ?? {})) ?? []
  if (!view || !act || !done) return
  const day = addDays(done.on, Math.floor(random() * 9) - 4)
  const right = { act: 'correct', input: { act, day, reason: '登记有误', ...(random() < 0.2 && { heads: 7 }) } }
  const kind = view.row.kind === 'accusation' ? { kind: 'appeal', route: '6' } : { kind: 'accusation' }
  const other = { act: 'reclassify', input: { ...kind, reason: '分类有误' } }
  const asked = random() < 0.1 ? other : right
  await perform(store, { on: { number }, actor: cast.chenjing, now: at('2026-12-01'), ...asked })
}
