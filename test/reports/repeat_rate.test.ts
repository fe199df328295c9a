import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { reportJson } from '../../src/reports/api.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { at, done, petition } from './district.ts'

onBoth('the repeat rate', open => {
  test('counts what was linked in the month it was received, as known at the instant asked', async () => {
    const { store, read: visit } = await office(open, '2026-12-01')
    await district(store)
    const untouched = await figure(store)
    expect(untouched).toEqual([0, 3, '0.00'])
    await act(store, 'R3', 'linkRepeat', '2026-06-02', { earlier: 'R1' })
    expect(await figure(store)).toEqual([1, 3, '33.33'])
    expect(await figure(store, { month: '2026-06' })).toEqual([0, 0, null])
    expect(await figure(store, { asOf: '2026-06-01' })).toEqual(untouched)
    const listed = await visit('chenjing', '/reports/monthly-closure/cases/repeat_rate?month=2026-04&side=numerator')
    expect([listed.includes('/cases/R3'), listed.includes('/cases/R2')]).toEqual([true, false])
  })

  test('is as if nothing had been linked once it is unlinked, and still says what was known before', async () => {
    const { store } = await office(open)
    await district(store)
    const untouched = await drawn(store, '2026-06-01')
    await act(store, 'R3', 'linkRepeat', '2026-06-02', { earlier: 'R1' })
    await act(store, 'R3', 'unlinkRepeat', '2026-06-04', { reason: '不是同一事项' })
    const after = await drawn(store, '2026-06-04')
    expect([after.metrics, after.tables]).toEqual([untouched.metrics, untouched.tables])
    expect(await figure(store, { asOf: '2026-06-03' })).toEqual([1, 3, '33.33'])
    expect(await figure(store)).toEqual([0, 3, '0.00'])
  })

  test('stands when the matter is closed and taken up again', async () => {
    const { store } = await office(open)
    const days = { accepted: '2026-04-11', answered: '2026-04-12', closed: '2026-04-13' }
    await petition(store, 'R1', { filed: '2026-04-01' })
    await petition(store, 'R2', { filed: '2026-04-10', ...days })
    await act(store, 'R2', 'linkRepeat', '2026-04-14', { earlier: 'R1' })
    const reopened = { act: 'reopen', actor: cast.chenjing, now: at('2026-05-06'), input: { reason: '新情况' } }
    await done(store, { on: { number: 'R2' }, ...reopened })
    expect(await figure(store)).toEqual([1, 2, '50.00'])
  })
})

async function district(store: Store): Promise<void> {
  await petition(store, 'R1', { filed: '2026-04-01' })
  await petition(store, 'R2', { filed: '2026-04-02' })
  await petition(store, 'R3', { filed: '2026-04-20' })
}

const act = (store: Store, number: string, name: string, day: string, input: Record<string, unknown>) =>
  done(store, { on: { number }, act: name, actor: cast.liming, now: at(day), input })

async function drawn(store: Store, asOf?: string, month = '2026-04') {
  const asked = { month, procedure: 'petition', ...(asOf && { asOf }) }
  const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', asked)
  if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer))
  return answer.report
}

async function figure(store: Store, { asOf, month }: { asOf?: string; month?: string } = {}) {
  const { metrics } = await drawn(store, asOf, month)
  const found = metrics.find(({ id }) => id === 'repeat_rate')
  return [found?.numerator, found?.denominator, found?.rate]
}
