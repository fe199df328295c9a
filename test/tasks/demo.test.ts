import { expect, test } from 'vitest'
import { isPassword } from '../../src/accounts/password.ts'
import type { Store } from '../../src/db/open.ts'
import { petition } from '../../src/procedures/petition/procedure.ts'
import { buildDemo, demoPassword } from '../../src/tasks/demo/build.ts'
import { verify } from '../../src/tasks/verify.ts'
import { onBoth } from '../support/db.ts'

const until = '2026-11-23T09:00:00.000Z'

onBoth('the demo district', open => {
  test('tells a year in which every state, article and slip occurs, and the figures balance', async () => {
    const store = await open()
    const { filed, seats } = await buildDemo(store, { until })
    expect(filed.length).toBeGreaterThanOrEqual(200)
    expect(new Set(await column(store, 'state'))).toEqual(new Set(Object.keys(petition.states)))
    expect(new Set(await column(store, 'channel'))).toEqual(new Set(['online', 'letter', 'phone', 'visit', 'fax']))
    expect(await actsDone(store)).toEqual(new Set(acts))

    expect(await slips(store)).toMatchObject({ overdue: true, extended: true, backdated: true, walled: true })
    expect(await openByFigures(store)).toBe(await openByState(store))
    expect(await signsIn(store, seats.at(-1)?.login ?? '')).toBe(true)

    const problems: string[] = []
    await verify(store, problem => problems.push(problem))
    expect(problems).toEqual([])
  }, 120_000)
})

/** Everything but what only an administrator or a mistake brings about. */
const acts = Object.keys(petition.acts).filter(act => !['wall', 'pullFile', 'recalculate'].includes(act))

const column = async (store: Store, name: 'state' | 'channel') =>
  (await store.db.selectFrom('cases').select(name).execute()).map(row => row[name])

async function actsDone(store: Store) {
  const rows = await store.db.selectFrom('events').select('act').where('stream', 'like', 'case:%').distinct().execute()
  return new Set(rows.map(({ act }) => act))
}

async function slips(store: Store) {
  const deadlines = await store.db.selectFrom('deadlines').selectAll().execute()
  const events = await store.db.selectFrom('events').select('payload').execute()
  const walls = await store.db.selectFrom('walls').selectAll().execute()
  return {
    overdue: deadlines.some(line => line.is_open === 1 && line.is_duty === 1 && line.due_on < until.slice(0, 10)),
    extended: deadlines.some(line => line.extended !== null),
    backdated: events.some(({ payload }) => payload.includes('"backdated":true')),
    walled: walls.length > 10,
  }
}

/** Received, less answered, less ended otherwise: what the figures say is still open. */
async function openByFigures(store: Store) {
  const facts = await store.db.selectFrom('facts').select(['kind', 'sign']).execute()
  const sum = (kind: string) => facts.filter(fact => fact.kind === kind).reduce((sum, { sign }) => sum + sign, 0)
  return sum('received') - sum('answered') - sum('ended')
}

const unanswered = ['submitted', 'registered', 'transferred', 'received', 'objected', 'handling', 'drafted']
const openByState = async (store: Store) =>
  (await column(store, 'state')).filter(state => unanswered.includes(state)).length

async function signsIn(store: Store, person: string) {
  const row = await store.db.selectFrom('credentials').selectAll().where('person', '=', person).executeTakeFirst()
  return row?.must_change === 0 && isPassword(demoPassword, row.hash)
}
