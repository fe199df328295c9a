import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import { answering } from '../../src/cases/queries.ts'
import { placesOverdue, placesReceived, placesWithOrgan } from '../../src/cases/places.ts'
import { partiesHashed, placesMatching } from '../../src/cases/search.ts'
import type { Db } from '../../src/db/dialect.ts'
import type { Store } from '../../src/db/open.ts'
import { addressesOf, inbox, unread } from '../../src/notices/inbox.ts'
import { clocksOwed } from '../../src/queues/owed.ts'
import { partsCharged, partsJudged, partsOwed } from '../../src/queues/parts.ts'
import { placesInSeries, placesLabelled } from '../../src/cases/labelled.ts'
import { partsSigned } from '../../src/queues/signed.ts'
import { awaitingDecision, awaitingOrgan, awaitingRole, dueInDistrict } from '../../src/queues/queries.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const today = '2026-03-01'
const place = { key: '2026-02-01', number: 'XF20260201-000000' }
const { liming, zhaoqiang, lincheng } = cast
const signer: Actor = { ...zhaoqiang, id: 'daihong', roles: ['deputy'] }
type Question = { compile(): { sql: string; parameters: readonly unknown[] } }

/** Every list an official pages through, with the index that must serve it. */
const lists: Record<string, { ask: (store: Store) => Question; index: RegExp; isSorted: boolean }> = {
  'what awaits me': {
    ask: ({ db }) => awaitingRole(db, zhaoqiang, 'handler', place, 51),
    index: /cases_awaiting/,
    isSorted: true,
  },
  'what awaits my unit': {
    ask: ({ db }) => awaitingOrgan(db, zhaoqiang, place, 51),
    index: /cases_awaiting_organ/,
    isSorted: true,
  },
  'what is due soon': {
    ask: ({ db }) => clocksOwed(db, liming, { from: today, before: '2026-03-08' }, undefined).limit(51),
    index: /deadlines_owed/,
    isSorted: true,
  },
  'what is overdue': {
    ask: ({ db }) => clocksOwed(db, liming, { before: today }, place).limit(51),
    index: /deadlines_owed/,
    isSorted: true,
  },
  'what is overdue in the district': {
    ask: ({ db }) => dueInDistrict(db, lincheng, { before: today }, place, 51),
    index: /cases_open_late/,
    isSorted: true,
  },
  'our parts in others’ cases': {
    ask: ({ db }) => partsOwed(db, zhaoqiang, place).limit(51),
    index: /assignments_open/,
    isSorted: false,
  },
  'what others await our word on': {
    ask: ({ db }) => partsJudged(db, liming, place).limit(51),
    index: /assignments_given/,
    isSorted: false,
  },
  'what is in my charge': {
    ask: ({ db }) => partsCharged(db, lincheng, place).limit(51),
    index: /assignments_person/,
    isSorted: false,
  },
  'what I signed': {
    ask: ({ db }) => partsSigned(db, signer, place).limit(51),
    index: /assignments_person/,
    isSorted: false,
  },
  'a number in its series': {
    ask: ({ db }) => placesLabelled(db, lincheng, '18-5-001'),
    index: /cases_labelled/,
    isSorted: false,
  },
  'a number said short': {
    ask: ({ db }) => placesInSeries(db, lincheng, ['congress-18-5'], 'session', 7),
    index: /cases_(numbered|of_session)/,
    isSorted: false,
  },
  'what my organ is to decide': {
    ask: ({ db }) => awaitingDecision(db, lincheng, place, 51),
    index: /cases_awaiting/,
    isSorted: true,
  },
  'cases of my organ': { ask: ({ db }) => placesWithOrgan(db, 'housing', place), index: /case_organs/, isSorted: true },
  'cases of the district': {
    ask: ({ db }) => placesReceived(db, lincheng, place),
    index: /cases_received/,
    isSorted: true,
  },
  'cases in a state': {
    ask: ({ db }) => placesReceived(db, lincheng, place).where('state', '=', 'handling'),
    index: /cases_state/,
    isSorted: true,
  },
  'overdue cases': {
    ask: ({ db }) => placesOverdue(db, lincheng, today, place),
    index: /cases_open_late/,
    isSorted: true,
  },
  'the rows of a page': {
    ask: ({ db }) => answering(db, liming, { today, organ: 'housing' }, [place]),
    index: /cases/,
    isSorted: false,
  },
  words: {
    ask: store => placesMatching(store, liming, ['漏水'], undefined),
    index: /search_grams|VIRTUAL TABLE INDEX 0:M1/,
    isSorted: false,
  },
  'a person': { ask: ({ db }) => partiesHashed(db, ['a', 'b']), index: /party_hashes_(hash|pkey)/, isSorted: false },
  'notices to my organ': {
    ask: ({ db }) => inbox(db, liming, addressesOf(liming)[0], { at: place.key, id: 'x' }).limit(51),
    index: /outbox_to/,
    isSorted: true,
  },
  'notices to a leader': {
    ask: ({ db }) => inbox(db, lincheng, addressesOf(lincheng)[1], { at: place.key, id: 'x' }).limit(51),
    index: /outbox_to/,
    isSorted: true,
  },
  'unread notices': { ask: ({ db }) => unread(db, liming), index: /outbox_unread[^]*outbox_unread/, isSorted: false },
}

onBoth('whatever officials page through is served by an index', (open, database) => {
  test.each(Object.entries(lists))('%s', async (name, { ask, index, isSorted }) => {
    const store = await open()
    await seatCast(store)
    await fill(store, name === 'words')
    const plan = (await explain(store, ask(store), isSorted)).join('\n')
    expect(plan).not.toMatch(database === 'sqlite' ? wholeInSqlite : wholeInPostgres)
    expect(plan).toMatch(index)
    expect(plan).not.toContain('hashed SubPlan')
    if (isSorted) expect(plan).not.toMatch(/\bTEMP B-TREE FOR ORDER BY|^\s*(->\s*)?Sort /m)
  })
})

const wholeInSqlite =
  /SCAN (cases|case_organs|deadlines|events|facts|outbox|assignments|parties|party_hashes)(?! USING)/
const wholeInPostgres =
  /Seq Scan on (cases|case_organs|deadlines|events|facts|outbox|assignments|parties|party_hashes|search)\b/

/** On PostgreSQL a small table is read whole and sorted out of thrift; asked not to, it shows what an index can serve. */
const explain = (store: Store, question: Question, isSorted: boolean): Promise<string[]> =>
  store.db.transaction().execute(async trx => {
    if (store.dialect.name === 'postgres')
      for (const thrift of isSorted ? ['seqscan', 'bitmapscan', 'sort'] : ['seqscan'])
        await sql`set local ${sql.raw(`enable_${thrift}`)} = off`.execute(trx)
    return store.dialect.explain(trx, question)
  })

/** Enough rows, most of them closed, for a planner to have something to choose between. */
async function fill({ db, dialect }: Store, withWords: boolean): Promise<void> {
  const rows = Array.from({ length: 2000 }, (_, i) => caseRow(i))
  for (let from = 0; from < rows.length; from += 500) {
    const some = rows.slice(from, from + 500)
    await db.insertInto('cases').values(some).execute()
    await db.insertInto('case_organs').values(some.flatMap(withOrgans)).execute()
    await db.insertInto('deadlines').values(some.map(clock)).execute()
    await db.insertInto('assignments').values(some.map(part)).execute()
    await db.insertInto('outbox').values(some.map(notice)).execute()
  }
  for (const [i, { number }] of withWords ? rows.slice(0, 500).entries() : [])
    await dialect.indexWords(db, number, i % 100 === 0 ? '楼顶 漏水' : '增设 路灯')
  await analyse(db, dialect.name)
}

const analyse = (db: Db, name: string) => (name === 'postgres' ? sql`analyze`.execute(db) : Promise.resolve())

function caseRow(i: number) {
  const isOpen = i % 20 === 0
  const day = `2026-0${1 + (i % 9)}-1${i % 10}`
  return {
    number: `XF${day.replaceAll('-', '')}-${String(i).padStart(6, '0')}`,
    procedure: 'petition',
    procedure_version: '2022-05-01',
    version: 1,
    state: isOpen ? 'handling' : 'closed',
    is_open: isOpen ? 1 : 0,
    kind: 'appeal',
    route: '6',
    category: null,
    channel: 'online',
    origin: 'people' as const,
    office: 'petition-office',
    lead: i % 3 === 0 ? 'housing' : 'police',
    awaits_role: isOpen ? 'handler' : null,
    awaits_organ: isOpen ? (i % 3 === 0 ? 'housing' : 'police') : null,
    next_due: isOpen ? day : null,
    received_on: day,
    received_at: `${day}T02:00:00.000Z`,
    ended_on: null,
    restricted: 0,
    drafted: 0,
    session: `congress-18-${i % 5}`,
    series: i % 4 === 0 ? 'between' : 'session',
    serial: i,
    label: `18-${i % 5}-${i}`,
    published_on: null,
    data: '{}',
  }
}

const withOrgans = ({ number, received_at, lead }: ReturnType<typeof caseRow>) =>
  ['petition-office', lead].map(organ => ({ organ, received_at, case_number: number }))

const clock = ({ number, received_on, office, is_open }: ReturnType<typeof caseRow>) => ({
  ...{ case_number: number, deadline: 'registration', assignment: '', round: 1, term: '15 calendar days' },
  ...{ owner_role: 'clerk', owner_organ: office, start_on: received_on, start_at: null, raw_on: received_on },
  ...{ due_on: received_on, due_at: null, provisional: 0, extended: null, paused_on: null, excluded: null },
  ...{ calendar: '', met_on: null, ended_on: null, lapsed_on: null, is_open, is_duty: 1 },
})

const part = ({ number, lead, received_on, is_open }: ReturnType<typeof caseRow>, i: number) => ({
  ...{ case_number: number, id: '001', organ: lead, role: 'supervision' as const, is_open, since_on: received_on },
  ...{
    state: i % 3 === 0 ? 'asked' : 'reported',
    sender: 'petition-office',
    person: i % 7 === 0 ? 'lincheng' : 'liming',
  },
})

const notice = ({ number, received_at }: ReturnType<typeof caseRow>, i: number) => ({
  id: `${number}-${i}`,
  case_number: number,
  ...(i % 10 === 0
    ? { to_kind: 'person' as const, to_id: 'lincheng' }
    : { to_kind: 'organ' as const, to_id: 'petition-office' }),
  notice: 'submit',
  params: '{}',
  created_at: received_at,
  delivered_at: received_at,
  read_at: i % 50 === 0 ? null : received_at,
})
