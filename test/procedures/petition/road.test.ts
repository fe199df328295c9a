import { expect, test } from 'vitest'
import { system, visitor } from '../../../src/accounts/actor.ts'
import { perform } from '../../../src/cases/perform.ts'
import { findCase } from '../../../src/cases/view.ts'
import { cast, seatCast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { at, draft, file, filing, served, toAnswered, toClosed, toHandling } from '../../support/road.ts'

onBoth('the petition procedure', open => {
  const seated = async () => {
    const store = await open()
    await seatCast(store)
    return store
  }

  test('handling is extended only by the director, once, by thirty days at most (art. 34)', async () => {
    const petition = await file(await seated())
    await toHandling(petition)
    const byHandler = await petition.attempt('extend', cast.zhaoqiang, '2026-02-01', { days: 30, reason: '鉴定' })
    expect(byHandler).toMatchObject({ outcome: 'refused', because: { article: { zh: '信访工作条例 第三十四条' } } })
    const tooLong = await petition.attempt('extend', cast.sunli, '2026-02-01', { days: 31, reason: '鉴定' })
    expect(tooLong).toMatchObject({ outcome: 'invalid', errors: { days: [{ zh: '“延长天数”最多30，请改为30以内' }] } })
    const noReason = await petition.attempt('extend', cast.sunli, '2026-02-01', { days: 30 })
    expect(noReason).toMatchObject({ outcome: 'invalid', errors: { reason: [expect.anything()] } })
    await petition.does('extend', cast.sunli, '2026-02-01', { days: 30, reason: '鉴定' })
    const again = await petition.attempt('extend', cast.sunli, '2026-02-02', { days: 10, reason: '再等' })
    expect(again).toMatchObject({ outcome: 'refused', because: { reason: { zh: '办理期限只能延长一次' } } })
  })

  test('an extension is recorded before the term expires, whatever legal day it claims (art. 34)', async () => {
    const petition = await file(await seated())
    await toHandling(petition, '2026-01-10')
    const late = await petition.attempt(
      'extend',
      cast.sunli,
      '2026-03-12',
      { days: 30, reason: '鉴定' },
      { occurredOn: '2026-03-11' },
    )
    expect(late).toMatchObject({
      outcome: 'refused',
      because: { reason: { zh: '延期必须在办理期限届满前作出并记录' } },
    })
  })

  test('the answer is signed by someone other than its drafter', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    const both = { ...cast.sunli, roles: ['handler', 'director'] as const }
    await petition.does('draft', both, '2026-02-01', draft)
    expect(await petition.attempt('answer', both, '2026-02-01')).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('answer', { ...cast.sunli, id: 'another' }, '2026-02-01')).toMatchObject({
      outcome: 'done',
    })
  })

  test('an objection is open for five working days, and not again after designation (art. 23)', async () => {
    const petition = await file(await seated(), '2025-12-29')
    await petition.does('register', cast.liming, '2025-12-29', { kind: 'appeal', route: '6' })
    await petition.does('transfer', cast.liming, '2025-12-29', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2025-12-30')
    expect(await petition.attempt('object', cast.zhaoqiang, '2026-01-08', { reason: '不属职权' })).toMatchObject({
      outcome: 'refused',
    })
    await petition.does('object', cast.zhaoqiang, '2026-01-07', { reason: '不属职权' })
    await petition.does('designate', cast.liming, '2026-01-07', { reason: '经核实属其职权' })
    expect(await petition.attempt('object', cast.zhaoqiang, '2026-01-07', { reason: '仍不属' })).toMatchObject({
      outcome: 'refused',
    })
  })

  test('a sixth representative is refused (art. 20)', async () => {
    const petition = await file(await seated())
    const six = await petition.attempt('register', cast.liming, '2026-01-06', {
      kind: 'appeal',
      route: '6',
      heads: 30,
      representatives: 6,
    })
    expect(six).toMatchObject({ outcome: 'invalid', errors: { representatives: [expect.anything()] } })
  })

  test('an appeal needs its lawful route (art. 31)', async () => {
    const petition = await file(await seated())
    expect(await petition.attempt('register', cast.liming, '2026-01-06', { kind: 'appeal' })).toMatchObject({
      outcome: 'invalid',
      errors: { route: [{ zh: '申诉求决类须选择法定途径' }] },
    })
  })

  test('routes one to four are redirected and never accepted (art. 31)', async () => {
    const petition = await file(await seated())
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '2' })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-01-06')
    expect(await petition.attempt('accept', cast.zhaoqiang, '2026-01-06')).toMatchObject({ outcome: 'refused' })
    expect(await petition.does('redirect', cast.zhaoqiang, '2026-01-06', { reason: '请申请劳动仲裁' })).toMatchObject({
      outcome: 'done',
    })
  })

  test.each([
    ['suggestion', undefined, 'answerSuggestion', { adoption: 'part' }, 'XF 29'],
    ['accusation', undefined, 'answerAccusation', {}, 'XF 30'],
    ['appeal', '5', 'answerDuty', {}, 'XF 31(5)'],
  ])('a %s has its own answer and no sixty days', async (kind, route, answer, input, _article) => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', { ...filing, kind })
    await petition.does('register', cast.liming, '2026-01-06', { kind, ...(route && { route }) })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'discipline' })
    await petition.does('receive', cast.qianfeng, '2026-01-06')
    await petition.does('accept', cast.qianfeng, '2026-01-06')
    if (kind === 'suggestion') await petition.does('consider', cast.qianfeng, '2026-01-06', { findings: '可行' })
    await petition.does('draft', cast.qianfeng, '2026-01-07', draft)
    expect(await petition.attempt('answer', cast.fengyan, '2026-01-07')).toMatchObject({ outcome: 'refused' })
    await petition.does(answer, cast.fengyan, '2026-01-07', input)
    await petition.does('inform', cast.qianfeng, '2026-01-08', served)
    await petition.does('close', cast.liming, '2026-01-08')
    const view = await findCase(store.db, system, petition.number)
    expect(view?.deadlines.map(line => line.deadline)).not.toContain('handling')
  })

  test('nothing closes before the review window has lapsed or the petitioner agrees (art. 35)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-02-01')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    expect(await petition.attempt('close', cast.liming, '2026-02-03')).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('expire', system, '2026-03-04')).toMatchObject({ outcome: 'refused' })
    await petition.does('expire', system, '2026-03-05')
    await petition.does('close', cast.liming, '2026-03-05')
  })

  test('a review goes one level up, and a revoked opinion is redone under a fresh sixty days (art. 35)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-02-01')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    await petition.does('requestReview', petition.petitioner, '2026-02-10', { reason: '事实不清' })
    const reviewing = await findCase(store.db, system, petition.number)
    expect(reviewing?.row).toMatchObject({ awaits_role: 'reviewer', awaits_organ: 'district', lead: 'housing' })
    await petition.does('reviewRevoke', cast.hemei, '2026-02-20', { reason: '重新调查' })
    const view = await findCase(store.db, system, petition.number)
    expect(view?.row).toMatchObject({ state: 'handling', awaits_organ: 'housing' })
    expect(view?.deadlines.filter(line => line.deadline === 'handling').map(line => [line.round, line.due_on])).toEqual(
      [
        [1, '2026-03-11'],
        [2, '2026-04-21'],
      ],
    )
  })

  test('a rating needs the second fact, once, and is flagged from an official’s session', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-02-01')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    const wrong = await petition.attempt('rate', petition.petitioner, '2026-02-03', {
      office: 'satisfied',
      organ: 'satisfied',
      secondFact: '9999',
    })
    expect(wrong).toMatchObject({ outcome: 'invalid', errors: { secondFact: [expect.anything()] } })
    const bare = await petition.attempt('rate', petition.petitioner, '2026-02-03', {
      office: 'satisfied',
      organ: 'dissatisfied',
      secondFact: '0012',
    })
    expect(bare).toMatchObject({ outcome: 'invalid', errors: { reason: [{ zh: '不满意请写明原因' }] } })
    const fromOffice = { ...petition.petitioner, isOfficial: true }
    await petition.does('rate', fromOffice, '2026-02-03', {
      office: 'satisfied',
      organ: 'basically',
      secondFact: '002x',
    })
    const facts = await store.db
      .selectFrom('facts')
      .select(['kind', 'what'])
      .where('kind', 'like', 'rated%')
      .orderBy('line')
      .execute()
    expect(facts).toEqual([
      { kind: 'rated-flagged', what: '' },
      { kind: 'rated-flagged', what: 'office:satisfied' },
      { kind: 'rated-flagged', what: 'organ:basically' },
    ])
    const again = await petition.attempt('rate', petition.petitioner, '2026-02-04', {
      office: 'satisfied',
      organ: 'satisfied',
      secondFact: '0012',
    })
    expect(again).toMatchObject({ outcome: 'refused' })
  })

  test('reopening takes the answer back on the day it was counted, and says when that happened', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-02-27')
    await toClosed(petition, '2026-02-28')
    await petition.does('reopen', cast.chenjing, '2026-03-02', { reason: '结果未落实' })
    const facts = await store.db
      .selectFrom('facts')
      .select(['kind', 'sign', 'on_day', 'happened_on'])
      .where('kind', 'in', ['answered', 'closed'])
      .orderBy('seq')
      .orderBy('line')
      .execute()
    expect(facts.map(fact => Object.values(fact).join(' '))).toEqual([
      'answered 1 2026-02-27 2026-02-27',
      'closed 1 2026-02-28 2026-02-28',
      'answered -1 2026-02-27 2026-03-02',
      'closed -1 2026-02-28 2026-03-02',
    ])
  })

  test('a matter registered as an accusation leaves every organ-level figure from its first day (art. 30)', async () => {
    const store = await seated()
    const petition = await file(store)
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
    const facts = await store.db
      .selectFrom('facts')
      .select(['kind', 'restricted', 'petition_kind'])
      .select(eb => eb.fn.sum<number>('sign').as('sum'))
      .groupBy(['kind', 'restricted', 'petition_kind'])
      .orderBy('kind')
      .orderBy('restricted')
      .execute()
    expect(facts.map(fact => [fact.kind, fact.restricted, fact.petition_kind, Number(fact.sum)])).toEqual([
      ['due', 0, 'appeal', 0],
      ['due', 1, 'accusation', 1],
      ['held', 0, 'appeal', 0],
      ['held', 1, 'accusation', 1],
      ['received', 0, 'appeal', 0],
      ['received', 1, 'accusation', 1],
    ])
  })

  test('a lead found to be concerned loses the matter: the office takes it back and sends it elsewhere (arts. 28, 30)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await petition.does('wall', cast.liming, '2026-02-01', {
      accusedOrgans: ['housing'],
      accusedPeople: '周杰警官',
      reason: '利害关系',
    })
    expect(await petition.attempt('draft', cast.zhaoqiang, '2026-02-02', draft)).toEqual({ outcome: 'absent' })
    await petition.does('takeBack', cast.liming, '2026-02-02', { ground: 'concerned', reason: '回避' })
    expect(await petition.attempt('transfer', cast.liming, '2026-02-02', { organ: 'housing' })).toMatchObject({
      outcome: 'refused',
    })
    await petition.does('transfer', cast.liming, '2026-02-02', { organ: 'police' })
    expect(await petition.attempt('receive', cast.zhoujie, '2026-02-02')).toEqual({ outcome: 'absent' })
  })

  test('a matter withdrawn after its day stays late; withdrawn in time it is due no longer', async () => {
    const store = await seated()
    const sumOf = async (day: string) => {
      const petition = await file(store)
      await toHandling(petition)
      await petition.does('withdraw', petition.petitioner, day, { reason: '不办了' })
      const due = store.db.selectFrom('facts').select(eb => eb.fn.sum<number>('sign').as('sum'))
      const row = await due
        .where('case_number', '=', petition.number)
        .where('kind', '=', 'due')
        .where('what', '=', 'handling')
        .executeTakeFirst()
      return Number(row?.sum)
    }
    expect(await sumOf('2026-03-11')).toBe(0)
    expect(await sumOf('2026-03-12')).toBe(1)
  })

  test('that the petitioner agrees is theirs to say; an office records it only with when and how (art. 35)', async () => {
    const store = await seated()
    const petition = await file(store)
    await toHandling(petition)
    await toAnswered(petition, '2026-02-01')
    await petition.does('serve', cast.zhaoqiang, '2026-02-02', served)
    expect(await petition.attempt('agree', cast.liming, '2026-02-02')).toMatchObject({ outcome: 'refused' })
    expect(await petition.attempt('recordAgreement', cast.liming, '2026-02-02')).toMatchObject({ outcome: 'invalid' })
    await petition.does('recordAgreement', cast.liming, '2026-02-02', { note: '当面签字同意' })
    await petition.does('close', cast.liming, '2026-02-02')
  })

  test('a last day on a rest day moves to the next working day, unless the office has switched that off (民法典 203)', async () => {
    const store = await seated()
    const row = { procedure: '', name: 'lastDay', value: 'stays', from_day: '2026-02-01', source: '本机关规则' }
    await store.db.insertInto('parameters').values(row).execute()
    const dueOf = async (day: string) => {
      const petition = await file(store, day)
      return (await findCase(store.db, system, petition.number))?.deadlines[0]?.due_on
    }
    expect(await dueOf('2025-09-20')).toBe('2025-10-09')
    expect(await dueOf('2026-02-01')).toBe('2026-02-16')
  })

  test('an act may be recorded five working days late; beyond that it needs a reason; never early', async () => {
    const petition = await file(await seated())
    const early = await petition.attempt(
      'register',
      cast.liming,
      '2026-01-15',
      { kind: 'suggestion' },
      { occurredOn: '2026-01-16' },
    )
    expect(early).toMatchObject({ outcome: 'invalid', errors: { occurredOn: [{ zh: '办理日期不能晚于今天' }] } })
    const late = await petition.attempt(
      'register',
      cast.liming,
      '2026-01-15',
      { kind: 'suggestion' },
      { occurredOn: '2026-01-07' },
    )
    expect(late).toMatchObject({ outcome: 'invalid', errors: { lateReason: [expect.anything()] } })
    const before = await petition.attempt(
      'register',
      cast.liming,
      '2026-01-08',
      { kind: 'suggestion' },
      { occurredOn: '2026-01-04' },
    )
    expect(before).toMatchObject({ outcome: 'invalid', errors: { occurredOn: [expect.anything()] } })
    await petition.does('register', cast.liming, '2026-01-15', { kind: 'suggestion' }, { occurredOn: '2026-01-08' })
  })

  test('a matter no office here may take is refused with the way upward (art. 20)', async () => {
    const store = await seated()
    const refused = await perform(store, {
      on: { procedure: 'petition', channel: 'online' },
      act: 'submit',
      actor: visitor,
      now: at('2026-01-05'),
      input: { ...filing, kind: 'accusation', accusedOrgans: ['city-petition-office'] },
    })
    expect(refused).toMatchObject({ outcome: 'refused' })
  })
})
