import { expect, test } from 'vitest'
import { cast } from '../../support/cast.ts'
import { file, handedDownAndOver, toAnswered, toHandling, wrongIn } from '../../support/road.ts'
import { onBothSound } from '../../support/sound.ts'

onBothSound('the legal day of an act', seated => {
  const late = { lateReason: '当时未联网' }

  test('that keeps the state is not before the day of receipt', async () => {
    const petition = await file(await seated())
    await toHandling(petition)
    const noting = (occurredOn: string) =>
      petition.attempt('addMaterial', cast.liming, '2026-01-12', { note: '照片' }, { occurredOn, ...late })
    expect(await noting('2026-01-04')).toMatchObject(wrongIn('occurredOn', '办理日期不能早于收到之日（2026-01-05）'))
    expect(await noting('2026-01-13')).toMatchObject(wrongIn('occurredOn', '办理日期不能晚于今天'))
    expect(await noting('2026-01-05')).toMatchObject({ outcome: 'done' })
  })

  test('that moves the case is not before the move before it', async () => {
    const petition = await file(await seated())
    await toHandling(petition, '2026-01-10')
    const drafting = { facts: '属实', basis: '条例', opinion: '维修' }
    expect(
      await petition.attempt('draft', cast.zhaoqiang, '2026-01-12', drafting, { occurredOn: '2026-01-09' }),
    ).toMatchObject(wrongIn('occurredOn', '办理日期不能早于上一步（2026-01-10）'))
  })

  test('on a part is not before the part was given', async () => {
    const petition = await handedDownAndOver(await seated())
    await petition.does('accept', cast.zhaoqiang, '2026-01-12')
    await petition.does('supervise', cast.liming, '2026-01-15', { trigger: 'other', demand: '说明' })
    expect(
      await petition.attempt(
        'answerSupervision',
        cast.zhaoqiang,
        '2026-01-16',
        { answer: '说明' },
        { occurredOn: '2026-01-14' },
      ),
    ).toMatchObject(wrongIn('occurredOn', '办理日期不能早于上一步（2026-01-15）'))
    await toAnswered(petition, '2026-01-17')
    const reporting = { result: '办结' }
    const report = await petition.attempt('report', cast.zhaoqiang, '2026-01-20', reporting, {
      occurredOn: '2026-01-08',
      ...late,
    })
    expect(report).toMatchObject(wrongIn('occurredOn'))
  })

  test('a move recorded after an act on a part is held to the moves, not to the part', async () => {
    const petition = await handedDownAndOver(await seated())
    await petition.does('accept', cast.zhaoqiang, '2026-01-12')
    await petition.does('supervise', cast.liming, '2026-01-13', { trigger: 'other', demand: '说明' })
    await petition.does('answerSupervision', cast.zhaoqiang, '2026-01-20', { answer: '说明' })
    const drafting = { facts: '属实', basis: '条例', opinion: '维修' }
    await petition.does('draft', cast.zhaoqiang, '2026-01-21', drafting, { occurredOn: '2026-01-19' })
  })
})
