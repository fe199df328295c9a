import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import { readCut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { casesOf, figureOf } from '../../src/reports/figures.ts'
import type { Side } from '../../src/reports/figures.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { report } from '../../src/tasks/report.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { expectSound } from '../support/sound.ts'
import { at, done, petition } from './district.ts'

const then = '2026-05-05'
const now = at('2026-12-01')

/** Taken up again; its answer’s day put right across the month’s end; linked as a repeat; found to be an accusation. */
const [reopened, redated, linked, recast] = ['S1', 'S2', 'S3', 'S4']

type Change = { gone?: readonly string[]; come?: readonly string[] }

/** Every list that is another now, by month and side of a figure. What is not named here is as it was. */
const expected: Record<string, Record<string, Change>> = {
  '2026-03': {
    'received numerator': { gone: [recast] },
    'answered numerator': { gone: [reopened], come: [redated] },
    'open numerator': { gone: [redated, recast], come: [reopened] },
    'closed numerator': { gone: [reopened] },
    'cohort_progress denominator': { gone: [recast] },
    'timely_acceptance_office numerator': { gone: [recast] },
    'timely_acceptance_office denominator': { gone: [recast] },
    'timely_acceptance_organ numerator': { gone: [recast] },
    'timely_acceptance_organ denominator': { gone: [recast] },
    'repeat_rate numerator': { come: [linked] },
    'repeat_rate denominator': { gone: [recast] },
  },
  '2026-04': {
    'carried_over numerator': { gone: [redated, recast] },
    'answered numerator': { gone: [redated, recast] },
    'closed numerator': { gone: [recast] },
    'closure_rate numerator': { gone: [reopened] },
    'on_time_rate numerator': { gone: [reopened] },
    'rated_share numerator': { gone: [recast] },
    'rated_share denominator': { gone: [recast] },
    'satisfaction_office numerator': { gone: [recast] },
    'satisfaction_office denominator': { gone: [recast] },
    'satisfaction_organ denominator': { gone: [recast] },
  },
}

onBoth('figures before and after', open => {
  test('differ by the cases that were put right since, and by no other; as known then they are the same bytes', async () => {
    const store = await open()
    await seatCast(store)
    await district(store)
    const frozen = await files(store, now)
    const before = await lists(store, then)
    await putRight(store)
    expect(await files(store, at('2027-01-15'))).toEqual(frozen)
    expect(await lists(store, then)).toEqual(before)
    const after = await lists(store, '2026-11-30')
    expect(changes(before, after)).toEqual(expected)
    for (const [month, figures] of Object.entries(before))
      for (const [side, was] of Object.entries(figures)) {
        const is = after[month]?.[side]
        const { gone = [], come = [] } = expected[month]?.[side] ?? {}
        expect((is?.figure ?? 0) - was.figure, `${month} ${side}`).toBe(come.length - gone.length)
        expect([was.cases.length, is?.cases.length], `${month} ${side}`).toEqual([was.figure, is?.figure])
      }
    await expectSound(store)
  })
})

async function district(store: Store): Promise<void> {
  await petition(store, 'S0', { filed: '2026-03-02' })
  const [handled, answered] = ['2026-02-05', '2026-03-10']
  await petition(store, reopened, { filed: '2026-02-02', accepted: handled, answered, closed: '2026-03-11' })
  await petition(store, redated, { filed: '2026-02-10', accepted: '2026-02-12', answered: '2026-04-01' })
  await petition(store, linked, { filed: '2026-03-20' })
  const closing = { answered: '2026-04-02', closed: '2026-04-03', rated: '2026-04-03' }
  await petition(store, recast, { filed: '2026-03-05', accepted: '2026-03-06', ...closing })
  await petition(store, 'S5', { filed: '2026-03-15' })
}

async function putRight(store: Store): Promise<void> {
  const act = (number: string, name: string, actor: Actor, day: string, input: Record<string, unknown>) =>
    done(store, { on: { number }, act: name, actor, now: at(day), input: { reason: '新情况', ...input } })
  await act(reopened, 'reopen', cast.chenjing, '2026-05-06', {})
  await act(redated, 'correct', cast.chenjing, '2026-05-07', { act: 'draft', day: '2026-03-31' })
  await act(redated, 'correct', cast.chenjing, '2026-05-07', { act: 'answer', day: '2026-03-31' })
  await act(linked, 'linkRepeat', cast.liming, '2026-05-08', { earlier: 'S0' })
  const accused = { kind: 'accusation', accusedOrgans: ['housing'] }
  await act(recast, 'reclassify', cast.chenjing, '2026-05-09', accused)
}

/** Both months as files, as known then. */
async function files(store: Store, on: string): Promise<string[]> {
  const drawn: string[] = []
  for (const month of Object.keys(expected))
    for (const format of ['json', 'csv'] as const) {
      const asked = { month, asOf: then }
      const rendered = await report(store, on, { slug: 'monthly-closure', lang: 'zh', format, asked })
      if ('problem' in rendered) throw new Error(rendered.problem)
      drawn.push(rendered.ok)
    }
  return drawn
}

type Lists = Record<string, Record<string, { figure: number; cases: string[] }>>

/** The figure and the list of every side of every metric. */
async function lists(store: Store, asOf: string): Promise<Lists> {
  const all: Lists = {}
  for (const month of Object.keys(expected)) {
    const cut = readCut({ month, asOf }, now)
    if ('errors' in cut) throw new Error(JSON.stringify(cut.errors))
    const question = questionOf({ cut: cut.ok, scope: { kind: 'district' }, procedure: null })
    const sides: Lists[string] = {}
    for (const metric of metrics) {
      const figure = await figureOf(store.reader, metric, question)
      for (const side of ['numerator', 'denominator'] satisfies Side[]) {
        const rows = metric[side]?.(store.reader, question)
        const cases = rows ? await casesOf(store.reader, rows).execute() : []
        const numbers = cases.map(({ case_number }) => case_number).sort()
        if (rows) sides[`${metric.id} ${side}`] = { figure: figure[side] ?? 0, cases: numbers }
      }
    }
    all[month] = sides
  }
  return all
}

function changes(before: Lists, after: Lists): Record<string, Record<string, Change>> {
  const lost = (from: readonly string[], to: readonly string[]) => from.filter(number => !to.includes(number))
  return Object.fromEntries(
    Object.entries(before).map(([month, figures]) => {
      const moved = Object.entries(figures).flatMap(([side, { cases }]): [string, Change][] => {
        const is = after[month]?.[side]?.cases ?? []
        const [gone, come] = [lost(cases, is), lost(is, cases)]
        const change = { ...(gone.length > 0 && { gone }), ...(come.length > 0 && { come }) }
        return Object.keys(change).length > 0 ? [[side, change]] : []
      })
      return [month, Object.fromEntries(moved)]
    }),
  )
}
