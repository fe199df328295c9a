import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import { empowerOrgan } from '../../src/accounts/organ_changes.ts'
import { findCase } from '../../src/cases/view.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { at, file, filing } from '../support/road.ts'

onBoth('walls', open => {
  const accusation = { ...filing, kind: 'accusation', accusedOrgans: ['housing'], accusedPeople: '李明、周杰' }
  const sees = async (store: Awaited<ReturnType<typeof open>>, actor: Actor, number: string) =>
    (await findCase(store.db, actor, number)) !== undefined

  test('a report of wrongdoing is hidden from the accused organ, those below it and the named persons (arts. 28, 30)', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', accusation)
    for (const actor of [
      cast.zhaoqiang,
      cast.sunli,
      cast.wugang,
      cast.liming,
      cast.zhoujie,
      cast.lincheng,
      cast.tangtong,
      cast.mawei,
    ]) {
      expect(await sees(store, actor, petition.number), actor.name).toBe(false)
    }
    expect(await sees(store, cast.chenjing, petition.number)).toBe(true)
  })

  test('it never goes to the accused organ or one below it (art. 30)', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', { ...accusation, accusedPeople: undefined })
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
    for (const organ of ['housing', 'housing-station']) {
      expect(await petition.attempt('transfer', cast.liming, '2026-01-06', { organ })).toMatchObject({
        outcome: 'refused',
      })
    }
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'discipline' })
    expect(await sees(store, cast.qianfeng, petition.number)).toBe(true)
  })

  test('an organ given by its name is the same organ', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', { ...accusation, accusedOrgans: ['望江区住房和城乡建设局'] })
    expect(await sees(store, cast.zhaoqiang, petition.number)).toBe(false)
    expect(await sees(store, cast.wugang, petition.number)).toBe(false)
  })

  test('a named petition office is bypassed upward', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', { ...filing, kind: 'accusation', accusedOrgans: ['district'] })
    expect(await sees(store, cast.liming, petition.number)).toBe(false)
    expect(await sees(store, cast.citychen, petition.number)).toBe(true)
  })

  test('an office found to be accused, or walled off, hands the matter upward and not to nobody', async () => {
    const store = await open()
    await seatCast(store)
    const by = { actor: cast.mawei, now: at('2026-01-04') }
    await empowerOrgan(store, by, 'city-petition-office', { takes: true, source: '市委〔2026〕1号' })
    const acts = [
      ['register', { kind: 'accusation', accusedOrgans: ['petition-office'] }],
      ['wall', { accusedOrgans: ['district'], reason: '反映本机关' }],
    ] as const
    for (const [act, input] of acts) {
      const petition = await file(store)
      await petition.does(act, cast.liming, '2026-01-06', input)
      expect(await sees(store, cast.liming, petition.number)).toBe(false)
      expect(await sees(store, cast.chenjing, petition.number)).toBe(false)
      const view = await findCase(store.db, cast.citychen, petition.number)
      expect(view?.row).toMatchObject({ office: 'city-petition-office', awaits_organ: 'city-petition-office' })
      if (act === 'wall') await petition.does('register', cast.citychen, '2026-01-07', { kind: 'accusation' })
      await petition.does('transfer', cast.citychen, '2026-01-07', { organ: 'city-petition-office' })
    }
  })

  test('where nothing above is free of it, the act is refused and nothing is lost', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    const input = { accusedOrgans: ['city-petition-office'], reason: '反映上级' }
    expect(await petition.attempt('wall', cast.liming, '2026-01-06', input)).toMatchObject({ outcome: 'refused' })
    expect(await sees(store, cast.liming, petition.number)).toBe(true)
  })

  test('strangers see nothing, and cannot tell it from nothing', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    expect(await sees(store, cast.zhoujie, petition.number)).toBe(false)
    expect(await petition.attempt('receive', cast.zhoujie, '2026-01-06')).toEqual({ outcome: 'absent' })
    expect(await findCase(store.db, cast.zhoujie, 'XF20260105-000000')).toBeUndefined()
  })
})
