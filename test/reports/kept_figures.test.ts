import { expect, test } from 'vitest'
import { attempt, inTransaction } from '../../src/cases/perform.ts'
import { isAllVisible } from '../../src/accounts/visible.ts'
import type { Performance } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { endOfDay } from '../../src/law/day.ts'
import { readCut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { brokenDown } from '../../src/reports/counted_through.ts'
import { casesOf } from '../../src/reports/figures.ts'
import { figuresFor, figuresInLines } from '../../src/reports/kept_figures.ts'
import type { Figures } from '../../src/reports/kept_figures.ts'
import { listsFor } from '../../src/reports/lists.ts'
import { metricNamed, metrics } from '../../src/reports/metrics.ts'
import { monthlyClosure } from '../../src/reports/monthly_closure.ts'
import type { Question } from '../../src/reports/rows.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { verify } from '../../src/tasks/verify.ts'
import { cast } from '../support/cast.ts'
import { expectSound, onBothSound } from '../support/sound.ts'
import { at, done, lived, petition } from './district.ts'

const months = ['2026-01', '2026-02', '2026-03', '2026-04']
const instants = ['2026-01-31', '2026-02-18T05:30:00.000Z', '2026-03-09T23:59:59.999Z', '2026-11-30']

onBothSound('figures kept day by day', seated => {
  test('are those of the lines through any day, settled or not, as known at any instant', async () => {
    const store = await seated()
    await lived(store, 11)
    await expectSame(store)
    expect(await settleFigures(store, '2026-02-18T08:00:00.000Z')).toBeGreaterThan(5)
    await expectSame(store)
    await expectSameThrough(store)
    while ((await settleFigures(store, at('2026-11-20'), 20)) > 0);
    await expectSame(store)
    await expectSameThrough(store)
    await expectSound(store)
  })

  test('become one when the day is over', async () => {
    const store = await seated()
    await file(store, 'K1', '2026-04-01T01:10:00.000Z')
    expect(await settleFigures(store, '2026-04-01T05:00:00.000Z')).toBe(1)
    await file(store, 'K2', '2026-04-01T04:10:00.000Z')
    expect(await settleFigures(store, '2026-04-01T08:00:00.000Z')).toBe(1)
    expect(await periods(store)).toEqual(['2026-04-01T03', '2026-04-01T06'])
    await file(store, 'K3', '2026-04-03T01:10:00.000Z')
    expect(await settleFigures(store, '2026-04-05T05:00:00.000Z')).toBe(1)
    expect(await periods(store)).toEqual(['2026-04-01T15', '2026-04-03T15'])
    await expectSame(store)
    await file(store, 'K4', '2026-04-02T01:10:00.000Z')
    expect(await periods(store)).toEqual(['2026-04-01T15'])
    await expectSame(store)
  })

  test('are kept once, however many keep them at a time', async () => {
    const store = await seated()
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-07', '2026-04-08', '2026-04-09']) {
      await file(store, `K${day}`, `${day}T01:10:00.000Z`)
      const hours = ['04', '05', '06', '07', '08', '09']
      await Promise.all(hours.map(hour => settleFigures(store, `${day}T${hour}:30:00.000Z`)))
    }
    await expectSameOf(store, asked('2026-04', '2026-11-30'))
  })

  test('leave out what somebody writes still, until it is written', async () => {
    const store = await seated()
    await file(store, 'K1', '2090-04-03T01:10:00.000Z')
    const settle = () => settleFigures(store, '2090-04-03T05:00:00.000Z')
    await inTransaction(store, async trx => {
      expect(await attempt(store, trx, filing('K2', '2090-04-03T01:20:00.000Z'))).toMatchObject({ outcome: 'done' })
      // Whoever writes to SQLite writes alone, and waits for this to end.
      if (store.dialect.name === 'postgres') expect(await settle()).toBe(0)
    })
    expect(await settle()).toBe(1)
  })

  test('are found out when someone changed them, and dropped by a rebuild', async () => {
    const store = await seated()
    await petition(store, 'K1', { filed: '2026-04-01' })
    await petition(store, 'K2', { filed: '2026-04-02' })
    await settleFigures(store, '2026-05-01T00:00:00.000Z')
    await store.db
      .updateTable('figure_sums')
      .set({ n: 7 })
      .where('cohort', '=', 'received')
      .where('period', '=', '2026-04-02T15')
      .execute()
    const said: string[] = []
    await verify(store, what => said.push(what))
    expect(said).toEqual([expect.stringContaining('2026-04-02T15: the figures kept')])
    const found: unknown[] = []
    await rebuild(store, difference => found.push(difference))
    expect(found).toEqual([{ number: '2026-04-02T15', tables: ['figure_sums'] }])
    expect(await periods(store)).toEqual(['2026-04-01T15'])
    await settleFigures(store, '2026-05-01T00:00:00.000Z')
    await expectSame(store)
  })

  test('are dropped where a cohort meant something else when they were kept', async () => {
    const store = await seated()
    await petition(store, 'K1', { filed: '2026-04-01' })
    await settleFigures(store, '2026-05-01T00:00:00.000Z')
    await store.db.updateTable('figure_sums').set({ n: 7 }).execute()
    await store.db.updateTable('figure_periods').set({ edition: 'another' }).execute()
    await expectSame(store)
    expect(await settleFigures(store, '2026-05-01T00:00:00.000Z')).toBe(1)
    await expectSame(store)
  })

  test('lead to the lists in which nothing is hidden, for every reader', async () => {
    const store = await seated()
    await lived(store, 13)
    for (const month of months)
      for (const asOf of instants) {
        const question = asked(month, asOf)
        const drawing = {
          kind: monthlyClosure,
          cut: question.cut,
          scope: { kind: 'district' as const },
          procedure: null,
        }
        const all = await figuresFor(store.reader, question)
        const figures = []
        for (const metric of metrics)
          figures.push({
            ...metric,
            unit: metric.unit ?? ('件次' as const),
            ...(await all.figure(metric, question.cut)),
          })
        for (const actor of [cast.liming, cast.lincheng, cast.chenjing, cast.tangtong]) {
          const lists = await listsFor(store.reader, actor, drawing, figures)
          for (const metric of metrics) {
            const rows = metric.numerator(store.reader, question)
            const counts = figures.find(({ id }) => id === metric.id)?.numerator ?? 0
            const isOpen = counts > 0 && (await isAllVisible(store.reader, casesOf(store.reader, rows), actor))
            expect(lists[metric.id]?.includes('numerator'), `${month} ${asOf} ${metric.id} ${actor.id}`).toBe(isOpen)
          }
        }
      }
  })
})

const file = (store: Store, number: string, now: string): Promise<void> => done(store, filing(number, now))

function filing(number: string, now: string): Performance {
  const on = { procedure: 'petition', channel: 'letter', number }
  const input = { kind: 'appeal', title: '来信', body: '内容', petitioner: '王芳' }
  return { on, act: 'submit', actor: cast.liming, now, input }
}

async function expectSame(store: Store): Promise<void> {
  for (const month of months)
    for (const asOf of instants)
      await expectSameOf(store, { ...asked(month, asOf), procedure: asOf === instants[1] ? 'petition' : null })
}

async function expectSameThrough(store: Store): Promise<void> {
  const days = ['2026-01-01', '2026-01-18', '2026-02-07', '2026-03-09', '2026-04-20']
  for (const day of days) await expectSameOf(store, asked(day.slice(0, 7), '2026-11-30', day))
  await expectSameOf(store, asked('2026-03', '2026-03-09T23:59:59.999Z', '2026-03-05'))
  await expectSameOf(store, asked('2026-02', '2026-11-30', '2026-03-20'))
  for (const through of ['2026-03-09', '2026-12-31']) await expectSameOf(store, askedOfYear('2026', through))
}

async function expectSameOf(store: Store, question: Question): Promise<void> {
  const kept = await told(await figuresFor(store.reader, question), question)
  const { period, through, asOf } = question.cut
  const counted = await told(figuresInLines(store.reader, question), question)
  expect(kept, `${period} through ${through} as of ${asOf}`).toEqual(counted)
}

async function told(all: Figures, { cut }: Question) {
  const figures: Record<string, unknown> = {}
  const holders = (await all.holders()).toSorted((a, b) => (a.organ < b.organ ? -1 : 1))
  figures['holders'] = holders
  for (const metric of metrics) {
    figures[metric.id] = await all.figure(metric, cut)
    figures[`${metric.id} by procedure`] = await all.sumsBy(metric.numerator, 'procedure')
    const { cohort } = metric.numerator
    if (cohort === undefined || !brokenDown.includes(cohort)) continue
    for (const dimension of ['organ', 'petition_kind', 'channel', 'category', 'place'] as const)
      figures[`${metric.id} by ${dimension}`] = await all.sumsBy(metric.numerator, dimension)
  }
  const open = metricNamed('open')
  const stand = open && (await all.figure(open, cut)).numerator
  expect(holders.reduce((sum, held) => sum + held.open, 0)).toBe(stand)
  return figures
}

/** Months that had not begun at the instant are counted as well: nothing was known of them. */
function asked(month: string, asOf: string, through?: string): Question {
  return questionAt(readCut({ month, through }, at('2026-12-01')), asOf)
}

const askedOfYear = (year: string, through: string): Question =>
  questionAt(readCut({ year, through }, at('2026-12-01'), 'year'), '2026-11-30')

function questionAt(cut: ReturnType<typeof readCut>, asOf: string): Question {
  if ('errors' in cut) throw new Error(JSON.stringify(cut.errors))
  const known = asOf.length === 10 ? endOfDay(asOf) : asOf
  return questionOf({ cut: { ...cut.ok, asOf: known }, scope: { kind: 'district' }, procedure: null })
}

const periods = async ({ db }: Store) =>
  (await db.selectFrom('figure_periods').select('period').orderBy('period').execute()).map(({ period }) => period)
