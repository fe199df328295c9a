import { expect, test } from 'vitest'
import { isPassword } from '../../src/accounts/password.ts'
import type { Store } from '../../src/db/open.ts'
import { cppccProposal } from '../../src/procedures/cppcc-proposal/procedure.ts'
import { deputySuggestion } from '../../src/procedures/deputy-suggestion/procedure.ts'
import { petition } from '../../src/procedures/petition/procedure.ts'
import type { Procedure } from '../../src/procedures/procedure.ts'
import { buildDemo, demoPassword } from '../../src/tasks/demo/build.ts'
import { publishMonths } from '../../src/tasks/publish_months.ts'
import { verify } from '../../src/tasks/verify.ts'
import { attack } from '../reports/public/attack.ts'
import { protectedIn } from '../reports/public/protected.ts'
import { published } from '../reports/public/published.ts'
import { onBoth } from '../support/db.ts'

const until = '2026-11-23T09:00:00.000Z'

onBoth('the demo district', open => {
  test('tells a year in which every state, article and slip occurs, the figures balance, and its public statistics give nobody away', async () => {
    const store = await open()
    const { filed, seats } = await buildDemo(store, { until })
    expect(filed.length).toBeGreaterThanOrEqual(200)
    expect(new Set(await column(store, 'state'))).toEqual(new Set(Object.keys(petition.states)))
    expect(new Set(await column(store, 'channel'))).toEqual(new Set(['online', 'letter', 'phone', 'visit', 'fax']))
    for (const procedure of [petition, deputySuggestion, cppccProposal])
      expect(await actsNeverDone(store, procedure), procedure.id).toEqual(rare[procedure.id])

    expect(await slips(store)).toMatchObject({ overdue: true, extended: true, backdated: true, walled: true })
    expect(await demands(store)).toEqual({ triggers: 5, proposals: 3, instructionsOpen: 1, groups: 4, reportsLate: 3 })
    expect(await openByFigures(store)).toBe(await openByState(store))
    expect(await closedOf(store, 'congress-18-5')).toEqual({ filed: 115, closed: 108 })
    expect(await closedOf(store, 'cppcc-13-5')).toEqual({ filed: 84, closed: 79 })
    expect(await signsIn(store, seats.at(-1)?.login ?? '')).toBe(true)

    const problems: string[] = []
    await verify(store, problem => problems.push(problem))
    expect(problems).toEqual([])

    expect(await publishMonths(store, until)).toBeGreaterThanOrEqual(12)
    const made = await published(store, until)
    const { pinned } = await attack(made, protectedIn(made), false)
    expect(pinned).toEqual([])
  }, 300_000)
})

/** What only an administrator or a mistake brings about, and what is told in other tests. */
const rare: Readonly<Record<string, string[]>> = {
  petition: ['wall', 'pullFile', 'recalculate'],
  'deputy-suggestion': ['agreeToWithdraw', 'addSeparate', 'countSilence', 'recalculate'],
  'cppcc-proposal': ['agreeToWithdraw', 'unmerge', 'addSeparate', 'contactAfterFor', 'countSilence', 'recalculate'],
}

const column = async (store: Store, name: 'state' | 'channel') =>
  (await store.db.selectFrom('cases').select(name).where('procedure', '=', petition.id).execute()).map(row => row[name])

async function actsNeverDone(store: Store, { acts, prefix }: Procedure) {
  const rows = await store.db
    .selectFrom('events')
    .select('act')
    .where('stream', 'like', `case:${prefix}%`)
    .distinct()
    .execute()
  const done = new Set(rows.map(({ act }) => act))
  return Object.keys(acts).filter(act => !done.has(act))
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
  const events = await store.db
    .selectFrom('events')
    .select(['act', 'payload'])
    .where('stream', 'like', `case:${petition.prefix}%`)
    .execute()
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
  const facts = await store.db
    .selectFrom('facts')
    .select(['kind', 'sign'])
    .where('procedure', '=', petition.id)
    .execute()
  const sum = (kind: string) => facts.filter(fact => fact.kind === kind).reduce((sum, { sign }) => sum + sign, 0)
  return sum('received') - sum('answered') - sum('ended')
}

// prettier-ignore
const unanswered = ['submitted', 'registered', 'transferred', 'handedOver', 'handedDown', 'disputed', 'received', 'objected', 'handling', 'mediating', 'drafted']
const openByState = async (store: Store) =>
  (await column(store, 'state')).filter(state => unanswered.includes(state)).length

/** A batch that is not quite at its end. */
async function closedOf(store: Store, session: string) {
  const facts = await store.db
    .selectFrom('facts')
    .select(['what', 'sign'])
    .where('kind', '=', 'milestone')
    .where('session', '=', session)
    .execute()
  const sum = (what: string) => facts.filter(fact => fact.what === what).reduce((sum, { sign }) => sum + sign, 0)
  return { filed: sum('filed'), closed: sum('closed') }
}

async function signsIn(store: Store, person: string) {
  const row = await store.db.selectFrom('credentials').selectAll().where('person', '=', person).executeTakeFirst()
  return row?.must_change === 0 && isPassword(demoPassword, row.hash)
}
