import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '../../src/db/dialect.ts'
import { answersDue, clocksDue } from '../../src/overview/clocks.ts'
import { ownersOn } from '../../src/overview/lapsing.ts'
import { sumsBetween } from '../../src/reports/kept_sums.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const { lincheng } = cast
const span = { from: '2026-03-01', to: '2026-03-08' }

/** Everything the leader's page lists or adds up, with the index that must serve it. */
// prettier-ignore
const questions: Record<string, { ask: (db: Db) => { compile(): { sql: string; parameters: readonly unknown[] } }; index: RegExp }> = {
  'what comes due':                   { ask: db => clocksDue(db, lincheng, span).limit(3), index: /deadlines_open/ },
  'whose it is on a day':             { ask: db => ownersOn(db, lincheng, '2026-03-02'), index: /deadlines_open/ },
  'which answers are overdue':        { ask: db => answersDue(db, lincheng, { to: '2026-03-08' }).limit(5), index: /deadlines_open/ },
  'how organs did in a year':         { ask: db => sumsBetween(db, '2026-03-01T00', 'organ', '2025-01-01', '2025-12-31'), index: /PRIMARY KEY|figure_sums_pkey/ },
}

onBoth('the leader’s page is served by indexes', (open, database) => {
  test.each(Object.entries(questions))('%s', async (_, { ask, index }) => {
    const store = await open()
    await seatCast(store)
    const plan = await store.db.transaction().execute(async trx => {
      if (database === 'postgres') await sql`set local enable_seqscan = off`.execute(trx)
      return store.dialect.explain(trx, ask(trx))
    })
    expect(plan.join('\n')).toMatch(index)
    expect(plan.join('\n')).not.toMatch(
      /SCAN (cases|own|deadlines|walls|figure_sums)(?! USING)|Seq Scan on (cases|deadlines|figure_sums)/,
    )
  })
})
