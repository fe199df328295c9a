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
    expect(await demands(store)).toEqual({ triggers: 5, proposals: 3, instructionsOpen: 1, groups: 4, reportsLate: 3 })
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

/** What is asked of organs besides the matter itself, and those who come in numbers. */
async function demands(store: Store) {
  const events = await store.db.selectFrom('events').select(['act', 'payload']).execute()
  const parts = await store.db.selectFrom('assignments').selectAll().where('is_open', '=', 1).execute()
  const reports = await store.db.selectFrom('deadlines').selectAll().where('deadline', '=', 'report').execute()
  const heads = await store.db.selectFrom('facts').select('heads').where('kind', '=', 'received').execute()
  const given = (act: string, field: string) =>
    new Set(events.filter(event => event.act === act).map(({ payload }) => JSON.parse(payload).input[field])).size
  return {
    triggers: given('supervise', 'trigger'),
    proposals: given('propose', 'about'),
    instructionsOpen: parts.filter(({ role }) => role === 'instruction').length,
    groups: heads.filter(({ heads }) => heads !== null && heads > 5).length,
    reportsLate: reports.filter(({ met_on, due_on }) => (met_on ?? until.slice(0, 10)) > due_on).length,
  }
}

/** Received, less answered, less ended otherwise: what the figures say is still open. */
async function openByFigures(store: Store) {
  const facts = await store.db.selectFrom('facts').select(['kind', 'sign']).execute()
  const sum = (kind: string) => facts.filter(fact => fact.kind === kind).reduce((sum, { sign }) => sum + sign, 0)
  return sum('received') - sum('answered') - sum('ended')
}

// prettier-ignore
const unanswered = ['submitted', 'registered', 'transferred', 'handedOver', 'handedDown', 'disputed', 'received', 'objected', 'handling', 'mediating', 'drafted']
const openByState = async (store: Store) =>
  (await column(store, 'state')).filter(state => unanswered.includes(state)).length

async function signsIn(store: Store, person: string) {
  const row = await store.db.selectFrom('credentials').selectAll().where('person', '=', person).executeTakeFirst()
  return row?.must_change === 0 && isPassword(demoPassword, row.hash)
}
