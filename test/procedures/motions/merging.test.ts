import { expect, test } from 'vitest'
import { system } from '../../../src/accounts/actor.ts'
import { openSession } from '../../../src/accounts/term_changes.ts'
import { cast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { contacted, draftMotion, openParts, reference } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { refusedFor, wrongIn } from '../../support/road.ts'

const day = '2026-01-20'

const submitted = async (store: Parameters<typeof draftMotion>[0], actor = signers.weiyuan) => {
  const motion = await draftMotion(store, { procedure: 'cppcc-proposal', actor, day })
  await motion.does('submit', actor, day)
  return motion
}

onBoth('proposals merged into another', open => {
  test('are answered, asked and counted apart from what was filed', async () => {
    const store = await open()
    await seatMotions(store)
    const main = await submitted(store)
    await main.does('register', signers.xuping, day)
    const merged = await submitted(store, signers.weihan)
    await merged.does('merge', signers.xuping, day, { into: main.number, reason: '同一事项' })
    expect((await merged.view()).row).toMatchObject({ state: 'merged', serial: null })
    const answer = { organ: 'housing', class: 'D', opinion: '与主案一并答复' }
    expect(await merged.attempt('relayAnswer', signers.xuping, '2026-03-02', answer)).toMatchObject(
      refusedFor('主案还没有答复，答复以后再转告'),
    )
    await main.does('handOver', signers.xuping, '2026-01-21', { organ: 'housing' })
    for (const act of ['receive', 'contact', 'contactAgain'])
      await main.does(act, cast.zhaoqiang, '2026-02-02', act === 'receive' ? {} : contacted)
    await main.does('draftAnswer', cast.zhaoqiang, '2026-02-03', reference)
    await main.does('answer', cast.sunli, '2026-02-03')
    for (const [field, wrong] of Object.entries({ organ: 'police', class: 'A' }))
      expect(
        await merged.attempt('relayAnswer', signers.xuping, '2026-03-02', { ...answer, [field]: wrong }),
      ).toMatchObject(wrongIn(field))
    await merged.does('relayAnswer', signers.xuping, '2026-03-02', answer)
    await merged.does('serve', signers.xuping, '2026-03-02', {
      signers: await openParts(merged, 'signer'),
      method: 'post',
    })
    const feedback = {
      visit: 'visited',
      heard: 'phone',
      attitude: 'understand',
      toThePoint: 'yes',
      result: 'reserve',
      why: '保留意见',
    }
    await merged.does('rate', signers.weihan, '2026-03-03', feedback)
    await merged.does('contactAfter', cast.zhaoqiang, '2026-03-04', contacted)
    await merged.does('close', signers.xuping, '2026-03-05')
    const facts = await store.db
      .selectFrom('facts')
      .select(['kind', 'what'])
      .where('case_number', '=', merged.number)
      .execute()
    const reached = facts.filter(({ kind }) => kind === 'milestone').map(({ what }) => what)
    expect(reached).toEqual(expect.arrayContaining(['merged', 'mergedAnswered']))
    expect(reached).not.toContain('filed')
    expect(facts.filter(({ kind }) => kind === 'part')).toEqual([])
    expect(facts.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
      expect.arrayContaining(['rated organ:dissatisfied', 'rated attitude:basically']),
    )
  })

  test('go into one of the same session that is filed and not closed', async () => {
    const store = await open()
    await seatMotions(store)
    const next = { procedure: 'cppcc-proposal', term: 13, session: 6, zh: '区政协十三届六次会议', en: 'Sixth plenary' }
    await openSession(
      store,
      { actor: system, now: '2026-02-01T02:00:00.000Z' },
      { ...next, from: '2026-03-01', cutoff: '2026-03-31', copyOf: null },
    )
    const main = await submitted(store)
    await main.does('register', signers.xuping, day)
    const later = await draftMotion(store, { procedure: 'cppcc-proposal', actor: signers.weihan, day: '2026-03-10' })
    await later.does('submit', signers.weihan, '2026-03-10')
    const form = { into: main.number, reason: '同一事项' }
    expect(await later.attempt('merge', signers.xuping, '2026-03-11', form)).toMatchObject(wrongIn('into'))
    const merged = await submitted(store, signers.weihan)
    await store.db.updateTable('cases').set({ state: 'closed' }).where('number', '=', main.number).execute()
    expect(await merged.attempt('merge', signers.xuping, day, form)).toMatchObject(wrongIn('into'))
  })

  test('are reviewed anew by themselves where the merger is undone', async () => {
    const store = await open()
    await seatMotions(store)
    const main = await submitted(store)
    await main.does('register', signers.xuping, day)
    const merged = await submitted(store, signers.weihan)
    await merged.does('merge', signers.xuping, day, { into: main.number, reason: '同一事项' })
    await main.does('withdraw', signers.weiyuan, '2026-01-22', { reason: '另行提出' })
    await merged.does('unmerge', signers.luqing, '2026-01-23', { reason: '主案已撤回' })
    await merged.does('register', signers.xuping, '2026-01-23')
    expect((await merged.view()).row).toMatchObject({ state: 'registered', label: '13-5-002' })
    const lines = await store.db.selectFrom('facts').selectAll().where('case_number', '=', merged.number).execute()
    const standing = (what: string) =>
      lines.filter(line => line.kind === 'milestone' && line.what === what).reduce((sum, { sign }) => sum + sign, 0)
    expect([standing('merged'), standing('filed')]).toEqual([0, 1])
  })

  test('that are not filed are passed on with a ground of the session’s list, and the proposer is told', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await submitted(store)
    const form = { ground: '10', passedAs: 'public', reason: '没有具体建议' }
    expect((await motion.attempt('notFile', signers.xuping, day, { ...form, ground: '99' })).outcome).toBe('invalid')
    await motion.does('notFile', signers.luqing, day, form)
    expect((await motion.view()).row).toMatchObject({ state: 'asOpinion', is_open: 0 })
    const told = await store.db.selectFrom('outbox').select('to_id').where('notice', 'like', '%notFile%').execute()
    expect(told.map(({ to_id }) => to_id)).toEqual(['weiyuan'])
  })
})
