import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { petition } from '../reports/district.ts'

onBoth('what the planner knows', (open, database) => {
  test('is learnt beside readers, who read on, and holds no value of any row', async () => {
    const store = await open()
    await seatCast(store)
    await petition(store, 'L1', { filed: '2026-02-02', accepted: '2026-02-05' })
    await store.dialect.learn(store)
    await store.dialect.learn(store)
    expect(await store.reader.selectFrom('facts').select('seq').execute()).not.toHaveLength(0)
    if (database === 'postgres') return
    const { rows } = await sql<{ n: number }>`select count(*) as n from sqlite_stat1`.execute(store.reader)
    expect(rows[0]?.n).toBeGreaterThan(0)
    expect((await sql`select * from sqlite_stat4`.execute(store.reader)).rows).toEqual([])
    await expect(sql`delete from facts`.execute(store.reader)).rejects.toThrow('readonly')
  })
})
