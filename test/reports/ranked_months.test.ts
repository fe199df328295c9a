import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { wholeMonth } from '../../src/reports/cut.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { monthlyClosure } from '../../src/reports/monthly_closure.ts'
import { rankedOverMonths } from '../../src/reports/ranked_months.ts'
import { rankingIn } from '../../src/reports/ranking.ts'
import { district } from '../../src/reports/scope.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { onBothSound } from '../support/sound.ts'
import { at, petition } from './district.ts'

onBothSound('organs over some months', seated => {
  test('are the sum of what each month’s report says of them, settled or not', async () => {
    const store = await seated()
    await lived(store)
    const asOf = at('2026-05-10')
    const expected = await addedUp(store, ['2026-02', '2026-03', '2026-04'], asOf)
    expect(expected).toEqual(new Map([['望江区住房和城乡建设局', '2 4']]))
    expect(await overMonths(store, asOf)).toEqual(expected)
    while ((await settleFigures(store, asOf, 20)) > 0);
    expect(await overMonths(store, asOf)).toEqual(expected)
  })
})

/** Of seven four fall due within the months, two of them answered on time; one was moved out, one ended, one accuses. */
async function lived(store: Store): Promise<void> {
  await petition(store, 'R1', { filed: '2026-01-05', accepted: '2026-01-06', answered: '2026-02-10' })
  await petition(store, 'R2', { filed: '2026-01-21', accepted: '2026-01-22' })
  await petition(store, 'R3', { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-04-20' })
  await petition(store, 'R4', {
    filed: '2026-02-02',
    accepted: '2026-02-05',
    answered: '2026-04-03',
    recorded: '2026-04-21',
  })
  await petition(store, 'R5', { filed: '2026-02-10', accepted: '2026-02-12', extended: '2026-03-01' })
  await petition(store, 'R6', { filed: '2026-02-10', withdrawn: '2026-02-20' })
  await petition(store, 'R7', { filed: '2026-02-10', accepted: '2026-02-12', kind: 'accusation' })
}

async function overMonths(store: Store, asOf: string): Promise<Map<string, string>> {
  const table = await rankedOverMonths(store.reader, wholeMonth('2026-05', asOf), 3)
  expect(table.title.zh).toBe('2026年2月至2026年4月')
  return new Map(
    rankingIn({ tables: [table] })
      .flatMap(organsIn)
      .filter(([, said]) => said !== '0 0'),
  )
}

async function addedUp(store: Store, months: readonly string[], asOf: string): Promise<Map<string, string>> {
  const sums = new Map<string, { due: number; onTime: number }>()
  for (const month of months) {
    const drawing = { kind: monthlyClosure, cut: wholeMonth(month, asOf), scope: district, procedure: null }
    const { report } = await drawHere(store, drawing, null)
    for (const { organs } of rankingIn(report))
      for (const { organ, due, onTime } of organs) {
        const so = sums.get(organ.zh) ?? { due: 0, onTime: 0 }
        sums.set(organ.zh, { due: so.due + due, onTime: so.onTime + onTime })
      }
  }
  return new Map([...sums].filter(([, { due }]) => due > 0).map(([zh, { due, onTime }]) => [zh, `${onTime} ${due}`]))
}

const organsIn = ({ organs }: ReturnType<typeof rankingIn>[number]) =>
  organs.map(({ organ, due, onTime }): [string, string] => [organ.zh, `${onTime} ${due}`])
