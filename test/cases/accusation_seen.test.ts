import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { draft, file, filing, served, toHandling } from '../support/road.ts'

const sees = async (store: Store, number: string, actors: readonly Actor[]) => {
  const found = await Promise.all(actors.map(actor => findCase(store.db, actor, number)))
  return found.map(view => view !== undefined)
}

onBoth('an accusation is seen', open => {
  test('no more by the organ that had the matter before it was found to be one, and to its end by who handles it', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    await toHandling(petition)
    const { zhaoqiang, sunli, qianfeng, liming } = cast
    expect(await sees(store, petition.number, [zhaoqiang, sunli])).toEqual([true, true])
    await petition.does('reclassify', liming, '2026-01-12', { kind: 'accusation', reason: '反映干部' })
    expect(await sees(store, petition.number, [zhaoqiang, sunli, liming])).toEqual([false, false, true])
    await petition.does('transfer', liming, '2026-01-12', { organ: 'discipline' })
    await petition.does('receive', qianfeng, '2026-01-12')
    await petition.does('accept', qianfeng, '2026-01-12')
    await petition.does('draft', qianfeng, '2026-01-12', draft)
    await petition.does('answerAccusation', cast.fengyan, '2026-01-12')
    await petition.does('inform', qianfeng, '2026-01-12', served)
    await petition.does('close', liming, '2026-01-12')
    expect(await sees(store, petition.number, [zhaoqiang, qianfeng, liming])).toEqual([false, true, true])
  })

  test('by the leader put in charge of it, while in charge, and by nobody else of that leader’s organ', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', { ...filing, kind: 'accusation', accusedOrgans: ['housing'] })
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
    const people = [cast.lincheng, cast.hemei]
    expect(await sees(store, petition.number, people)).toEqual([false, false])
    await petition.does('putInCharge', cast.chenjing, '2026-01-06', { leader: 'lincheng' })
    expect(await sees(store, petition.number, people)).toEqual([true, false])
    await petition.does('endCharge', cast.lincheng, '2026-01-07', { reason: '已经移送' })
    expect(await sees(store, petition.number, people)).toEqual([false, false])
  })
})
