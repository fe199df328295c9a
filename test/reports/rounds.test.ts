import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { readAsked } from '../../src/reports/read.ts'
import { kindNamed } from '../../src/reports/registry.ts'
import { cast } from '../support/cast.ts'
import { expectSound, onBothSound } from '../support/sound.ts'
import { answer, at, done, petition } from './district.ts'

onBothSound('a term that ran anew', seated => {
  test('is kept by what was done in it, and not by what was done in the one before', async () => {
    const store = await seated()
    await petition(store, 'T', { filed: '2026-04-01', accepted: '2026-04-05' })
    const back = { ground: 'wrong', reason: '登记时选错了单位' }
    await act(store, 'T', 'takeBack', cast.chenjing, '2026-06-01', back)
    expect(await figure(store, '2026-06', 'timely_acceptance_office')).toEqual([0, 1])
    await act(store, 'T', 'transfer', cast.liming, '2026-06-03', { organ: 'police' })
    await act(store, 'T', 'receive', cast.zhoujie, '2026-06-04')
    expect(await figure(store, '2026-06', 'timely_acceptance_office')).toEqual([1, 1])
    expect(await figure(store, '2026-06', 'timely_acceptance_organ')).toEqual([0, 1])
    expect(await figure(store, '2026-06', 'timely_acceptance_organ', 'police')).toEqual([0, 1])
    expect(await figure(store, '2026-04', 'timely_acceptance_organ', 'housing')).toEqual([1, 1])
    await expectSound(store)
  })

  test('is listed among an organ’s deadlines as not done', async () => {
    const store = await seated()
    await petition(store, 'S', {
      filed: '2026-02-02',
      accepted: '2026-02-05',
      answered: '2026-03-02',
      closed: '2026-03-03',
    })
    await act(store, 'S', 'reopen', cast.chenjing, '2026-03-20', { reason: '发现新情况' })
    expect(await clock(store, '2026-04', '办理答复')).toEqual([1, 1, '100.00', 0, 0])
    expect(await clock(store, '2026-05', '办理答复')).toEqual([1, 0, '0.00', 0, 1])
    await expectSound(store)
  })
})

onBothSound('an answer recorded in time and replaced when the deadline was over', seated => {
  test('is on time by its legal day, and recorded late', async () => {
    const store = await seated()
    const steps = { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-04-02', closed: '2026-04-03' }
    await petition(store, 'A', steps)
    await petition(store, 'B', steps)
    expect(await figure(store, '2026-04', 'recorded_late')).toEqual([0, null])
    const back = { occurredOn: '2026-04-03', lateReason: '补录' }
    const reopen = { on: { number: 'A' }, act: 'reopen', actor: cast.chenjing, now: at('2026-04-20') }
    await done(store, { ...reopen, input: { reason: '答复有误' }, ...back })
    await answer(store, 'A', { answered: '2026-04-03', recorded: '2026-04-20' })
    expect(await figure(store, '2026-04', 'on_time_rate')).toEqual([2, 2])
    expect(await figure(store, '2026-04', 'recorded_late')).toEqual([1, null])
    await act(store, 'B', 'reclassify', cast.chenjing, '2026-04-21', { kind: 'suggestion', reason: '实为建议' })
    expect(await figure(store, '2026-04', 'recorded_late')).toEqual([1, null])
    await expectSound(store)
  })
})

onBothSound('a matter found to be an accusation and ended since', seated => {
  test('still stands open where it stood, in the figure, in the table and in the list', async () => {
    const store = await seated()
    for (const number of ['H1', 'H2']) await petition(store, number, { filed: '2026-04-10' })
    const asked = { month: '2026-04', through: '2026-04-15', asOf: '2026-04-20' }
    const before = await read(store, 'monthly-closure', asked)
    const accused = { kind: 'accusation', reason: '反映的是干部', accusedOrgans: ['housing'] }
    await act(store, 'H1', 'reclassify', cast.chenjing, '2026-05-06', accused)
    await act(store, 'H1', 'withdraw', cast.liming, '2026-05-07', { reason: '不办了' })
    const { digest: _, ...after } = await read(store, 'monthly-closure', asked)
    expect(after).toEqual({ ...before, digest: undefined })
    await expectSound(store)
  })
})

const act = (
  store: Store,
  number: string,
  name: string,
  actor: (typeof cast)['liming'],
  day: string,
  input: Record<string, unknown> = {},
) => done(store, { on: { number }, act: name, actor, now: at(day), input })

async function read(store: Store, slug: string, asked: Record<string, string>) {
  const kind = kindNamed(slug)
  if (!kind) throw new Error(slug)
  const drawing = await readAsked(store.reader, kind, asked, at('2026-07-31'))
  if ('errors' in drawing) throw new Error(JSON.stringify(drawing.errors))
  return (await drawHere(store, drawing.ok, null)).report
}

async function figure(store: Store, month: string, id: string, organ?: string) {
  const { metrics } = await read(store, 'monthly-closure', { month, ...(organ && { organ }) })
  const found = metrics.find(metric => metric.id === id)
  return [found?.numerator, found?.denominator]
}

async function clock(store: Store, month: string, title: string) {
  const { tables } = await read(store, 'organ', { month, organ: 'housing' })
  const row = tables.find(({ id }) => id === 'clocks')?.rows.find(([, name]) => JSON.stringify(name).includes(title))
  return row?.slice(2)
}
