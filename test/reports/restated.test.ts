import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { countRestated } from '../../src/reports/count_restated.ts'
import type { RestatedList } from '../../src/reports/restated_list.ts'
import { closeMonths } from '../../src/tasks/close_months.ts'
import { report } from '../../src/tasks/report.ts'
import { restated } from '../../src/tasks/restated.ts'
import { multiply } from '../bench/multiply.ts'
import { cast, seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { answer, at, done, petition } from './district.ts'

const reason = '新的事实'

onBoth('a closed month', open => {
  test('reads 100 % as reported and 99.33 % as restated, with one line that names the case reopened on the 1st', async () => {
    const store = await open()
    await seatCast(store)
    const road = { filed: '2026-04-20', accepted: '2026-05-01', answered: '2026-06-20', closed: '2026-06-30' }
    await petition(store, 'XF20260420-000000', road)
    await multiply(store, 149)
    expect(await closeMonths(store, '2026-07-01T01:01:00.000Z')).toBe(1)
    const [reported, files] = [await rateOf(store, '2026-07-01T01:00:00.000Z'), await filesOf(store)]
    const reopened = 'XF20260420-000000-00042'
    await act(store, reopened, 'reopen', cast.chenjing, '2026-07-01', { reason })
    expect([reported, await rateOf(store, '2026-07-02')]).toEqual(['100.00', '99.33'])
    expect(await rateOf(store, '2026-07-01T01:00:00.000Z')).toBe('100.00')
    expect(await filesOf(store)).toEqual(files)
    const list = await listOf(store, { month: '2026-06' })
    expect(list.lines.map(({ number, organ, why, recorded }) => ({ number, organ: organ?.id, why, recorded }))).toEqual(
      [{ number: reopened, organ: 'copied-02', why: 'reopened', recorded: '2026-07-01' }],
    )
    expect(changesOf(list)).toEqual({
      ...{ 'answered.numerator': -1, 'closed.numerator': -1, 'open.numerator': 1 },
      ...{ 'closure_rate.numerator': -1, 'on_time_rate.numerator': -1 },
    })
    expect(list.figures.find(({ id }) => id === 'closure_rate')).toMatchObject({
      was: { numerator: 150, denominator: 150, rate: '100.00' },
      is: { numerator: 149, denominator: 150, rate: '99.33' },
    })
    const since = await countRestated(store.reader, cast.lincheng, '2026-07-01T01:00:00.000Z', at('2026-07-31'))
    expect(since).toEqual([{ month: '2026-06', asOf: '2026-07-01T01:00:00.000Z', lines: 1 }])
    expect(await countRestated(store.reader, cast.lincheng, at('2026-07-31'), at('2026-08-31'))).toEqual([])
  })

  test('is restated by what is recorded late, and not by what is answered after it', async () => {
    const store = await open()
    await seatCast(store)
    const due = { filed: '2026-02-02', accepted: '2026-02-05' }
    await petition(store, 'L1', { ...due, answered: '2026-04-03', recorded: '2026-05-20' })
    await petition(store, 'L2', { ...due, answered: '2026-05-20', closed: '2026-05-21', rated: '2026-05-21' })
    await petition(store, 'L3', { ...due, filed: '2026-04-02', accepted: '2026-04-03', answered: '2026-05-12' })
    const list = await listOf(store, { month: '2026-04', asOf: at('2026-05-10') })
    expect(list.lines.map(({ number, why }) => [number, why])).toEqual([['L1', 'recordedLate']])
    expect(changesOf(list)).toMatchObject({
      'closure_rate.numerator': 1,
      'on_time_rate.numerator': 1,
      'recorded_late.numerator': 1,
    })
  })

  test('of a late answer names every closed month it changes: its own, those it stood open in, and the one it was due in', async () => {
    const store = await open()
    await seatCast(store)
    await petition(store, 'L1', { filed: '2026-01-05', accepted: '2026-01-06' })
    for (const month of ['02', '03', '04']) await closeMonths(store, `2026-${month}-10T08:00:00.000Z`)
    await answer(store, 'L1', { answered: '2026-01-20', recorded: '2026-06-12' })
    const counted = await countRestated(store.reader, cast.lincheng, '2026-05-31T16:00:00.000Z', at('2026-06-20'))
    const lists = ['2026-03', '2026-02', '2026-01'].map(async month => {
      const { lines } = await listOf(store, { month, against: at('2026-06-20') })
      return [month, lines.length]
    })
    expect(counted?.map(({ month, lines }) => [month, lines])).toEqual(await Promise.all(lists))
    expect(changesOf(await listOf(store, { month: '2026-03' }))).toMatchObject({ 'closure_rate.numerator': 1 })
  })

  test('linked and unlinked again is the same report but for what names the log, and an empty list', async () => {
    const store = await open()
    await seatCast(store)
    await petition(store, 'R1', { filed: '2026-03-02' })
    await petition(store, 'R2', { filed: '2026-04-02' })
    const asked = { month: '2026-04', asOf: at('2026-05-06') }
    await act(store, 'R2', 'linkRepeat', cast.liming, '2026-05-08', { earlier: 'R1' })
    const linked = await listOf(store, { ...asked, against: at('2026-05-09') })
    expect(linked.lines.map(({ number, why, organ }) => [number, why, organ?.id])).toEqual([
      ['R2', 'linked', 'petition-office'],
    ])
    expect(changesOf(linked)).toEqual({ 'repeat_rate.numerator': 1 })
    await act(store, 'R2', 'unlinkRepeat', cast.liming, '2026-05-09', { reason })
    const list = await listOf(store, { ...asked, against: at('2026-05-10') })
    expect({ lines: list.lines, figures: list.figures }).toEqual({ lines: [], figures: [] })
    for (const format of ['json', 'csv'] as const) {
      const [then, now] = [await drawn(store, asked.asOf, format), await drawn(store, at('2026-05-10'), format)]
      const { digests } = list
      expect(then.replaceAll(asked.asOf, 'AS OF').replaceAll(digests.asOf, 'DIGEST')).toBe(
        now.replaceAll(at('2026-05-10'), 'AS OF').replaceAll(digests.against, 'DIGEST'),
      )
    }
  })

  test('names no matter found to be an accusation to whoever may not know of it', async () => {
    const store = await open()
    await seatCast(store)
    const road = { accepted: '2026-04-03', answered: '2026-04-20', closed: '2026-04-28' }
    await petition(store, 'A1', { filed: '2026-04-02', ...road })
    await petition(store, 'A2', { filed: '2026-04-02' })
    await petition(store, 'A3', { filed: '2026-04-02', ...road })
    await closeMonths(store, at('2026-05-06'))
    await act(store, 'A2', 'linkRepeat', cast.liming, '2026-05-08', { earlier: 'A1' })
    await act(store, 'A3', 'reclassify', cast.chenjing, '2026-05-09', {
      kind: 'accusation',
      accusedOrgans: ['housing'],
      reason,
    })
    const now = at('2026-05-20')
    const app = createApp({ store, now: () => now })
    const said = async (who: CastName, path: string) =>
      (await app.request(path, { headers: { cookie: await signIn(app, store, who) } })).text()
    const seen = async (who: CastName) => {
      const cookie = await signIn(app, store, who)
      const json = await app.request('/reports/monthly-closure/restated.json?month=2026-04', { headers: { cookie } })
      const page = await app.request('/reports/monthly-closure/restated?month=2026-04', { headers: { cookie } })
      const csv = await app.request('/reports/monthly-closure/restated.csv?month=2026-04', { headers: { cookie } })
      const list: RestatedList = JSON.parse(await json.text())
      return { list, text: `${await page.text()} ${await csv.text()}` }
    }
    const head = await seen('chenjing')
    expect(head.list.lines.map(({ number, why }) => [number, why])).toContainEqual(['A3', 'reclassified'])
    expect(head.text).toContain('A3')
    expect(head.text).toContain('重新分类')
    const leader = await seen('lincheng')
    expect(leader.list.figures).toEqual(head.list.figures)
    expect(leader.list.lines.map(({ number, why }) => [number, why])).toEqual([['A2', 'linked']])
    expect(changesOf(leader.list)).toEqual({ 'repeat_rate.numerator': 1 })
    expect(leader.text).toContain('A2')
    const statistician = await seen('tangtong')
    expect(statistician.list.lines).toEqual([])
    expect(statistician.list.figures).toEqual(head.list.figures)
    for (const { text } of [leader, statistician]) {
      expect(text).not.toContain('A3')
      expect(text).not.toContain('重新分类')
      expect(text).not.toMatch(/检举|控告/)
    }
    expect(await countRestated(store.reader, cast.lincheng, at('2026-05-06'), now)).toMatchObject([{ lines: 1 }])
    expect(await countRestated(store.reader, cast.tangtong, at('2026-05-06'), now)).toMatchObject([{ lines: 0 }])
    expect(await said('lincheng', '/reports/monthly-closure?month=2026-04')).toContain('定稿以后重述 1 条')
    expect(await said('tangtong', '/reports/monthly-closure?month=2026-04')).toMatch(/定稿以后的重述\s*</)
  })

  test('says what is wrong with what was asked', async () => {
    const store = await open()
    await seatCast(store)
    const app = createApp({ store, now: () => at('2026-05-20') })
    const cookie = await signIn(app, store, 'lincheng')
    const ask = (query: string) => app.request(`/reports/monthly-closure/restated?${query}`, { headers: { cookie } })
    expect((await ask('')).status).toBe(200)
    expect(await (await ask('month=2026-05')).text()).toContain('这个月还没有定稿')
    const wrong = await ask('month=2026-04&asOf=2026-05-10&against=2026-05-09')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('不能早于前一个时点')
    expect((await ask('month=april&asOf=soon&against=later')).status).toBe(422)
    expect((await ask('month=9999-12')).status).toBe(422)
    const file = await app.request('/reports/monthly-closure/restated.json?month=9999-12', { headers: { cookie } })
    expect(file.status).toBe(422)
    const outcome = await restated(store, at('2026-05-20'), { asked: { month: '2026-13' }, lang: 'en', format: 'csv' })
    expect(outcome).toEqual({ problem: '--month: Enter year-month, such as 2026-04' })
  })
})

const act = (store: Store, number: string, name: string, actor: Actor, day: string, input: Record<string, unknown>) =>
  done(store, { on: { number }, act: name, actor, now: at(day), input })

type Asked = { month: string; asOf?: string; against?: string }

async function listOf(store: Store, asked: Asked): Promise<RestatedList> {
  const drawn = await restated(store, at('2026-12-01'), { asked, lang: 'zh', format: 'json' })
  if ('problem' in drawn) throw new Error(drawn.problem)
  return JSON.parse(drawn.ok)
}

/** By side of a figure, what the lines add up to; nothing for what is not named in them. */
function changesOf({ lines }: RestatedList): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { sides, n } of lines.flatMap(({ changes }) => changes))
    for (const side of sides) sums[side] = (sums[side] ?? 0) + n
  return sums
}

async function drawn(store: Store, asOf: string, format: 'json' | 'csv'): Promise<string> {
  const asked = { month: '2026-04', asOf }
  const rendered = await report(store, at('2026-12-01'), { slug: 'monthly-closure', lang: 'zh', format, asked })
  if ('problem' in rendered) throw new Error(rendered.problem)
  return rendered.ok
}

async function rateOf(store: Store, asOf: string): Promise<string | null> {
  const asked = { month: '2026-06', asOf }
  const rendered = await report(store, at('2026-12-01'), { slug: 'monthly-closure', lang: 'zh', format: 'json', asked })
  if ('problem' in rendered) throw new Error(rendered.problem)
  return JSON.parse(rendered.ok).metrics.find(({ id }: { id: string }) => id === 'closure_rate').rate
}

/** The files as they were kept. */
async function filesOf(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('archived_reports').select(['name', 'content']).orderBy('name').execute()
  return rows.map(({ name, content }) => `${name} ${createHash('sha256').update(content).digest('hex')}`)
}
