import { expect, test } from 'vitest'
import type { Store } from '../../../src/db/open.ts'
import { cast } from '../../support/cast.ts'
import { draft, file, filing, refusedFor, served, viewOf, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('each kind of matter', seated => {
  const accepted = async (store: Store, kind: string) => {
    const petition = await file(store, '2026-01-05', { ...filing, kind })
    await petition.does('register', cast.liming, '2026-01-06', { kind })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'discipline' })
    await petition.does('receive', cast.qianfeng, '2026-01-06')
    await petition.does('accept', cast.qianfeng, '2026-01-06')
    return petition
  }

  test('a suggestion is considered before it is answered (art. 29)', async () => {
    const petition = await accepted(await seated(), 'suggestion')
    await petition.does('draft', cast.qianfeng, '2026-01-07', draft)
    const answering = { adoption: 'whole' }
    expect(await petition.attempt('answerSuggestion', cast.fengyan, '2026-01-07', answering)).toMatchObject(
      refusedFor('建议须先研究论证，再作答复', '信访工作条例 第二十九条'),
    )
    await petition.does('sendBack', cast.fengyan, '2026-01-07', { reason: '先论证' })
    expect(await petition.attempt('consider', cast.qianfeng, '2026-01-08')).toMatchObject(wrongIn('findings'))
    await petition.does('consider', cast.qianfeng, '2026-01-08', { findings: '可行' })
    await petition.does('draft', cast.qianfeng, '2026-01-08', draft)
    expect(await petition.attempt('answerSuggestion', cast.fengyan, '2026-01-08')).toMatchObject(wrongIn('adoption'))
    await petition.does('answerSuggestion', cast.fengyan, '2026-01-08', answering)
  })

  test.each(['whole', 'part', 'none'])('a suggestion may be adopted: %s', async adoption => {
    const store = await seated()
    const petition = await accepted(store, 'suggestion')
    await petition.does('consider', cast.qianfeng, '2026-01-08', { findings: '可行' })
    await petition.does('draft', cast.qianfeng, '2026-01-08', draft)
    await petition.does('answerSuggestion', cast.fengyan, '2026-01-08', { adoption })
    await petition.does('inform', cast.qianfeng, '2026-01-09', served)
    await petition.does('close', cast.liming, '2026-01-09')
    expect((await viewOf(store, petition)).data.did['answerSuggestion']?.input).toEqual({ adoption })
  })

  test.each(['suggestion', 'accusation'])('a %s has no sixty days, no review and no hearing', async kind => {
    const store = await seated()
    const petition = await accepted(store, kind)
    const only = refusedFor('只有按信访程序（第三十一条第六项）办理的申诉求决类事项适用这一步')
    const days = { days: 30, reason: '复杂' }
    expect(await petition.attempt('extend', cast.fengyan, '2026-01-07', days)).toMatchObject(only)
    expect(await petition.attempt('openHearing', cast.qianfeng, '2026-01-07', { note: '听证' })).toMatchObject(only)
    if (kind === 'suggestion') await petition.does('consider', cast.qianfeng, '2026-01-07', { findings: '可行' })
    await petition.does('draft', cast.qianfeng, '2026-01-07', draft)
    expect(await petition.attempt('answer', cast.fengyan, '2026-01-07')).toMatchObject(only)
    const own = kind === 'suggestion' ? 'answerSuggestion' : 'answerAccusation'
    await petition.does(own, cast.fengyan, '2026-01-07', kind === 'suggestion' ? { adoption: 'none' } : {})
    expect(await petition.attempt('serve', cast.qianfeng, '2026-01-08', served)).toMatchObject(only)
    await petition.does('inform', cast.qianfeng, '2026-01-08', served)
    expect(
      await petition.attempt('requestReview', petition.petitioner, '2026-01-09', { reason: '不服' }),
    ).toMatchObject({
      outcome: 'refused',
    })
    const names = (await viewOf(store, petition)).deadlines.map(line => line.deadline)
    expect(names.filter(name => ['handling', 'reviewRequest', 'review', 'reReview'].includes(name))).toEqual([])
  })

  test('an accusation gets its own answer only, from an organ with the power to handle it (art. 30)', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', { ...filing, kind: 'accusation' })
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
    expect(await petition.attempt('transfer', cast.liming, '2026-01-06', { organ: 'housing' })).toMatchObject({
      outcome: 'refused',
    })
    const other = await accepted(store, 'accusation')
    await other.does('draft', cast.qianfeng, '2026-01-07', draft)
    for (const act of ['answer', 'answerSuggestion', 'answerDuty'])
      expect(await other.attempt(act, cast.fengyan, '2026-01-07', {}), act).toMatchObject({ outcome: 'refused' })
  })
})
