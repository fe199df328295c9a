import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { reportJson } from '../../src/reports/api.ts'
import type { Asked, Report } from '../../src/reports/report.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, done, petition } from './district.ts'

const april = { month: '2026-04' }

async function tellApril(store: Store): Promise<void> {
  await seatCast(store)
  await petition(store, 'O1', { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-04-02' })
  await petition(store, 'O2', { filed: '2026-02-10', accepted: '2026-02-12' })
  await petition(store, 'O3', { filed: '2026-04-02', accepted: '2026-04-03', kind: 'accusation' })
  const input = { trigger: 'overdue', demand: '说明原因' }
  await done(store, { on: { number: 'O2' }, act: 'supervise', actor: cast.liming, now: at('2026-03-20'), input })
}

const ask = (store: Store, actor: keyof typeof cast, asked: Asked) =>
  reportJson(store, at('2026-05-05'), cast[actor], 'organ', asked)

async function clocks(store: Store, organ: string, asked: Asked = april): Promise<Report['tables'][number]['rows']> {
  const answer = await ask(store, 'lincheng', { ...asked, organ })
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return answer.report.tables.find(({ id }) => id === 'clocks')?.rows ?? []
}

onBoth('an organ’s own month', open => {
  test('lists its clocks that ran out, met in time, late, or not', async () => {
    const store = await open()
    await tellApril(store)
    const said = (await clocks(store, 'housing')).map(([, deadline, ...counts]) => [
      JSON.stringify(deadline),
      ...counts,
    ])
    expect(said).toEqual([
      [expect.stringContaining('Handling'), 2, 1, '50.00', 0, 1],
      [expect.stringContaining('supervision'), 1, 0, '0.00', 0, 1],
    ])
  })

  test('shows a co-handler its own clock, and not the lead’s', async () => {
    const store = await open()
    await tellApril(store)
    const involve = { organ: 'police', note: '请核实' }
    await done(store, {
      on: { number: 'O2' },
      act: 'involve',
      actor: cast.zhaoqiang,
      now: at('2026-03-25'),
      input: involve,
    })
    expect((await clocks(store, 'police')).map(row => row.slice(2))).toEqual([[1, 0, '0.00', 0, 1]])
  })

  test('has no clock of an accusation', async () => {
    const store = await open()
    await tellApril(store)
    expect(await clocks(store, 'discipline')).toEqual([])
  })

  test('leaves out what only an office has, in its figures, its trend and its tables', async () => {
    const store = await open()
    await tellApril(store)
    const read = async (organ: string) => {
      const answer = await ask(store, 'lincheng', { ...april, organ })
      if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
      const { metrics, tables } = answer.report
      return [...metrics.map(({ id }) => id), ...tables.flatMap(({ columns }) => columns.map(({ id }) => id))]
    }
    const [housing, office] = [await read('housing'), await read('petition-office')]
    for (const id of ['received', 'visits', 'satisfaction_office', 'cohort_progress']) {
      expect(housing).not.toContain(id)
      expect(office).toContain(id)
    }
    for (const id of ['answered', 'due', 'closure_rate', 'satisfaction_organ']) expect(housing).toContain(id)
  })

  test('is read by the organ’s own people and by who reads the district; nobody reads it of no organ', async () => {
    const store = await open()
    await tellApril(store)
    expect((await ask(store, 'zhaoqiang', { ...april, organ: 'housing' })).outcome).toBe('done')
    expect((await ask(store, 'zhaoqiang', { ...april, organ: 'police' })).outcome).toBe('absent')
    expect((await ask(store, 'zhaoqiang', april)).outcome).toBe('absent')
    expect((await ask(store, 'lincheng', april)).outcome).toBe('invalid')
  })
})
