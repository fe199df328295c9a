import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { addDays } from '../../src/law/day.ts'
import { readCut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { casesOf, figureOf } from '../../src/reports/figures.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { cast } from '../support/cast.ts'
import { onBothSound } from '../support/sound.ts'
import { pick, randomFrom, walk } from '../support/walk.ts'
import type { Random } from '../support/walk.ts'
import { at } from './district.ts'

onBothSound('a district at work, put right here and there', seated => {
  test.each([7, 8])('balances, and every figure is as long as its list (seed %i)', async seed => {
    const store = await seated()
    const { numbers } = await walk(store, { seed, cases: 10, steps: 220, from: '2026-01-05T01:00:00.000Z' })
    const random = randomFrom(seed)
    let corrected = 0
    for (let i = 0; i < 60; i++) corrected += await putRight(store, random, pick(random, numbers) ?? '')
    expect(corrected).toBeGreaterThan(5)
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']) await expectWhole(store, month)
  })
})

/** Some step of a case on some other day, or the case of another kind; most of it cannot be, and is refused. */
async function putRight(store: Store, random: Random, number: string): Promise<number> {
  const view = await findCase(store.db, system, number)
  const [act, done] = pick(random, Object.entries(view?.data.did ?? {})) ?? []
  if (!view || !act || !done) return 0
  const day = addDays(done.on, Math.floor(random() * 9) - 4)
  const right = { act: 'correct', input: { act, day, reason: '登记有误', ...(random() < 0.2 && { heads: 7 }) } }
  const kind = view.row.kind === 'accusation' ? { kind: 'appeal', route: '6' } : { kind: 'accusation' }
  const other = { act: 'reclassify', input: { ...kind, reason: '分类有误' } }
  const asked = random() < 0.1 ? other : right
  const outcome = await perform(store, { on: { number }, actor: cast.chenjing, now: at('2026-12-01'), ...asked })
  return outcome.outcome === 'done' ? 1 : 0
}

async function expectWhole(store: Store, month: string): Promise<void> {
  const cut = readCut({ month }, at('2026-12-02'))
  if ('errors' in cut) throw new Error(JSON.stringify(cut.errors))
  const question = questionOf({ cut: cut.ok, scope: { kind: 'district' }, procedure: null })
  const counted = new Map<string, number>()
  for (const metric of metrics) {
    const figure = await figureOf(store.reader, metric, question)
    counted.set(metric.id, figure.numerator)
    for (const side of ['numerator', 'denominator'] as const) {
      const rows = metric[side]?.(store.reader, question)
      if (rows && metric.unit !== '人次')
        expect(await casesOf(store.reader, rows).execute(), `${month} ${metric.id}`).toHaveLength(figure[side] ?? -1)
    }
  }
  const sum = (...ids: string[]) => ids.reduce((so, id) => so + (counted.get(id) ?? 0), 0)
  expect(sum('carried_over', 'received', 'reopened'), month).toBe(sum('answered', 'ended_otherwise', 'open'))
}
