import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { actsFor } from '../../src/cases/decide.ts'
import { grams } from '../../src/cases/grams.ts'
import { perform } from '../../src/cases/perform.ts'
import { tellStory } from '../../src/cases/story.ts'
import { findCase } from '../../src/cases/view.ts'
import { readParty, readTexts } from '../../src/cases/words.ts'
import type { Store } from '../../src/db/open.ts'
import { loadLedger } from '../../src/imports/load.ts'
import type { LoadOrder } from '../../src/imports/load.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const now = '2026-11-23T02:00:00.000Z'

type Line = Readonly<Record<string, string>>

const least = { number: 'A1', procedure: '信访', title: '路灯坏了', filed_at: '2026-10-08 09:00' }

const load = (store: Store, lines: readonly Line[], order: Partial<LoadOrder> = {}) =>
  loadLedger(store, {
    bytes: Buffer.from(lines.map(line => JSON.stringify({ ...least, ...line })).join('\n')),
    format: 'jsonl',
    now,
    ...order,
  })

async function found(store: Store, number = 'A1') {
  const view = await findCase(store.db, system, number)
  if (!view) throw new Error(`no case ${number}`)
  return view
}

async function seated(open: () => Promise<Store>) {
  const store = await open()
  await seatCast(store)
  return store
}

const count = async (store: Store, table: 'events' | 'cases' | 'facts' | 'keys' | 'organs' | 'outbox') =>
  (await store.db.selectFrom(table).selectAll().execute()).length

onBoth('a ledger', open => {
  // prettier-ignore
  const shapes: [title: string, line: Line, row: object][] = [
    ['only filed: accepted on the filing day by the registering office', {}, { state: 'handling', lead: 'petition-office', awaits_role: 'handler', awaits_organ: 'petition-office', next_due: '2026-12-07', is_open: 1 }],
    ['filed with an organ: that organ handles it', { organ: '望江区住房和城乡建设局' }, { state: 'handling', lead: 'housing', awaits_organ: 'housing' }],
    ['accepted: the term runs from the acceptance', { accepted_at: '2026-10-12', organ: 'Housing Bureau' }, { state: 'handling', lead: 'housing', next_due: '2026-12-11' }],
    ['replied: answered and served, the review window running', { replied_at: '2026-11-02', reply: '已修好' }, { state: 'served', awaits_role: 'petitioner', is_open: 1 }],
    ['closed: over on that day', { replied_at: '2026-11-02', reply: '已修好', closed_at: '2026-11-05' }, { state: 'closed', is_open: 0, ended_on: '2026-11-05' }],
    ['a suggestion: answered and told, to be closed', { kind: '建议意见类', replied_at: '2026-11-02', reply: '采纳' }, { state: 'settled', kind: 'suggestion', route: null, awaits_role: 'clerk' }],
    ['an accusation: walled from organ-level figures', { kind: '检举控告类', replied_at: '2026-11-02', reply: '已查' }, { state: 'settled', kind: 'accusation', restricted: 1 }],
    ['a duty to act: answered as such', { route: '5', replied_at: '2026-11-02', reply: '已履职' }, { state: 'settled', route: '5' }],
    ['another lawful route, replied: redirected, not answered', { route: '2', organ: 'Police Bureau', replied_at: '2026-11-02', reply: '请申请仲裁' }, { state: 'redirected', is_open: 0, lead: 'police', ended_on: '2026-11-02' }],
    ['another lawful route, open: registered, to be redirected', { route: '2' }, { state: 'registered', awaits_role: 'clerk', awaits_organ: 'petition-office' }],
  ]

  test('says which street a matter is about, and keeps with its notes what is no street here', async () => {
    const store = await seated(open)
    const east = { id: 'east', zh: '东街街道办事处', en: 'East Street', kind: 'street', parent: 'district' }
    await store.db
      .insertInto('organs')
      .values({ ...east, path: '/city-petition-office/district/east/', active: 1, takes_accusations: 0 })
      .execute()
    await load(store, [{ place: '东街街道办事处' }, { number: 'A2', 属地: '望江区住房和城乡建设局' }])
    expect((await found(store)).row.place).toBe('east')
    const facts = await store.db.selectFrom('facts').select('place').where('case_number', '=', 'A1').execute()
    expect(new Set(facts.map(({ place }) => place))).toEqual(new Set(['east']))
    expect((await found(store, 'A2')).row.place).toBeNull()
    const notes = (await readTexts(store.db, store.master, 'A2')).find(({ field }) => field === 'notes')
    expect(notes?.text).toBe('属地：望江区住房和城乡建设局')
  })

  test.each(shapes)('%s', async (_, line, row) => {
    const store = await seated(open)
    expect(await load(store, [line])).toEqual({ rows: 1, imported: 1, skipped: 0, rejected: [] })
    expect((await found(store)).row).toMatchObject({ origin: 'import', office: 'petition-office', ...row })
  })

  test('what was taken for granted is marked, what is not known stays not recorded', async () => {
    const store = await seated(open)
    await load(store, [{ replied_at: '2026-11-02', reply: '已修好', closed_at: '2026-11-05', rating: '基本满意' }])
    const story = await tellStory(store, await found(store), 'official')
    expect(story.map(step => [step.act, step.on, step.isAssumed])).toEqual([
      ['submit', '2026-10-08', true],
      ['register', '2026-10-08', true],
      ['accept', '2026-10-08', true],
      ['answer', '2026-11-02', false],
      ['serve', '2026-11-02', false],
      ['close', '2026-11-05', false],
      ['rate', '2026-11-05', true],
    ])
    expect(story.every(step => step.origin === 'import')).toBe(true)
    expect(story[3]?.words).toMatchObject([{ field: 'opinion', text: '已修好' }])
    expect(story[4]?.says.zh).toBe('答复已送达（未记录，未记录）。')
    expect(await count(store, 'outbox')).toBe(0)
  })

  test('a full row leaves nothing assumed but the day of its rating', async () => {
    const store = await seated(open)
    const full = {
      ...{ kind: '申诉求决类', route: '6', channel: '来信', accepted_at: '2026-10-09', rating: '满意' },
      ...{ replied_at: '2026-11-02', reply: '已修好', petitioner: '王芳', phone: '13800000012', 备注: '急' },
    }
    await load(store, [full])
    const view = await found(store)
    const story = await tellStory(store, view, 'official')
    expect(story.filter(step => step.isAssumed).map(step => step.act)).toEqual(['rate'])
    expect(view.row).toMatchObject({ channel: 'letter', received_at: '2026-10-08T01:00:00.000Z' })
    expect(await readParty(store.db, store.master, 'A1')).toEqual({ petitioner: '王芳', phone: '13800000012' })
    const texts = await readTexts(store.db, store.master, 'A1')
    expect(texts.map(({ field, text }) => [field, text])).toEqual([
      ['notes', '备注：急'],
      ['title', '路灯坏了'],
      ['opinion', '已修好'],
    ])
    const log = JSON.stringify(await store.db.selectFrom('events').select('payload').execute())
    for (const personal of ['王芳', '13800000012', '路灯', '已修好']) expect(log).not.toContain(personal)
  })

  test('an open case is carried on by the organ it names, as if it had come in here', async () => {
    const store = await seated(open)
    await load(store, [{ organ: '望江区住房和城乡建设局' }])
    expect((await found(store)).assignments).toMatchObject([
      { organ: 'housing', role: 'lead', state: 'received', is_open: 1 },
    ])
    const theirs = await findCase(store.db, cast.zhaoqiang, 'A1')
    const open_ = theirs && actsFor(theirs, cast.zhaoqiang, '2026-11-23').filter(({ decision }) => decision.allowed)
    expect(open_?.map(({ act }) => act)).toContain('draft')
    const on = { number: 'A1' }
    const input = { facts: '属实', basis: '条例', opinion: '修' }
    const drafted = await perform(store, { on, act: 'draft', actor: cast.zhaoqiang, now, input })
    expect(drafted.outcome).toBe('done')
    const answered = await perform(store, { on, act: 'answer', actor: cast.sunli, now })
    expect(answered.outcome).toBe('done')
    expect((await found(store)).deadlines.find(line => line.deadline === 'handling')?.met_on).toBe('2026-11-23')
  })

  test('run twice is taken once, whatever shape its dates have', async () => {
    const store = await seated(open)
    const lines = [{}, { number: '信访〔2026〕2号', petitioner: '王芳' }, { number: '3', 备注: '急' }]
    expect(await load(store, lines)).toMatchObject({ imported: 3, skipped: 0 })
    const before = await count(store, 'events')
    const again = await load(store, [{ filed_at: '2026-10-08T09:00:00+08:00' }, ...lines.slice(1)])
    expect(again).toEqual({ rows: 3, imported: 0, skipped: 3, rejected: [] })
    expect(await load(store, [...lines, { number: '4' }])).toMatchObject({ imported: 1, skipped: 3 })
    expect(await count(store, 'events')).toBe(before + 3)
  })

  test('run again with a value changed is rejected, names the column and writes nothing', async () => {
    const store = await seated(open)
    await load(store, [{ phone: '13800000012', 备注: '急' }])
    const before = await count(store, 'events')
    const changed = await load(store, [{ number: '9' }, { phone: '13800000013', 备注: '缓', organ: 'Housing Bureau' }])
    expect(changed).toMatchObject({ rows: 2, imported: 0, skipped: 0 })
    expect(changed.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'phone', '13800000013'],
      [2, '备注', '缓'],
      [2, 'organ', 'Housing Bureau'],
    ])
    expect(await count(store, 'events')).toBe(before)
  })

  test('a number that fits no address, or is taken, leads to a case of another number that it finds', async () => {
    const store = await seated(open)
    await load(store, [{ number: '信访〔2026〕2号' }, { number: '../..' }, { number: '5' }])
    const numbers = (await store.db.selectFrom('cases').select('number').orderBy('number').execute()).map(
      row => row.number,
    )
    expect(numbers).toHaveLength(3)
    expect(numbers.filter(number => /^(5|XF-[0-9A-Za-z]{12})$/.test(number))).toEqual(numbers)
    const texts = await Promise.all(numbers.map(number => readTexts(store.db, store.master, number)))
    const own = texts.flat().filter(({ field }) => field === 'ownNumber')
    expect(own.map(({ text }) => text).sort()).toEqual(['../..', '信访〔2026〕2号'])
    const hits = await store.db
      .selectFrom('cases')
      .select('number')
      .where(eb => store.dialect.matchesWords(eb.ref('number'), grams('信访〔2026〕2号')))
      .execute()
    expect(hits).toHaveLength(1)
  })

  test('an unknown organ is rejected, or made when asked to', async () => {
    const store = await seated(open)
    const lines = [{ organ: '望江区城管局' }, { number: 'A2', organ: '望江区城管局' }]
    const refused = await load(store, lines)
    expect(refused.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [1, 'organ', '望江区城管局'],
      [2, 'organ', '望江区城管局'],
    ])
    const before = await count(store, 'organs')
    expect(await load(store, lines, { createOrgans: true })).toMatchObject({ imported: 2, rejected: [] })
    expect(await count(store, 'organs')).toBe(before + 1)
    const { lead } = (await found(store)).row
    const made = await store.db.selectFrom('organs').selectAll().where('zh', '=', '望江区城管局').executeTakeFirst()
    expect(made).toMatchObject({ id: lead, kind: 'department', parent: 'district', active: 1 })
  })

  test('an organ is known by a name it no longer bears', async () => {
    const store = await seated(open)
    await store.db
      .insertInto('organ_names')
      .values({ organ: 'housing', zh: '望江区房产局', en: 'Estates', from_day: '1995-01-01' })
      .execute()
    expect(await load(store, [{ organ: '望江区房产局' }])).toMatchObject({ imported: 1 })
    expect((await found(store)).row.lead).toBe('housing')
  })

  test('into a house without an office fails with what to do, or makes one when asked to', async () => {
    const store = await open()
    const refused = await load(store, [{}])
    expect(refused.rejected.map(({ row, problem }) => [row, problem.zh.includes('初始设置')])).toEqual([[0, true]])
    expect(await load(store, [{}], { createOrgans: true })).toMatchObject({ imported: 1 })
    const organs = await store.db.selectFrom('organs').select(['zh', 'kind']).orderBy('kind').execute()
    expect(organs).toEqual([
      { zh: '区人民政府', kind: 'government' },
      { zh: '信访局', kind: 'petition-office' },
    ])
  })

  test('run dry says what it would do and writes nothing', async () => {
    const store = await seated(open)
    const order = { dryRun: true, createOrgans: true }
    expect(await load(store, [{ organ: '望江区城管局' }], order)).toMatchObject({ imported: 1 })
    expect([await count(store, 'cases'), await count(store, 'events')]).toEqual([0, 0])
  })

  test('with one bad cell among good rows is written not at all, and every bad cell is told', async () => {
    const store = await seated(open)
    // prettier-ignore
    const bad: [column: string, line: Line][] = [
      ['number', { number: '' }], ['number', { number: '1.2E+17' }], ['procedure', { procedure: '投诉' }], ['procedure', { procedure: '' }],
      ['kind', { kind: '其他' }], ['route', { route: '7' }], ['title', { title: '' }], ['title', { title: '长'.repeat(201) }],
      ['title', { title: '\u0000' }], ['channel', { channel: '飞鸽' }], ['phone', { phone: '138****0000' }],
      ['id_number', { id_number: '110105194912310021' }], ['organ', { organ: '没有的局' }], ['filed_at', { filed_at: '' }],
      ['filed_at', { filed_at: '2026-02-30' }], ['filed_at', { filed_at: '2030-01-01' }], ['accepted_at', { accepted_at: '2026-10-01' }],
      ['accepted_at', { route: '1', accepted_at: '2026-10-09' }], ['replied_at', { reply: '好' }], ['reply', { replied_at: '2026-11-02' }],
      ['closed_at', { closed_at: '2026-11-02' }], ['rating', { rating: '满意' }], ['rating', { rating: '一般', replied_at: '2026-11-02', reply: '好' }],
    ]
    const lines = bad.map(([, line], i) => ({ number: String(i), ...line }))
    const loaded = await load(store, [...lines, {}])
    expect(loaded).toMatchObject({ rows: bad.length + 1, imported: 0 })
    expect(loaded.rejected.map(({ row, column }) => [row, column])).toEqual(bad.map(([column], i) => [i + 1, column]))
    expect([await count(store, 'cases'), await count(store, 'events'), await count(store, 'keys')]).toEqual([0, 0, 0])
  })

  test('counts its closures apart by their origin', async () => {
    const store = await seated(open)
    await load(store, [{ organ: 'Housing Bureau', replied_at: '2026-11-02', reply: '已修好', closed_at: '2026-11-05' }])
    const facts = await store.db.selectFrom('facts').selectAll().orderBy('seq').orderBy('line').execute()
    expect(facts.every(fact => fact.origin === 'import')).toBe(true)
    expect(facts.map(({ kind, what, on_day, organ }) => [kind, what, on_day, organ])).toEqual([
      ['received', '', '2026-10-08', 'petition-office'],
      ['due', 'registration', '2026-10-23', 'petition-office'],
      ['held', '1', '2026-10-08', 'petition-office'],
      ['met', 'registration', '2026-10-23', 'petition-office'],
      ['assumed', 'registration', '2026-10-23', 'petition-office'],
      ['due', 'handling', '2026-12-07', 'housing'],
      ['act', 'accept', '2026-10-08', 'housing'],
      ['held', '3', '2026-10-08', 'housing'],
      ['met', 'handling', '2026-12-07', 'housing'],
      ['answered', 'answer', '2026-11-02', 'housing'],
      ['due', 'reviewRequest', '2026-12-02', null],
      ['due', 'rating', '2026-12-02', null],
      ['closed', 'close', '2026-11-05', 'housing'],
    ])
    const met = facts.filter(({ kind }) => kind === 'met').map(({ happened_on }) => happened_on)
    expect(met).toEqual(['2026-10-08', '2026-11-02'])
  })
})
