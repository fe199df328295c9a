import { expect, test } from 'vitest'
import { cast } from '../../support/cast.ts'
import { clocksOf, draft, file, filing, refusedFor, toHandling, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('mediation and settlement (art. 33)', seated => {
  const mediating = async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('mediate', cast.zhaoqiang, '2026-01-15', { way: 'mediation' })
    return { store, petition }
  }
  const agreed = { agreement: 'mediation', signedOn: '2026-01-20', terms: '三十日内修复' }

  test('the sixty days go on meanwhile, and may be extended meanwhile (art. 34)', async () => {
    const { store, petition } = await mediating()
    expect(await clocksOf(store, petition, 'handling')).toMatchObject([
      { due_on: '2026-03-11', paused_on: null, is_open: 1 },
    ])
    await petition.does('extend', cast.sunli, '2026-02-01', { days: 30, reason: '继续调解' })
    await petition.does('reachAgreement', cast.zhaoqiang, '2026-02-02', agreed)
    expect(await clocksOf(store, petition, 'handling')).toMatchObject([{ due_on: '2026-04-10', excluded: null }])
  })

  test('an agreement is recorded with its day and its terms, and then answered', async () => {
    const { store, petition } = await mediating()
    expect(await petition.attempt('draft', cast.zhaoqiang, '2026-01-20', draft)).toMatchObject({ outcome: 'refused' })
    expect(
      await petition.attempt('reachAgreement', cast.zhaoqiang, '2026-01-20', { ...agreed, terms: '' }),
    ).toMatchObject(wrongIn('terms'))
    const tomorrow = { ...agreed, signedOn: '2026-01-21' }
    expect(await petition.attempt('reachAgreement', cast.zhaoqiang, '2026-01-20', tomorrow)).toMatchObject(
      wrongIn('signedOn', '这一天还没有到'),
    )
    expect(await petition.attempt('reachAgreement', cast.sunli, '2026-01-20', agreed)).toMatchObject({
      outcome: 'refused',
    })
    await petition.does('reachAgreement', cast.zhaoqiang, '2026-01-20', agreed)
    expect((await viewOf(store, petition)).row.state).toBe('handling')
    await petition.does('draft', cast.zhaoqiang, '2026-01-21', draft)
  })

  test('that comes to nothing is ended with its reason, and handling goes on', async () => {
    const { store, petition } = await mediating()
    expect(await petition.attempt('endMediation', cast.zhaoqiang, '2026-01-20')).toMatchObject(wrongIn('reason'))
    await petition.does('endMediation', cast.zhaoqiang, '2026-01-20', { reason: '物业不同意' })
    expect((await viewOf(store, petition)).row.state).toBe('handling')
  })

  test('is for appeals of the petition procedure, and not while a hearing is open', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('openHearing', cast.zhaoqiang, '2026-01-12', { note: '1月20日' })
    expect(await petition.attempt('mediate', cast.zhaoqiang, '2026-01-13', { way: 'mediation' })).toMatchObject(
      refusedFor('听证尚未结束'),
    )
    const other = await file(store, '2026-01-05', { ...filing, kind: 'suggestion' })
    await other.does('register', cast.liming, '2026-01-10', { kind: 'suggestion' })
    await other.does('transfer', cast.liming, '2026-01-10', { organ: 'housing' })
    await other.does('receive', cast.zhaoqiang, '2026-01-10')
    await other.does('accept', cast.zhaoqiang, '2026-01-10')
    expect(await other.attempt('mediate', cast.zhaoqiang, '2026-01-13', { way: 'mediation' })).toMatchObject(
      refusedFor('只有按信访程序（第三十一条第六项）办理的申诉求决类事项适用这一步'),
    )
  })
})
