import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { system, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { pathOf } from '../../src/cases/files.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Performance } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { lapseDeadlines, sweep } from '../../src/tasks/sweep.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const at = (day: string) => `${day}T02:00:00.000Z`

async function filed(store: Store) {
  await seatCast(store)
  const filed = await perform(store, {
    on: { procedure: 'petition', channel: 'online' },
    act: 'submit',
    actor: visitor,
    now: at('2026-01-05'),
    input: { kind: 'appeal', title: '楼顶漏水', body: '无人修', petitioner: '王芳', phone: '13800000012' },
  })
  if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
  const { number } = filed
  const act = async (
    act: string,
    actor: Actor,
    day: string,
    input: Performance['input'] = {},
    uploads?: Performance['uploads'],
  ) => {
    const done = await perform(store, { on: { number }, act, actor, now: at(day), input, ...(uploads && { uploads }) })
    expect(done).toMatchObject({ outcome: 'done' })
  }
  return { number, act }
}

async function served(store: Store) {
  const { number, act } = await filed(store)
  await act('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
  await act('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
  await act('receive', cast.zhaoqiang, '2026-01-07')
  await act('accept', cast.zhaoqiang, '2026-01-07')
  await act('draft', cast.zhaoqiang, '2026-01-08', { facts: '属实', basis: '条例', opinion: '维修' })
  await act('answer', cast.sunli, '2026-01-08')
  await act('serve', cast.zhaoqiang, '2026-01-09', { method: 'person', receipt: 'signed' })
  return { number, act }
}

async function supervised(store: Store) {
  const { number, act } = await filed(store)
  await act('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
  await act('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
  await act('receive', cast.zhaoqiang, '2026-01-07')
  await act('accept', cast.zhaoqiang, '2026-01-07')
  await act('supervise', cast.liming, '2026-01-08', { trigger: 'overdue', demand: '说明情况' })
  return { number, act }
}

const acts = async (store: Store) =>
  (await store.db.selectFrom('events').select('act').orderBy('seq').execute()).map(event => event.act)

const lapseNotices = (store: Store) =>
  store.db.selectFrom('outbox').select(['to_kind', 'to_id']).where('notice', '=', 'lapse').execute()

onBoth('sweep', open => {
  test('a duty is not late on its last day, and lapses once the day after', async () => {
    const store = await open()
    const { number } = await filed(store)
    expect(await lapseDeadlines(store, at('2026-01-20'))).toBe(0)
    expect(await lapseDeadlines(store, '2026-01-20T16:00:00.000Z')).toBe(1)
    expect(await lapseDeadlines(store, at('2026-01-22'))).toBe(0)
    expect(await acts(store)).toEqual(['submit', 'lapse'])
    const view = await findCase(store.db, system, number)
    expect(view?.deadlines[0]).toMatchObject({ deadline: 'registration', lapsed_on: '2026-01-21', is_open: 1 })
  })

  test('its owner is told once', async () => {
    const store = await open()
    await filed(store)
    await lapseDeadlines(store, at('2026-01-21'))
    await lapseDeadlines(store, at('2026-01-22'))
    expect(await lapseNotices(store)).toEqual([{ to_kind: 'organ', to_id: 'petition-office' }])
  })

  test('two sweepers at once do no more than one', async () => {
    const store = await open()
    await filed(store)
    const both = await Promise.all([1, 2, 3].map(() => lapseDeadlines(store, at('2026-01-21'))))
    expect(both.sort()).toEqual([0, 0, 1])
    expect(await acts(store)).toEqual(['submit', 'lapse'])
    expect(await lapseNotices(store)).toHaveLength(1)
  })

  test('the clock of a part lapses once, and is told to the organ that has the part', async () => {
    const store = await open()
    const { number } = await supervised(store)
    expect(await lapseDeadlines(store, at('2026-02-10'))).toBe(1)
    expect(await lapseDeadlines(store, at('2026-02-11'))).toBe(0)
    expect((await acts(store)).filter(act => act === 'lapse')).toHaveLength(1)
    expect(await lapseNotices(store)).toEqual([{ to_kind: 'organ', to_id: 'housing' }])
    const view = await findCase(store.db, system, number)
    expect(view?.deadlines.find(line => line.deadline === 'supervisionAnswer')?.lapsed_on).toBe('2026-02-10')
  })

  test('once the window to request a review has lapsed the matter is settled (art. 35)', async () => {
    const store = await open()
    const { number } = await served(store)
    await lapseDeadlines(store, at('2026-02-09'))
    expect((await findCase(store.db, system, number))?.row.state).toBe('served')
    await lapseDeadlines(store, at('2026-02-10'))
    expect((await findCase(store.db, system, number))?.row.state).toBe('settled')
    expect((await acts(store)).filter(act => act === 'expire')).toHaveLength(1)
    expect((await lapseNotices(store)).map(notice => notice.to_kind)).not.toContain('petitioner')
  })

  test('a closed case’s rating window lapses too, so that open lines follow open work', async () => {
    const store = await open()
    const { act } = await served(store)
    await act('recordAgreement', cast.liming, '2026-01-10', { note: '当面签字同意' })
    await act('close', cast.liming, '2026-01-10')
    await lapseDeadlines(store, at('2026-03-01'))
    expect(await store.db.selectFrom('deadlines').select('deadline').where('is_open', '=', 1).execute()).toEqual([])
  })

  test('the bytes of a pulled file go, its row stays', async () => {
    const store = await open()
    const { act } = await filed(store)
    const upload = { name: '误传.txt', bytes: new TextEncoder().encode('不该传的内容') }
    await act('addMaterial', cast.liming, '2026-01-06', { note: '补充' }, [upload])
    const file = await store.db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
    await sweep(store, at('2026-01-07'))
    expect(existsSync(pathOf(store, file.sha256))).toBe(true)
    await act('pullFile', cast.liming, '2026-01-07', { file: file.id, reason: '误传' })
    await sweep(store, at('2026-01-07'))
    expect(existsSync(pathOf(store, file.sha256))).toBe(false)
    expect(await store.db.selectFrom('files').select('id').execute()).toEqual([{ id: file.id }])
  })

  test('what a crash left half written goes after a day, and ended sessions at once', async () => {
    const store = await open()
    const path = `${pathOf(store, 'ab'.repeat(32))}.0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a`
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'half')
    utimesSync(path, new Date('2026-01-05T00:00:00Z'), new Date('2026-01-05T00:00:00Z'))
    const session = { person: 'x', created_at: at('2026-01-01'), seen_at: at('2026-01-01') }
    await store.db
      .insertInto('web_sessions')
      .values([
        { ...session, id: 'old', expires_at: at('2026-01-02') },
        { ...session, id: 'new', expires_at: at('2026-02-02') },
      ])
      .execute()
    await sweep(store, '2026-01-05T20:00:00.000Z')
    expect(existsSync(path)).toBe(true)
    await sweep(store, at('2026-01-07'))
    expect(readdirSync(dirname(path))).toEqual([])
    expect(await store.db.selectFrom('web_sessions').select('id').execute()).toEqual([{ id: 'new' }])
  })
})
