import { expect, test } from 'vitest'
import { findCase } from '../../src/cases/view.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { file, filing } from '../support/road.ts'

onBoth('a matter handed down', open => {
  test('stays before the office that handed it down and is to hear back', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', { ...filing, kind: 'appeal' }, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handDown', cast.citychen, '2026-01-06', { organ: 'petition-office', reportBy: '2026-04-01' })
    expect((await findCase(store.db, cast.citychen, petition.number))?.row.office).toBe('petition-office')
    expect(await findCase(store.db, cast.liming, petition.number)).toBeDefined()
    expect(await findCase(store.db, cast.zhaoqiang, petition.number)).toBeUndefined()
  })
})
