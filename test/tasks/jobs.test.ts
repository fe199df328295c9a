import { expect, test } from 'vitest'
import { up as newLines } from '../../migrations/2026-12-01-new-lines.ts'
import { system, visitor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import { runJobs } from '../../src/tasks/jobs.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { petition } from '../reports/district.ts'

const at = (day: string) => `${day}T02:00:00.000Z`

onBoth('jobs', open => {
  test('a newly announced rest day moves the open terms it touches, once', async () => {
    const store = await open()
    await seatCast(store)
    const filed = await perform(store, {
      on: { procedure: 'petition', channel: 'online' },
      act: 'submit',
      actor: visitor,
      now: at('2026-01-05'),
      input: { kind: 'appeal', title: '楼顶漏水', body: '无人修' },
    })
    if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
    const storm = {
      day: '2026-01-20',
      rest: 1,
      name: '暴雪停工',
      source: '区政府通知',
      announced_on: '2026-01-10',
      year: null,
    }
    await store.db.insertInto('calendar_days').values(storm).execute()
    const job = { name: 'recalculate', payload: '{}', done_at: null }
    await store.db
      .insertInto('jobs')
      .values([
        { ...job, id: 'now', due_at: at('2026-01-10') },
        { ...job, id: 'later', due_at: at('2026-01-12') },
      ])
      .execute()
    expect(await runJobs(store, at('2026-01-10'))).toBe(1)
    expect((await findCase(store.db, system, filed.number))?.deadlines[0]?.due_on).toBe('2026-01-21')
    expect(await runJobs(store, at('2026-01-12'))).toBe(1)
    expect(await runJobs(store, at('2026-01-13'))).toBe(0)
    const events = await store.db.selectFrom('events').select('act').orderBy('seq').execute()
    expect(events.map(event => event.act)).toEqual(['submit', 'recalculate'])
  })

  test('one that fails stays due, and keeps none after it from its turn', async () => {
    const store = await open()
    const job = { payload: '{}', done_at: null, due_at: at('2026-01-10') }
    await store.db
      .insertInto('jobs')
      .values([
        { ...job, id: 'bad', name: 'of a later release', due_at: at('2026-01-09') },
        { ...job, id: 'good', name: 'recalculate' },
      ])
      .execute()
    expect(await runJobs(store, at('2026-01-10'))).toBe(1)
    const left = await store.db.selectFrom('jobs').select('id').where('done_at', 'is', null).execute()
    expect(left).toEqual([{ id: 'bad' }])
    await expect(runJobs(store, at('2026-01-10'), 'of a later release')).rejects.toThrow('there is no job')
  })

  test('replays the log of an earlier build once, so that its figures have the lines of this one', async () => {
    const store = await open()
    await seatCast(store)
    await petition(store, 'J1', { filed: '2026-02-02', accepted: '2026-02-05' })
    const lines = () =>
      store.db.selectFrom('facts').select(['kind', 'what', 'on_day']).orderBy('seq').orderBy('line').execute()
    const before = await lines()
    await store.db.deleteFrom('facts').where('kind', 'in', ['act', 'held']).execute()
    expect(await lines()).not.toEqual(before)
    await newLines(store.db)
    expect(await runJobs(store, at('2026-12-01'))).toBe(1)
    expect(await lines()).toEqual(before)
  })

  test('has nothing to replay in an empty house', async () => {
    const store = await open()
    expect(await runJobs(store, at('2026-12-01'))).toBe(0)
  })
})
