import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { readCut } from '../../src/reports/cut.ts'
import { draw } from '../../src/reports/draw.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { renderText } from '../../src/reports/formats.ts'
import { metrics } from '../../src/reports/metrics.ts'
import type { Report } from '../../src/reports/report.ts'
import type { RestatedList } from '../../src/reports/restated_list.ts'
import { district } from '../../src/reports/scope.ts'
import { drawingOf } from '../../src/tasks/report.ts'
import { restated } from '../../src/tasks/restated.ts'
import { onBoth } from '../support/db.ts'
import { at } from './district.ts'
import { afterwards, bigLog } from './restated_log.ts'

const [then, now] = [at('2026-05-06'), at('2026-12-01')]
const months = ['2026-02', '2026-03']

onBoth('a log of 50,000 events', open => {
  test('prints the frozen months again byte for byte, and restates them by exactly the listed cases', async () => {
    const store = await open()
    expect(await bigLog(store, 50_000)).toBeGreaterThan(50_000)
    const frozen = await print(store, then)
    const deeds = await afterwards(store)
    expect(await print(store, then)).toEqual(frozen)
    const known = await print(store, now)
    const found: Record<string, Set<string>> = {}
    for (const month of months) {
      const list = await listOf(store, month)
      const listed = changesIn(list)
      expect(listed, month).toEqual(await changesBetween(store, month))
      const [was, is] = [figuresIn(frozen[month]?.json), figuresIn(known[month]?.json)]
      for (const [side, n] of Object.entries(is))
        expect(n - (was[side] ?? 0), `${month} ${side}`).toBe(sumOf(listed[side] ?? {}))
      for (const { number, why } of list.lines) (found[why] ??= new Set()).add(number)
    }
    expect(Object.fromEntries(Object.entries(found).map(([why, numbers]) => [why, [...numbers].sort()]))).toEqual({
      reopened: deeds.reopened,
      corrected: deeds.redated,
      linked: deeds.linked,
      reclassified: deeds.recast,
      recordedLate: deeds.late,
    })
    expect(Object.values(deeds).map(numbers => numbers.length)).toEqual([12, 12, 9, 5, 8, 6, 3])
  }, 240_000)
})

type Printed = Record<string, { json: string; csv: string }>

/** Every month as known at the instant, as JSON and as CSV. */
async function print(store: Store, asOf: string): Promise<Printed> {
  const printed: Printed = {}
  for (const month of months) {
    const asked = { slug: 'monthly-closure', lang: 'zh', asked: { month, asOf } } as const
    const read = await drawingOf(store, now, asked)
    if ('problem' in read) throw new Error(read.problem)
    const { report } = await draw(store, read.ok)
    printed[month] = { json: renderText(report, 'json', 'zh'), csv: renderText(report, 'csv', 'zh') }
  }
  return printed
}

/** Both sides of every figure, as the report prints it. */
function figuresIn(json = ''): Record<string, number> {
  const { metrics }: Report = JSON.parse(json)
  return Object.fromEntries(
    metrics.flatMap(({ id, numerator, denominator }): [string, number][] => [
      [`${id}.numerator`, numerator],
      ...(denominator === null ? [] : [[`${id}.denominator`, denominator] satisfies [string, number]]),
    ]),
  )
}

async function listOf(store: Store, month: string): Promise<RestatedList> {
  const drawn = await restated(store, now, { asked: { month, asOf: then }, lang: 'zh', format: 'json' })
  if ('problem' in drawn) throw new Error(drawn.problem)
  return JSON.parse(drawn.ok)
}

/** By side and case, so many more or fewer. */
type Changes = Record<string, Record<string, number>>

function changesIn({ lines }: RestatedList): Changes {
  const all: Changes = {}
  for (const { number, changes } of lines)
    for (const { sides, n } of changes) for (const side of sides) add((all[side] ??= {}), number, n)
  return settled(all)
}

/** The same from the two lists of every figure, asked of the database. */
async function changesBetween(store: Store, month: string): Promise<Changes> {
  const all: Changes = {}
  for (const [asOf, sign] of [
    [then, -1],
    [now, 1],
  ] as const) {
    const cut = readCut({ month, asOf }, now)
    if ('errors' in cut) throw new Error(month)
    const question = questionOf({ cut: cut.ok, scope: district, procedure: null })
    for (const metric of metrics)
      for (const side of ['numerator', 'denominator'] as const) {
        const rows = metric[side]?.(store.reader, question)
        if (!rows) continue
        const cases = await store.reader
          .selectFrom(rows.as('c'))
          .select(eb => ['c.case_number', eb.fn.sum<number>('c.n').as('n')])
          .groupBy('c.case_number')
          .execute()
        for (const { case_number, n } of cases) add((all[`${metric.id}.${side}`] ??= {}), case_number, sign * Number(n))
      }
  }
  return settled(all)
}

function add(sums: Record<string, number>, number: string, n: number): void {
  sums[number] = (sums[number] ?? 0) + n
}

/** Without what comes to nothing. */
const settled = (all: Changes): Changes =>
  Object.fromEntries(
    Object.entries(all).flatMap(([side, sums]) => {
      const left = Object.entries(sums).filter(([, n]) => n !== 0)
      return left.length > 0 ? [[side, Object.fromEntries(left)]] : []
    }),
  )

const sumOf = (sums: Record<string, number>) => Object.values(sums).reduce((so, n) => so + n, 0)
