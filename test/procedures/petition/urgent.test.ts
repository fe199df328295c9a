import { expect, test } from 'vitest'
import { cast } from '../../support/cast.ts'
import { clocksOf, file, toHandling, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('a grave or urgent matter (art. 25)', seated => {
  const urgent = { kind: 'appeal', route: '6', urgent: true }

  test('is to be reported from the day it is registered as such, and reporting meets that', async () => {
    const store = await seated()
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', urgent)
    expect(await clocksOf(store, petition, 'urgentReport')).toMatchObject([
      { start_on: '2026-01-06', due_on: '2026-01-07', owner_organ: 'petition-office', met_on: null },
    ])
    expect(await petition.attempt('reportUrgent', cast.liming, '2026-01-07', { to: 'government' })).toMatchObject(
      wrongIn('report'),
    )
    expect(
      await petition.attempt('reportUrgent', petition.petitioner, '2026-01-07', { to: 'government', report: '险情' }),
    ).toMatchObject({ outcome: 'refused' })
    await petition.does('reportUrgent', cast.liming, '2026-01-07', { to: 'government', report: '楼体开裂' })
    expect(await clocksOf(store, petition, 'urgentReport')).toMatchObject([{ met_on: '2026-01-07', is_open: 0 }])
  })

  test('one that is not urgent has no such clock, yet whoever handles it may report it', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    expect(await clocksOf(store, petition, 'urgentReport')).toEqual([])
    await petition.does('reportUrgent', cast.zhaoqiang, '2026-01-12', { to: 'superior', report: '发现险情' })
  })
})
