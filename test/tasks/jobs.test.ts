import { expect, test } from 'vitest'
import { system, visitor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import { runJobs } from '../../src/tasks/jobs.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

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
})
