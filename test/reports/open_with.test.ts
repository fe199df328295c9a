import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { openSentences } from '../../src/reports/open_said.ts'
import { readAsked } from '../../src/reports/read.ts'
import { reportNamed } from '../../src/reports/registry.ts'
import type { Asked } from '../../src/reports/report.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { cast } from '../support/cast.ts'
import { expectSound, onBothSound } from '../support/sound.ts'
import { at, done, petition } from './district.ts'

onBothSound('who has what stands open', seated => {
  test('is the office first and then whoever it was given to, on every day as it then stood', async () => {
    const store = await seated()
    await petition(store, 'H1', { filed: '2026-04-10' })
    await done(store, { ...of('H1'), act: 'transfer', now: at('2026-05-04'), input: { organ: 'police' } })
    expect(await rows(store, { month: '2026-04' })).toEqual([['望江区信访局', 1, 0, '2026-04']])
    expect(await rows(store, { month: '2026-05' })).toEqual([['望江区公安分局', 1, 0, '2026-04']])
    expect(await rows(store, { month: '2026-05', through: '2026-05-03' })).toEqual([['望江区信访局', 1, 0, '2026-04']])
    expect(await rows(store, { month: '2026-05', asOf: '2026-05-02' })).toEqual([['望江区信访局', 1, 0, '2026-04']])
    while ((await settleFigures(store, at('2026-11-20'))) > 0);
    expect(await rows(store, { month: '2026-05' })).toEqual([['望江区公安分局', 1, 0, '2026-04']])
    await expectSound(store)
  })

  test('says of what has fallen due and how long it has stood, and leaves with the answer', async () => {
    const store = await seated()
    await petition(store, 'H1', { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-05-06' })
    await petition(store, 'H2', { filed: '2026-03-02', accepted: '2026-03-05', extended: '2026-03-10' })
    await petition(store, 'H3', { filed: '2026-03-20', accepted: '2026-03-21' })
    expect(await rows(store, { month: '2026-04' })).toEqual([['望江区住房和城乡建设局', 3, 1, '2026-02']])
    expect(await rows(store, { month: '2026-05' })).toEqual([['望江区住房和城乡建设局', 2, 1, '2026-03']])
    expect(openSentences(await read(store, { month: '2026-05' }))).toEqual([
      {
        zh: '在办2件，在1个单位；其中答复期限已到的1件；最早的于2026年3月收到。',
        en: 'Open: 2, with 1 organ; of these fallen due: 1; the oldest came in March 2026.',
      },
    ])
    expect(await rows(store, { month: '2026-06' })).toEqual([['望江区住房和城乡建设局', 2, 2, '2026-03']])
  })

  test('is the organ it came back to when it is taken up again', async () => {
    const store = await seated()
    const steps = { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-04-02', closed: '2026-04-03' }
    await petition(store, 'H1', steps)
    expect(await rows(store, { month: '2026-04' })).toEqual([])
    await done(store, {
      ...of('H1'),
      act: 'reopen',
      actor: cast.chenjing,
      now: at('2026-05-06'),
      input: { reason: '发现新情况' },
    })
    expect(await rows(store, { month: '2026-05' })).toEqual([['望江区住房和城乡建设局', 1, 0, '2026-02']])
    expect(await rows(store, { month: '2026-04', asOf: '2026-05-01' })).toEqual([])
    await expectSound(store)
  })

  test('names nobody for an accusation, and is in no report of one organ', async () => {
    const store = await seated()
    await petition(store, 'H1', { filed: '2026-04-02', accepted: '2026-04-03', kind: 'accusation' })
    expect(await rows(store, { month: '2026-04' })).toEqual([])
    const report = await read(store, { month: '2026-04', organ: 'housing' })
    expect(report.tables.map(({ id }) => id)).not.toContain('open_with')
  })
})

const of = (number: string) => ({ on: { number }, actor: cast.liming })

async function read(store: Store, asked: Asked) {
  const kind = reportNamed('monthly-closure')
  const drawing = kind && (await readAsked(store.reader, kind, asked, at('2026-12-01')))
  if (!drawing || 'errors' in drawing) throw new Error(JSON.stringify(drawing))
  return (await drawHere(store, drawing.ok, null)).report
}

/** The rows without their groups; they add up to what stands open. */
async function rows(store: Store, asked: Asked) {
  const { tables, metrics } = await read(store, asked)
  const rows = tables.find(({ id }) => id === 'open_with')?.rows ?? []
  const open = metrics.find(({ id }) => id === 'open')?.numerator
  expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(open)
  return rows.map(([, organ, ...figures]) => [typeof organ === 'object' ? organ?.zh : organ, ...figures])
}
