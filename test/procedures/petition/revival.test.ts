import { expect, test } from 'vitest'
import { tellStory } from '../../../src/cases/story.ts'
import { cast } from '../../support/cast.ts'
import {
  clocksOf,
  draft,
  file,
  partsOf,
  served,
  toAnswered,
  toHandling,
  toReReviewed,
  toServed,
  viewOf,
  wrongIn,
} from '../../support/road.ts'
import type { Traveller } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('what was turned away or withdrawn wrongly', seated => {
  const reason = '原决定有误'
  const registered = async (route = '6') => {
    const store = await seated()
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route })
    return { store, petition }
  }
  const revived = async (store: Awaited<ReturnType<typeof seated>>, petition: Traveller) => {
    for (const actor of [cast.liming, cast.zhaoqiang, cast.lincheng, petition.petitioner])
      expect((await petition.attempt('revive', actor, '2026-02-10', { reason })).outcome).not.toBe('done')
    expect(await petition.attempt('revive', cast.chenjing, '2026-02-10')).toMatchObject(wrongIn('reason'))
    await petition.does('revive', cast.chenjing, '2026-02-10', { reason })
    expect((await viewOf(store, petition)).row).toMatchObject({
      ...{ state: 'registered', is_open: 1, ended_on: null, lead: null, awaits_organ: 'petition-office' },
      next_due: '2026-02-25',
    })
    expect((await clocksOf(store, petition, 'registration')).at(-1)).toMatchObject({ start_on: '2026-02-10' })
    const facts = await store.db
      .selectFrom('facts')
      .select(eb => eb.fn.sum<number>('sign').as('sum'))
      .where('case_number', '=', petition.number)
      .where('kind', '=', 'ended')
      .executeTakeFirst()
    expect(Number(facts?.sum)).toBe(0)
    const told = await store.db
      .selectFrom('outbox')
      .select(['to_kind', 'notice'])
      .where('case_number', '=', petition.number)
      .where('to_kind', '=', 'petitioner')
      .execute()
    expect(told.map(({ notice }) => notice)).toContain('revive')
  }

  test('by the office: it is registered anew, and handled to its end', async () => {
    const { store, petition } = await registered()
    await petition.does('refuse', cast.liming, '2026-01-07', { ground: 'authority', reason: '不属职权' })
    await revived(store, petition)
    const steps = await tellStory(store, await viewOf(store, petition), 'petitioner')
    expect(steps.at(-1)?.says.zh).toContain('决定恢复受理，重新登记')
    await petition.does('transfer', cast.liming, '2026-02-11', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-02-11')
    await petition.does('accept', cast.zhaoqiang, '2026-02-11')
    await toServed(petition, '2026-02-12')
    await petition.does('agree', petition.petitioner, '2026-02-13')
    await petition.does('close', cast.liming, '2026-02-13')
  })

  test('by the organ: its lead is chosen again', async () => {
    const { store, petition } = await registered()
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-07')
    await petition.does('refuse', cast.zhaoqiang, '2026-01-08', { ground: 'authority', reason: '不属职权' })
    await revived(store, petition)
    expect((await partsOf(store, petition, 'lead')).filter(part => part.is_open === 1)).toEqual([])
  })

  test('sent to another lawful route', async () => {
    const { store, petition } = await registered('1')
    await petition.does('redirect', cast.liming, '2026-01-07', { reason: '向法院起诉' })
    await revived(store, petition)
  })

  test('as withdrawn, at the last level: what was reviewed then is answered and served again', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toServed(petition, '2026-01-12')
    await toReReviewed(petition, '2026-01-14', '2026-01-16')
    await petition.does('openHearing', cast.citychen, '2026-01-17', { note: '听证' })
    await petition.does('closeHearing', cast.citychen, '2026-01-18', { result: '维持' })
    await petition.does('reReviewUphold', cast.citychen, '2026-01-18', { reason: '维持' })
    await petition.does('withdraw', cast.liming, '2026-01-19', { reason: '来电撤回' })
    const told = await store.db
      .selectFrom('outbox')
      .select('notice')
      .where('case_number', '=', petition.number)
      .where('to_kind', '=', 'petitioner')
      .execute()
    expect(told.map(({ notice }) => notice)).toContain('withdraw')
    await revived(store, petition)
    await petition.does('transfer', cast.liming, '2026-02-11', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-02-11')
    await petition.does('accept', cast.zhaoqiang, '2026-02-11')
    await petition.does('draft', cast.zhaoqiang, '2026-02-12', draft)
    await petition.does('answer', cast.sunli, '2026-02-12')
    await petition.does('serve', cast.zhaoqiang, '2026-02-12', served)
    await petition.does('agree', petition.petitioner, '2026-02-13')
    expect((await petition.attempt('conclude', cast.liming, '2026-02-13')).outcome).toBe('refused')
    await petition.does('close', cast.liming, '2026-02-13')
  })

  test('that the petitioner agrees is not for the organ to record whose opinion it is', async () => {
    const { petition } = await registered()
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-07')
    await petition.does('accept', cast.zhaoqiang, '2026-01-07')
    await toAnswered(petition, '2026-01-08')
    await petition.does('serve', cast.zhaoqiang, '2026-01-08', served)
    const agreed = { note: '当面同意' }
    expect((await petition.attempt('recordAgreement', cast.zhaoqiang, '2026-01-09', agreed)).outcome).toBe('refused')
    await petition.does('recordAgreement', cast.liming, '2026-01-09', agreed)
  })
})
