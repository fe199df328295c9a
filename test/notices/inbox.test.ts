import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import { countUnread, listNotices } from '../../src/notices/inbox.ts'
import type { NoticePlace } from '../../src/notices/inbox.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, toHandling } from '../support/road.ts'

onBoth('messages to a person', open => {
  const inCharge = async () => {
    const { store, read, post } = await office(open)
    const petition = await file(store)
    await toHandling(petition, '2026-01-06')
    for (const leader of ['lincheng', 'luofan'])
      await petition.does('putInCharge', cast.chenjing, '2026-01-07', { leader })
    await petition.does('instruct', cast.lincheng, '2026-01-08', { instruction: '到现场' })
    await petition.does('reportInstruction', cast.zhaoqiang, '2026-01-09', { result: '已到现场' })
    return { store, read, post, petition }
  }

  test('a leader is told of a charge and of the report on an instruction; nobody else of the organ is', async () => {
    const { read } = await inCharge()
    const said = await read('lincheng', '/notices')
    expect(said).toContain('请您包案')
    expect(said).toContain('批示落实情况已报告')
    expect(await read('luofan', '/notices')).not.toContain('批示落实情况已报告')
    expect(await read('hemei', '/notices')).not.toContain('请您包案')
  })

  test('they stand among those to the organ by the time of each, page by page', async () => {
    const { store, petition } = await inCharge()
    const day = (at: string) => `2026-01-${at}T05:00:00.000Z`
    const row = { case_number: petition.number, to_kind: 'organ' as const, to_id: 'district', notice: 'urge' }
    const rest = { params: '{}', delivered_at: null, read_at: null }
    for (const at of ['07', '09']) {
      await store.db
        .insertInto('outbox')
        .values({ ...row, ...rest, id: at, created_at: day(at) })
        .execute()
    }
    const told = (await onePerPage(store, cast.lincheng)).map(({ notice }) => notice)
    expect(told).toEqual(['urge', 'reportInstruction', 'urge', 'putInCharge'])
  })

  test('they are read by whom they were sent to, and by no other', async () => {
    const { store, post } = await inCharge()
    const shown = (await listNotices(store.db, cast.lincheng, undefined, 9)).map(({ id }) => id)
    await post('luofan', '/notices', { shown })
    expect(await countUnread(store.db, cast.lincheng)).toBe(2)
    await post('lincheng', '/notices', { shown })
    expect(await countUnread(store.db, cast.lincheng)).toBe(0)
    expect(await countUnread(store.db, cast.luofan)).toBe(1)
  })

  test('they stop showing once the leader must not learn of the matter', async () => {
    const { store, petition } = await inCharge()
    await petition.does('wall', cast.liming, '2026-01-10', { accusedPeople: '林成', reason: '亲戚' })
    expect(await onePerPage(store, cast.lincheng)).toEqual([])
    expect(await countUnread(store.db, cast.lincheng)).toBe(0)
  })
})

async function onePerPage({ db }: Store, actor: Actor) {
  const rows = []
  for (let last: NoticePlace | undefined; ;) {
    const [row] = await listNotices(db, actor, last, 1)
    if (!row) return rows
    rows.push(row)
    last = { at: row.created_at, id: row.id }
  }
}
