import { expect, test } from 'vitest'
import { openSession, renameSession } from '../../src/accounts/term_changes.ts'
import type { NewSession } from '../../src/accounts/term_changes.ts'
import { setRule } from '../../src/accounts/rule_changes.ts'
import { readRule, typedOf } from '../../src/accounts/rule_form.ts'
import { isValueOf, rulesOn } from '../../src/accounts/rules.ts'
import type { Rule } from '../../src/accounts/rules.ts'
import { findSession, listSessions, sessionId, sessionOn, sessionalProcedures } from '../../src/accounts/terms.ts'
import { parametersOn } from '../../src/cases/parameters.ts'
import type { Store } from '../../src/db/open.ts'
import { petition } from '../../src/procedures/petition/procedure.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { siteOf } from '../support/site.ts'
import { signIn } from '../support/sign_in.ts'

const by = { actor: cast.mawei, now: '2026-03-02T01:00:00.000Z' }
const fifth: NewSession = {
  procedure: 'petition',
  term: 18,
  session: 5,
  zh: '十八届五次',
  en: 'Fifth session',
  from: '2026-01-10',
  cutoff: '2026-04-20',
  copyOf: null,
}
const sixth = { ...fifth, session: 6, zh: '十八届六次', en: 'Sixth session', from: '2027-01-08', cutoff: '2027-02-01' }
const shorter = { name: 'ratingWindow', value: '10 working days', from: '2026-04-01', source: '区人大〔2026〕2号' }

const opens = (store: Store, asked = fifth) => openSession(store, by, asked, [petition])
const acts = async (store: Store) =>
  (await store.db.selectFrom('events').select('act').where('stream', '=', 'sessions').orderBy('seq').execute()).map(
    ({ act }) => act,
  )

onBoth('a session', open => {
  test('is opened with the standards, and what is submitted from its first day on belongs to it', async () => {
    const store = await open()
    expect(await opens(store)).toEqual({ outcome: 'done', id: 'petition-18-5' })
    expect(await opens(store, sixth)).toEqual({ outcome: 'done', id: 'petition-18-6' })
    expect(await findSession(store.db, 'petition-18-5')).toMatchObject({
      term: 18,
      session: 5,
      cutoff_on: '2026-04-20',
    })
    expect(await sessionOn(store.db, 'petition', '2026-01-09')).toBeUndefined()
    expect((await sessionOn(store.db, 'petition', '2026-01-10'))?.id).toBe('petition-18-5')
    expect((await sessionOn(store.db, 'petition', '2027-01-07'))?.id).toBe('petition-18-5')
    expect((await sessionOn(store.db, 'petition', '2027-01-08'))?.id).toBe('petition-18-6')
    expect((await listSessions(store.db, 'petition')).map(({ id }) => id)).toEqual(['petition-18-6', 'petition-18-5'])
    expect(await listSessions(store.db, 'none')).toEqual([])
    const standards = Object.entries(petition.parameters).map(([name, { standard }]) => [name, standard])
    expect(await rulesOn(store.db, 'petition-18-5', '2026-01-10')).toEqual(Object.fromEntries(standards))
    expect(await rulesOn(store.db, 'petition-18-5', '2026-01-09')).toEqual({})
  })

  test('begins with the rules of an earlier one as they stand on its first day', async () => {
    const store = await open()
    await opens(store)
    await setRule(store, by, { session: 'petition-18-5', ...shorter })
    await setRule(store, by, { session: 'petition-18-5', ...shorter, name: 'coHandling', from: '2027-03-01' })
    await opens(store, { ...sixth, copyOf: 'petition-18-5' })
    const rules = await rulesOn(store.db, 'petition-18-6', '2027-01-08')
    expect(rules).toMatchObject({ ratingWindow: '10 working days', coHandling: '15 calendar days' })
    expect(await rulesOn(store.db, 'petition-18-6', '2028-01-08')).toEqual(rules)
  })

  test('is opened once, after the last one, from its own procedure, and only where sessions are numbered', async () => {
    const store = await open()
    expect(await openSession(store, by, fifth)).toMatchObject({ errors: { procedure: [{}] } })
    await opens(store)
    expect(await opens(store)).toEqual({ outcome: 'done', id: 'petition-18-5' })
    expect(await opens(store, { ...fifth, zh: '又一次' })).toMatchObject({ errors: { session: [{}] } })
    const wrong = { ...sixth, from: '2026-01-10', cutoff: '2026-01-09', copyOf: 'congress-18-5' }
    expect(await opens(store, wrong)).toMatchObject({ errors: { from: [{}], cutoff: [{}], copyOf: [{}] } })
    expect(await acts(store)).toEqual(['openSession'])
    const both = await Promise.all([opens(store, sixth), opens(store, { ...sixth, session: 7 })])
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'invalid'])
  })

  test('may bear another name, and keeps its number and its days', async () => {
    const store = await open()
    await opens(store)
    const named = { zh: '第五次会议', en: 'Session five' }
    expect(await renameSession(store, by, 'petition-18-5', named)).toMatchObject({ outcome: 'done' })
    expect(await renameSession(store, by, 'petition-18-5', named)).toMatchObject({ outcome: 'done' })
    expect(await renameSession(store, by, 'none', named)).toEqual({ outcome: 'absent' })
    expect(await findSession(store.db, 'petition-18-5')).toMatchObject({ ...named, from_day: '2026-01-10' })
    expect(await acts(store)).toEqual(['openSession', 'renameSession'])
  })
})

onBoth('a rule of a session', open => {
  test('goes before the house’s number, which goes before the standard, each from its day on', async () => {
    const store = await open()
    await opens(store)
    await store.db
      .insertInto('parameters')
      .values({
        procedure: 'petition',
        name: 'ratingWindow',
        value: '20 calendar days',
        from_day: '2026-02-01',
        source: 's',
      })
      .execute()
    await setRule(store, by, { session: 'petition-18-5', ...shorter })
    const on = async (day: string, session?: string) =>
      (await parametersOn(store.db, petition, day, session))['ratingWindow']
    expect(await on('2026-01-31')).toBe('30 calendar days')
    expect(await on('2026-02-01')).toBe('20 calendar days')
    expect(await on('2026-02-01', 'petition-18-5')).toBe('30 calendar days')
    expect(await on('2026-04-01', 'petition-18-5')).toBe('10 working days')
    expect(await on('2026-04-01', 'petition-18-6')).toBe('20 calendar days')
  })

  test('changes neither the past nor before the session, has a lawful value, and is changed once', async () => {
    const store = await open()
    await opens(store)
    await opens(store, sixth)
    const asked = { session: 'petition-18-5', ...shorter }
    expect(await setRule(store, by, { ...asked, from: '2026-03-01' })).toMatchObject({ errors: { from: [{}] } })
    expect(await setRule(store, by, { ...asked, session: 'petition-18-6' })).toMatchObject({ errors: { from: [{}] } })
    for (const value of ['', '0 calendar days', '10', 'many'])
      expect(await setRule(store, by, { ...asked, value })).toMatchObject({ errors: { value: [{}] } })
    expect(await setRule(store, by, { ...asked, name: 'none' })).toEqual({ outcome: 'absent' })
    expect(await setRule(store, by, { ...asked, name: 'constructor' })).toEqual({ outcome: 'absent' })
    expect(await setRule(store, by, { ...asked, session: 'none' })).toEqual({ outcome: 'absent' })
    const both = await Promise.all([setRule(store, by, asked), setRule(store, by, asked)])
    expect(both).toEqual([
      { outcome: 'done', id: 'ratingWindow' },
      { outcome: 'done', id: 'ratingWindow' },
    ])
    expect(await acts(store)).toEqual(['openSession', 'openSession', 'setRule'])
  })
})

const t = { zh: '甲', en: 'A' }
const classes: Rule = {
  title: t,
  source: t,
  unit: 'list',
  standard: JSON.stringify([{ code: 'A', zh: '已解决', en: 'Solved', means: 'solved' }]),
  means: { solved: { zh: '已解决', en: 'solved' }, promised: { zh: '承诺', en: 'promised' } },
}
const typed = (rows: readonly (readonly [string, string, string, string])[]) =>
  Object.fromEntries(
    rows.flatMap(([code, zh, en, means], i) => [
      [`rows.${i}.code`, [code]],
      [`rows.${i}.zh`, [zh]],
      [`rows.${i}.en`, [en]],
      [`rows.${i}.means`, [means]],
    ]),
  )

test('a list is read row by row: a cleared row is gone', () => {
  const read = readRule(
    classes,
    typed([
      ['A', '已解决', 'Solved', 'solved'],
      ['', ' ', '', 'solved'],
      ['B', '列入计划', 'Planned', 'promised'],
    ]),
  )
  expect('value' in read && JSON.parse(read.value)).toEqual([
    { code: 'A', zh: '已解决', en: 'Solved', means: 'solved' },
    { code: 'B', zh: '列入计划', en: 'Planned', means: 'promised' },
  ])
})

test('a list says what is wrong beside the field: no words, a code twice, a meaning that is none, no row at all', () => {
  const read = readRule(
    classes,
    typed([
      ['A', '已解决', '', 'solved'],
      ['A', '又', 'Again', 'constructor'],
      ['<b>', '三', 'Three', ''],
    ]),
  )
  expect(Object.keys('errors' in read ? read.errors : {}).toSorted()).toEqual([
    'rows.0.en',
    'rows.1.code',
    'rows.1.means',
    'rows.2.code',
    'rows.2.means',
  ])
  expect(readRule(classes, {})).toMatchObject({ errors: { 'rows.0.code': [{}] } })
})

test('a term takes any way of counting, a number no words, a day may be none, and a choice is one of its own', () => {
  const rule = (unit: Rule['unit']): Rule => ({ title: t, source: t, unit, standard: '' })
  expect(readRule(rule('term'), { count: ['7'], unit: ['working day'] })).toEqual({ value: '7 working days' })
  expect(readRule(rule('term'), { count: ['0'], unit: ['year'] })).toMatchObject({
    errors: { count: [{}], unit: [{}] },
  })
  expect(readRule(rule('number'), { value: ['007'] })).toEqual({ value: '7' })
  expect(readRule(rule('number'), { value: ['-1'] })).toMatchObject({ errors: { value: [{}] } })
  expect(readRule(rule('day'), { value: [''] })).toEqual({ value: '' })
  expect(readRule(rule('day'), { value: ['2026-02-30'] })).toMatchObject({ errors: { value: [{}] } })
  expect(readRule(rule('words'), {})).toMatchObject({ errors: { value: [{}] } })
  const choice = { ...rule('choice'), choices: { yes: t, no: t } }
  expect(readRule(choice, { value: ['yes'] })).toEqual({ value: 'yes' })
  expect(readRule(choice, { value: ['toString'] })).toMatchObject({ errors: { value: [{}] } })
})

async function asked(store: Store) {
  await seatCast(store)
  await opens(store)
  const site = siteOf(store)
  const cookie = await signIn(site.app, store, 'mawei')
  return {
    read: async (path: string) => (await site.get(path, cookie)).text(),
    get: async (path: string) => (await site.get(path, cookie)).status,
    post: (path: string, body: Record<string, string>) => site.post(path, body, cookie),
  }
}

onBoth('the pages of a session', open => {
  const page = '/admin/terms/petition-18-5'
  const change = { count: '10', unit: 'working day', from: '2026-04-01', source: '区人大〔2026〕2号' }

  test('show its rules, what will hold later, and the history of each', async () => {
    const store = await open()
    const { read, get, post } = await asked(store)
    expect((await post(`${page}/ratingWindow`, change)).status).toBe(303)
    const text = await read(page)
    expect(text).toContain('30日')
    expect(text).toContain('10个工作日')
    expect(await read(`${page}/ratingWindow`)).toContain('区人大〔2026〕2号')
    expect(await get('/admin/terms')).toBe(200)
    expect(await get('/admin/terms/none')).toBe(404)
    expect(await get(`${page}/none`)).toBe(404)
  })

  test('keep what was typed, with the error beside its field', async () => {
    const store = await open()
    const { post } = await asked(store)
    const answer = await post(`${page}/ratingWindow`, { ...change, count: '十', source: '' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('value="十"')
    expect(text).toContain('field-count-error')
    expect(text).toContain('field-source-error')
    expect((await post(page, { zh: '', en: '"><script>' })).status).toBe(422)
  })

  test('tell who comes too late what was changed meanwhile, and take the same change twice as one', async () => {
    const store = await open()
    const { read, post } = await asked(store)
    const seen = /name="seen" value="(\w+)"/.exec(await read(`${page}/ratingWindow`))?.[1] ?? ''
    expect((await post(`${page}/ratingWindow`, { ...change, seen })).status).toBe(303)
    expect((await post(`${page}/ratingWindow`, { ...change, seen })).status).toBe(303)
    const late = await post(`${page}/ratingWindow`, { ...change, count: '12', seen })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('别人改了这条规则')
    expect((await rulesOn(store.db, 'petition-18-5', '2026-04-01'))['ratingWindow']).toBe('10 working days')
    expect(await acts(store)).toEqual(['openSession', 'setRule'])
  })
})

onBoth('every procedure that is numbered by session', open => {
  test('has sessions opened on the page, each of whose rules has a page and takes its own value again', async () => {
    const store = await open()
    const { get, read, post } = await asked(store)
    for (const { id, parameters } of sessionalProcedures()) {
      const { from, cutoff, zh, en } = fifth
      const sent = { procedure: id, term: '18', session: '5', zh, en, from, cutoff, copyOf: 'standards' }
      const session = sessionId(id, 18, 5)
      const opened = await post('/admin/terms', sent)
      expect(opened.headers.get('Location')).toBe(`/admin/terms/${session}?done=yes`)
      expect((await post('/admin/terms', { ...sent, copyOf: '' })).status).toBe(422)
      expect(await read('/admin/terms')).toContain(`/admin/terms/${session}`)
      for (const [name, rule] of Object.entries(parameters)) {
        const again = readRule(rule, typedOf(rule, rule.standard))
        expect('value' in again && isValueOf(rule, again.value), `${id}.${name}`).toBe(true)
        expect(await get(`/admin/terms/${session}/${name}`), `${id}.${name}`).toBe(200)
        expect(await get(`/admin/parameters/${id}/${name}`), `${id}.${name}`).toBe(404)
      }
    }
  })
})
