import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { list } from '../../src/reports/draw.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import type { Drawing } from '../../src/reports/drawing.ts'
import { isAllVisible } from '../../src/accounts/visible.ts'
import { casesOf, figureOf } from '../../src/reports/figures.ts'
import type { Side } from '../../src/reports/figures.ts'
import type { Listable } from '../../src/reports/missing.ts'
import type { Metric } from '../../src/reports/metric.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { monthlyClosure } from '../../src/reports/monthly_closure.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { cast } from '../support/cast.ts'
import { onBothSound } from '../support/sound.ts'
import { anyCut, at, lived } from './district.ts'

const months = ['2026-01', '2026-03']
const instants = ['2026-02-18T05:30:00.000Z', '2026-11-30']

onBothSound('the list of a figure, turned a few cases at a time', seated => {
  test('holds the cases the figure counts and no other, for whoever may see them all', async () => {
    const store = await seated()
    await lived(store, 17)
    await settleFigures(store, at('2026-11-20'))
    for (const month of months)
      for (const asOf of instants)
        for (const procedure of asOf === instants[1] ? [null, 'petition'] : [null])
          for (const metric of metrics) {
            const drawing = drawingOf(month, asOf, procedure)
            await expectListed(store, drawing, metric, 'numerator')
            await expectListed(store, drawing, metric, 'denominator')
            await expectMissing(store, drawing, metric)
          }
  })
})

async function expectListed(store: Store, drawing: Drawing, metric: Metric, side: Side): Promise<void> {
  const question = questionOf(drawing)
  const rows = metric[side]?.(store.reader, question)
  const told = `${metric.id} ${side} ${drawing.cut.period} ${drawing.cut.asOf} ${drawing.procedure}`
  if (!rows) {
    expect(await list(store, drawing, cast.chenjing, { metric: metric.id, side, after: '', limit: 3 })).toBeUndefined()
    return
  }
  const counted = (await casesOf(store.reader, rows).execute()).map(row => row.case_number).sort()
  for (const actor of [cast.chenjing, cast.lincheng]) {
    const isOpen = await isAllVisible(store.reader, casesOf(store.reader, rows), actor)
    const listed = await turned(store, drawing, metric, side, actor)
    expect(listed?.numbers, told).toEqual(isOpen ? counted : undefined)
    if (isOpen) expect(listed?.count, told).toBe((await figureOf(store.reader, metric, question))[side])
  }
}

/** What is missing is in the denominator’s list and not in the numerator’s, and as many as the figure lacks. */
async function expectMissing(store: Store, drawing: Drawing, metric: Metric): Promise<void> {
  const missing = await turned(store, drawing, metric, 'missing')
  if (!missing) return
  const whole = await turned(store, drawing, metric, 'denominator')
  const part = await turned(store, drawing, metric, 'numerator')
  expect(missing.numbers).toEqual(whole?.numbers.filter(number => !part?.numbers.includes(number)))
  expect(missing.count).toBe(missing.numbers.length)
}

async function turned(store: Store, drawing: Drawing, { id }: Metric, side: Listable, actor = cast.chenjing) {
  const numbers: string[] = []
  for (;;) {
    const page = { metric: id, side, after: numbers.at(-1) ?? '', limit: 3 }
    const listing = await list(store, drawing, actor, page)
    if (!listing) return undefined
    numbers.push(...listing.numbers)
    if (listing.numbers.length < 3) return { count: listing.count, numbers }
  }
}

function drawingOf(month: string, asOf: string, procedure: string | null): Drawing {
  return { kind: monthlyClosure, cut: anyCut(month, asOf), scope: { kind: 'district' }, procedure }
}
