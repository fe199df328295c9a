import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { figuresOf } from '../../src/progress/figures.ts'
import type { MeasureId } from '../../src/progress/measures.ts'
import { measureIds } from '../../src/progress/measures.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { casesOf, figureOf } from '../../src/reports/figures.ts'
import { readAsked } from '../../src/reports/read.ts'
import type { Report } from '../../src/reports/report.ts'
import { sessionMetrics } from '../../src/reports/session_metrics.ts'
import { suggestionsAndProposals } from '../../src/reports/suggestions_and_proposals.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { draftMotion, promised, reference, solved } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'
import {
  again,
  answered,
  batchAt,
  carriedOut,
  congress,
  filed,
  given,
  play,
  rated,
  servedOn,
} from '../progress/batch.ts'

const days = ['2026-01-15', '2026-01-31', '2026-02-10', '2026-02-13', '2026-04-30']

onBoth('the report of a session', open => {
  test('says of every day what the bars of that day say, figure by figure', async () => {
    const store = await open()
    await seatMotions(store)
    await mixed(store)
    for (const day of days) {
      const { metrics } = await drawn(store, day)
      const bars = await figuresOf(store.reader, await batchAt(store, day))
      for (const id of measureIds) {
        const bar = bars.find(figure => figure.id === id)
        const said = metrics.filter(metric => same[id].split(' ').includes(metric.id))
        expect([id, said.reduce((sum, { numerator }) => sum + numerator, 0)], day).toEqual([id, bar?.count])
        for (const { denominator } of said)
          if (denominator !== null) expect([id, denominator], day).toEqual([id, bar?.of])
      }
    }
  })

  test('has under every figure as many cases as the figure says, on every day', async () => {
    const store = await open()
    await seatMotions(store)
    await mixed(store)
    for (const day of days) {
      const { question } = await asked(store, day)
      for (const metric of sessionMetrics) {
        const figure = await figureOf(store.reader, metric, question)
        for (const side of ['numerator', 'denominator'] as const) {
          const rows = metric[side]?.(store.reader, question)
          if (rows)
            expect(await casesOf(store.reader, rows).execute(), `${day} ${metric.id}`).toHaveLength(figure[side] ?? -1)
        }
      }
    }
  })

  test('tells the first rating from the last: a redo mends the second alone', async () => {
    const store = await open()
    await seatMotions(store)
    const unhappy = [...upTo('2026-02-11', reference), rated('2026-02-12', 'dissatisfied')]
    await play(store, [
      ...unhappy,
      ['orderRedo', signers.lichen, '2026-02-13', { reason: '重新办理', again: ['002'] }],
      ...again('2026-03-02', solved),
      servedOn('2026-03-03'),
      rated('2026-03-04'),
    ])
    await play(store, [...upTo('2026-02-11', reference), rated('2026-02-12')])
    expect(await shares(store, '2026-02-12')).toEqual(['1/2', '1/2'])
    expect(await shares(store, '2026-02-13')).toEqual(['1/2', '1/1'])
    expect(await shares(store, '2026-03-04')).toEqual(['1/2', '2/2'])
  })

  test('is late with a redo when the redo’s own time has run out, and not when that of the first answer has', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [
      ...[...given('2026-01-20'), ...answered('2026-04-10', reference), servedOn('2026-04-11')],
      rated('2026-04-12', 'dissatisfied'),
      ['orderRedo', signers.lichen, '2026-04-13', { reason: '重新办理', again: ['002'] }],
    ])
    await play(store, given('2026-01-20'))
    const late = async (day: string) => (await drawn(store, day)).metrics.find(({ id }) => id === 'overdue')?.numerator
    expect([await late('2026-04-20'), await late('2026-04-21')]).toEqual([0, 1])
    expect([await late('2026-05-13'), await late('2026-05-14')]).toEqual([1, 2])
  })

  test('counts answers by what their class means, and names classes as the session does', async () => {
    const store = await open()
    await seatMotions(store)
    await mixed(store)
    const { tables, metrics } = await drawn(store, '2026-04-30')
    const of = (id: string) => metrics.find(metric => metric.id === id)
    expect(['solved', 'promised', 'planned', 'reference'].map(id => of(`answers_${id}`)?.numerator)).toEqual([
      1, 1, 0, 1,
    ])
    const table = tables.find(({ id }) => id === 'by_class')
    expect(table?.rows.map(([code, , count, share]) => `${String(code)} ${String(count)} ${String(share)}`)).toEqual([
      'A 1 33.33',
      'B 1 33.33',
      'C 0 0.00',
      'D 1 33.33',
    ])
  })

  test('breaks the same numbers down: by series, by who submitted, by category, and by who holds what is open', async () => {
    const store = await open()
    await seatMotions(store)
    await mixed(store)
    const { tables, metrics } = await drawn(store, '2026-04-30')
    const of = (id: string) => metrics.find(metric => metric.id === id)?.numerator
    for (const id of ['by_series', 'by_proposer', 'by_category']) {
      const table = tables.find(one => one.id === id)
      const sum = (column: string) => {
        const at = table?.columns.findIndex(one => one.id === column) ?? -1
        return table?.rows.reduce((total, row) => total + Number(row[at]), 0)
      }
      expect([id, sum('submitted'), sum('filed'), sum('answered'), sum('carried_out')]).toEqual([
        ...[id, of('submitted'), of('filed'), of('answer_rate'), of('carry_out_rate')],
      ])
    }
    const open_ = tables.find(({ id }) => id === 'open_with')
    expect(open_?.rows.map(([stage, organ, count]) => [zh(stage), zh(organ), count])).toEqual([
      ['待审查', '望江区人大常委会', 1],
      ['待交办', '望江区人大常委会', 1],
      ['待答复', '望江区住房和城乡建设局', 1],
      ['待送达', '望江区住房和城乡建设局', 1],
      ['待评价、待办结', '望江区人大常委会', 1],
    ])
  })

  test('keeps merged proposals apart, and those submitted in common', async () => {
    const store = await open()
    await seatMotions(store)
    const proposal = { procedure: 'cppcc-proposal', actor: signers.weiyuan, day: '2026-01-08' }
    const [main, other] = [await draftMotion(store, proposal), await draftMotion(store, proposal)]
    for (const motion of [main, other]) await motion.does('submit', signers.weiyuan, '2026-01-15')
    await main.does('register', signers.xuping, '2026-01-16')
    await other.does('merge', signers.xuping, '2026-01-17', { into: main.number, reason: '内容相同' })
    const { metrics } = await drawn(store, '2026-01-17', 'cppcc-13-5')
    const of = (id: string) => metrics.find(metric => metric.id === id)?.numerator
    expect(['submitted', 'filed', 'merged', 'not_filed', 'withdrawn', 'undecided'].map(of)).toEqual([2, 1, 1, 0, 0, 0])
    expect(of('submitted_together')).toBe(0)
  })
})

/** The figure of the report that is a bar of the page; what left is two. */
const same = {
  filed: 'filed',
  handedOver: 'hand_over_rate',
  received: 'receipt_rate',
  contacted: 'contact_rate',
  answered: 'answer_rate',
  served: 'service_rate',
  rated: 'rating_rate',
  closed: 'motion_closure_rate',
  carriedOut: 'carry_out_rate',
  onTime: 'answer_on_time_rate',
  satisfied: 'satisfaction_latest',
  claimed: 'claimed_share',
  mergedAnswered: 'merged_answer_rate',
  silent: 'silent',
  redone: 'redone',
  key: 'key_matters',
  published: 'published_answers',
  left: 'not_filed withdrawn',
  merged: 'merged',
} satisfies Record<MeasureId, string>

async function asked(store: Store, day: string, session = congress) {
  const read = await readAsked(
    store.reader,
    suggestionsAndProposals,
    { session, through: day, asOf: day },
    at('2026-12-01'),
  )
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return { drawing: read.ok, question: questionOf(read.ok) }
}

async function drawn(store: Store, day: string, session?: string): Promise<Report> {
  return (await drawHere(store, (await asked(store, day, session)).drawing, null)).report
}

async function shares(store: Store, day: string): Promise<string[]> {
  const { metrics } = await drawn(store, day)
  return ['satisfaction_first', 'satisfaction_latest'].map(id => {
    const { numerator, denominator } = metrics.find(metric => metric.id === id) ?? {}
    return `${numerator}/${denominator}`
  })
}

const upTo = (day: string, answer: object) => [...given('2026-01-20'), ...answered('2026-02-10', answer), servedOn(day)]

const zh = (cell: unknown) => (typeof cell === 'object' && cell !== null && 'zh' in cell ? cell.zh : cell)

/** One at every stage, one withdrawn and one not decided on. */
async function mixed(store: Store) {
  await play(store, [['submit', signers.daihong, '2026-01-15']])
  await play(store, filed)
  await play(store, [...given('2026-01-20'), ['receive', cast.zhaoqiang, '2026-01-22']])
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', reference)])
  await play(store, upTo('2026-02-11', promised))
  await play(store, [...given('2026-01-20'), ['withdraw', signers.daihong, '2026-02-01', { reason: '已经解决' }]])
  await play(store, [
    ...upTo('2026-02-11', solved),
    rated('2026-02-12'),
    ['close', signers.lichen, '2026-02-13'],
    ...carriedOut('2026-02-20'),
  ])
}
