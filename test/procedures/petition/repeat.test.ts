import { expect, test } from 'vitest'
import { findCase } from '../../../src/cases/view.ts'
import { tellStory } from '../../../src/cases/story.ts'
import { rebuild } from '../../../src/tasks/rebuild.ts'
import { cast, seatCast } from '../../support/cast.ts'
import { onBoth } from '../../support/db.ts'
import { file, filing, toHandling } from '../../support/road.ts'

onBoth('a repeated petition', open => {
  const seated = async () => {
    const store = await open()
    await seatCast(store)
    return store
  }
  const lines = async (store: Awaited<ReturnType<typeof seated>>, number: string) =>
    (
      await store.db
        .selectFrom('facts')
        .selectAll()
        .where('kind', '=', 'repeat')
        .where('case_number', '=', number)
        .orderBy('seq')
        .orderBy('line')
        .execute()
    ).map(({ what, sign, on_day, happened_on, recorded_on, petition_kind }) => ({
      what,
      sign,
      on_day,
      happened_on,
      recorded_on,
      petition_kind,
    }))

  test('is linked to the earlier one and unlinked with a reason, and counted on the day it was received', async () => {
    const store = await seated()
    const first = await file(store, '2026-01-05')
    const second = await file(store, '2026-02-10')
    await second.does('linkRepeat', cast.liming, '2026-03-02', { earlier: first.number.toLowerCase() })
    const linked = { what: first.number, on_day: '2026-02-10', happened_on: '2026-02-10', petition_kind: 'appeal' }
    expect(await lines(store, second.number)).toEqual([{ ...linked, sign: 1, recorded_on: '2026-03-02' }])
    expect(await second.attempt('unlinkRepeat', cast.chenjing, '2026-03-03')).toMatchObject({
      outcome: 'invalid',
      errors: { reason: [expect.anything()] },
    })
    await second.does('unlinkRepeat', cast.chenjing, '2026-03-03', { reason: '不是同一事项' })
    expect(await lines(store, second.number)).toEqual([
      { ...linked, sign: 1, recorded_on: '2026-03-02' },
      { ...linked, sign: -1, recorded_on: '2026-03-03' },
    ])
    expect(await lines(store, first.number)).toEqual([])
    expect((await findCase(store.db, cast.liming, second.number))?.row.state).toBe('submitted')
  })

  test('is linked once until it is unlinked, and unlinked only when linked', async () => {
    const store = await seated()
    const first = await file(store, '2026-01-05')
    const second = await file(store, '2026-01-06')
    const third = await file(store, '2026-01-07')
    expect(await third.attempt('unlinkRepeat', cast.liming, '2026-01-08', { reason: '误关联' })).toMatchObject({
      outcome: 'refused',
      because: { reason: { zh: '本件没有关联在先的信访事项' } },
    })
    await third.does('linkRepeat', cast.liming, '2026-01-08', { earlier: first.number })
    expect(await third.attempt('linkRepeat', cast.liming, '2026-01-08', { earlier: second.number })).toMatchObject({
      outcome: 'refused',
      because: { reason: { zh: '本件已经关联为重复件，改关联另一件须先取消关联' } },
    })
    await third.does('unlinkRepeat', cast.liming, '2026-01-08', { reason: '误关联' })
    await third.does('linkRepeat', cast.liming, '2026-01-08', { earlier: second.number })
    expect((await lines(store, third.number)).map(({ what, sign }) => [what, sign])).toEqual([
      [first.number, 1],
      [first.number, -1],
      [second.number, 1],
    ])
  })

  test('repeats one received earlier or the same day: never itself, nor one that repeats it', async () => {
    const store = await seated()
    const first = await file(store, '2026-01-05')
    const sameDay = await file(store, '2026-01-05')
    const later = await file(store, '2026-01-07')
    const errorOf = async (traveller: typeof first, earlier: string) =>
      traveller.attempt('linkRepeat', cast.liming, '2026-01-08', { earlier })
    const refused = (zh: string) => ({ outcome: 'invalid', errors: { earlier: [{ zh }] } })
    expect(await errorOf(first, first.number)).toMatchObject(refused('这是本件自己的编号，请填写在先的那一件'))
    expect(await errorOf(first, later.number)).toMatchObject(refused('那一件收到在后，请在那一件上关联本件'))
    expect(await errorOf(sameDay, first.number)).toMatchObject({ outcome: 'done' })
    const round = refused('那一件已经关联为本件的重复件，请先取消那边的关联')
    expect(await errorOf(first, sameDay.number)).toMatchObject(round)
  })

  test('one hidden from the clerk cannot be told from one that is not there', async () => {
    const store = await seated()
    const hidden = await file(store, '2026-01-05', {
      ...filing,
      kind: 'accusation',
      accusedOrgans: ['petition-office'],
    })
    const second = await file(store, '2026-01-06')
    const outcomes = await Promise.all(
      [hidden.number, 'XF20260105-000000'].map(earlier =>
        second.attempt('linkRepeat', cast.liming, '2026-01-08', { earlier }),
      ),
    )
    expect(outcomes[0]).toEqual(outcomes[1])
    expect(outcomes[0]).toMatchObject({ errors: { earlier: [{ zh: '查不到这个编号，请核对' }] } })
  })

  test('is linked by the office alone, in any state, and is no step on the petitioner’s timeline', async () => {
    const store = await seated()
    const first = await file(store, '2026-01-05')
    const second = await file(store, '2026-01-06')
    await toHandling(second)
    for (const actor of [cast.zhaoqiang, second.petitioner, cast.citychen])
      expect((await second.attempt('linkRepeat', actor, '2026-01-12', { earlier: first.number })).outcome).not.toBe(
        'done',
      )
    await second.does('withdraw', second.petitioner, '2026-01-12', { reason: '不办了' })
    await second.does('linkRepeat', cast.chenjing, '2026-01-13', { earlier: first.number })
    const view = await findCase(store.db, cast.liming, second.number)
    if (!view) throw new Error('absent')
    const theirs = await tellStory(store, view, 'petitioner')
    expect(theirs.map(({ act }) => act)).not.toContain('linkRepeat')
    const told = await tellStory(store, view, 'official')
    expect(told.at(-1)?.says.zh).toBe('本件已关联为重复件。')
    expect(JSON.stringify(told)).not.toContain(first.number)
  })

  test('found to be of another kind is a repeat of that kind from its first day, and a rebuild agrees', async () => {
    const store = await seated()
    const first = await file(store, '2026-01-05')
    const second = await file(store, '2026-01-06')
    await second.does('linkRepeat', cast.liming, '2026-01-07', { earlier: first.number })
    await second.does('register', cast.liming, '2026-01-08', { kind: 'suggestion' })
    const counted = await lines(store, second.number)
    expect(counted.map(({ sign, petition_kind }) => [sign, petition_kind])).toEqual([
      [1, 'appeal'],
      [-1, 'appeal'],
      [1, 'suggestion'],
    ])
    const differences: unknown[] = []
    await rebuild(store, found => differences.push(found))
    expect(differences).toEqual([])
    expect(await lines(store, second.number)).toEqual(counted)
  })
})
