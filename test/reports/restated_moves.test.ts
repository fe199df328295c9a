import { expect, test } from 'vitest'
import { visitor } from '../../src/accounts/actor.ts'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { countRestated } from '../../src/reports/count_restated.ts'
import type { RestatedList } from '../../src/reports/restated_list.ts'
import { closeMonths } from '../../src/tasks/close_months.ts'
import { restated } from '../../src/tasks/restated.ts'
import { cast, seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { at, done, petition } from './district.ts'

const reason = '登记有误'
const path = '/reports/monthly-closure/restated'

onBoth('a case in another row of a closed month', open => {
  test('is one line that names it with both rows, on the page and in every file, and no figure', async () => {
    const store = await closedApril(open)
    await act(store, 'M1', 'correct', '2026-05-08', { category: 'roads', reason })
    const list = await listOf(store)
    expect(list.figures).toEqual([])
    expect(list.lines).toMatchObject([{ number: 'M1', why: 'corrected', changes: [], recorded: '2026-05-08' }])
    expect(list.lines[0]?.moved).toEqual([
      {
        dimension: 'category',
        title: { zh: '内容分类：住房 → 道路', en: 'Category: Housing → Roads' },
        ...{ from: 'housing', to: 'roads' },
        sides: ['received.numerator', 'cohort_progress.denominator'],
      },
    ])
    const seen = await seenBy(store, 'lincheng')
    expect(seen.list.lines).toEqual(list.lines)
    for (const text of [seen.page, seen.csv]) expect(text).toContain('内容分类：住房 → 道路')
    expect(seen.page).toContain('重述清单：1 条')
    expect(await countRestated(store.reader, cast.lincheng, at('2026-05-06'), now)).toMatchObject([{ lines: 1 }])
    const drawn = await restated(store, now, { asked: { month: '2026-04' }, lang: 'en', format: 'csv' })
    expect(drawn).toEqual({ ok: expect.stringContaining('Category: Housing → Roads') })
  })

  test('leaves no line where it is put back', async () => {
    const store = await closedApril(open)
    await act(store, 'M1', 'correct', '2026-05-08', { category: 'roads', reason })
    await act(store, 'M1', 'correct', '2026-05-09', { category: 'housing', reason })
    expect(await listOf(store)).toMatchObject({ lines: [], figures: [] })
  })

  test('is classified anew where its kind is another, and classified where nothing was said of it', async () => {
    const store = await closedApril(open)
    await act(store, 'M1', 'reclassify', '2026-05-08', { kind: 'suggestion', reason })
    await done(store, {
      ...{ on: { number: 'M2' }, act: 'register', actor: cast.liming, now: at('2026-05-08') },
      input: { kind: 'appeal', route: '6', category: 'roads', heads: 1 },
    })
    const { lines, figures } = await listOf(store)
    expect(figures).toEqual([])
    expect(lines.map(({ number, why, moved }) => [number, why, moved.map(({ title }) => title.zh)])).toEqual([
      ['M1', 'reclassified', ['诉求类别：申诉求决类 → 建议意见类']],
      ['M2', 'classified', ['内容分类：未注明 → 道路']],
    ])
  })

  test('is listed for readers who may see every case that moved within a figure', async () => {
    const store = await closedApril(open)
    await act(store, 'M1', 'correct', '2026-05-08', { category: 'roads', reason })
    await act(store, 'M1', 'wall', '2026-05-09', { accusedPeople: '林成', reason: '回避' })
    const leader = await seenBy(store, 'lincheng')
    expect(leader.list.lines).toEqual([])
    for (const text of [leader.page, leader.csv]) expect(text).not.toMatch(/M1|道路/)
    expect((await seenBy(store, 'chenjing')).list.lines.map(({ number }) => number)).toEqual(['M1'])
    expect(await countRestated(store.reader, cast.lincheng, at('2026-05-06'), now)).toMatchObject([{ lines: 0 }])
  })

  test('is counted on the page of its month as in the list it leads to, by whatever instant was asked', async () => {
    const store = await closedApril(open)
    await act(store, 'M1', 'correct', '2026-05-08', { category: 'roads', reason })
    await act(store, 'M2', 'correct', '2026-05-12', { category: 'roads', reason })
    const app = createApp({ store, now: () => now })
    const headers = { cookie: await signIn(app, store, 'lincheng') }
    const textOf = async (address: string) => (await app.request(address, { headers })).text()
    for (const [asked, count] of [
      ['', 2],
      ['&asOf=2026-05-10', 1],
    ] as const) {
      const report = await textOf(`/reports/monthly-closure?month=2026-04${asked}`)
      const [, query = ''] = /restated\?([^"]+)"/.exec(report) ?? []
      expect(report).toContain(`定稿以后重述 ${count} 条`)
      expect(await textOf(`${path}?${query.replaceAll('&amp;', '&')}`)).toContain(`重述清单：${count} 条`)
    }
  })

  test('is counted since an instant as it is listed, though what hides it was recorded before', async () => {
    const store = await closedApril(open)
    await act(store, 'M2', 'wall', '2026-05-07', { accusedPeople: '林成', reason: '回避' })
    await act(store, 'M2', 'correct', '2026-05-08', { category: 'roads', reason })
    await act(store, 'M1', 'correct', '2026-05-12', { category: 'roads', reason })
    const since = async (day: string, who: CastName) =>
      (await countRestated(store.reader, cast[who], at(day), now))?.map(({ lines }) => lines)
    expect((await seenBy(store, 'lincheng')).list.lines).toEqual([])
    expect(await since('2026-05-10', 'lincheng')).toEqual([0])
    expect(await since('2026-05-10', 'chenjing')).toEqual([1])
    expect(await since('2026-05-07', 'chenjing')).toEqual([2])
  })
})

const now = at('2026-05-20')

/** April is closed with a case of housing and one that nobody has registered yet. */
async function closedApril(open: () => Promise<Store>): Promise<Store> {
  const store = await open()
  await seatCast(store)
  await store.db.insertInto('categories').values({ id: 'roads', zh: '道路', en: 'Roads', active: 1 }).execute()
  await petition(store, 'M1', { filed: '2026-04-02' })
  await done(store, {
    on: { procedure: 'petition', channel: 'online', number: 'M2' },
    ...{ act: 'submit', actor: visitor, now: at('2026-04-30') },
    input: { kind: 'appeal', title: '路灯不亮', body: '内容', petitioner: '王芳', phone: '13800000012' },
  })
  await closeMonths(store, at('2026-05-06'))
  return store
}

const act = (store: Store, number: string, name: string, day: string, input: Record<string, unknown>) =>
  done(store, { on: { number }, act: name, actor: cast.chenjing, now: at(day), input })

async function listOf(store: Store): Promise<RestatedList> {
  const drawn = await restated(store, now, { asked: { month: '2026-04' }, lang: 'zh', format: 'json' })
  if ('problem' in drawn) throw new Error(drawn.problem)
  return JSON.parse(drawn.ok)
}

async function seenBy(store: Store, who: CastName): Promise<{ list: RestatedList; page: string; csv: string }> {
  const app = createApp({ store, now: () => now })
  const headers = { cookie: await signIn(app, store, who) }
  const [json, page, csv] = ['.json', '', '.csv'].map(async end =>
    (await app.request(`${path}${end}?month=2026-04`, { headers })).text(),
  )
  return { list: JSON.parse((await json) ?? ''), page: (await page) ?? '', csv: (await csv) ?? '' }
}
