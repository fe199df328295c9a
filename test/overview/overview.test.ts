import { expect, test } from 'vitest'
import type { Actor } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import { readOverview } from '../../src/overview/read.ts'
import { closeMonths } from '../../src/tasks/close_months.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { promised, solved } from '../support/motions.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { givePassword, signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'
import { answered, carriedOut, given, play } from '../progress/batch.ts'
import { answer, at, petition } from '../reports/district.ts'

onBoth('the leader’s page', open => {
  test('has the figures of the monthly report, each beside the month before as it was reported', async () => {
    const store = await open()
    await tellSpring(store)
    await closeMonths(store, at('2026-04-02'))
    await answer(store, 'M2', { answered: '2026-03-20', recorded: '2026-04-10' })
    const { numbers, restated } = await read(store, cast.lincheng, '2026-04-20')
    expect(numbers.map(({ title, share }) => [title.en, share.numerator, share.denominator, share.rate])).toEqual([
      ['Closure rate', 1, 3, '33.33'],
      ['On-time rate', 1, 3, '33.33'],
      ['Carried out', 0, 0, null],
      ['Satisfied', 0, 1, '0.00'],
    ])
    expect(numbers[0]?.with.map(({ words }) => words.zh)).toEqual(['3月定稿 50.00%'])
    expect(numbers[1]?.with.map(({ words }) => words.zh)).toEqual(['其中迟录 0 件', '3月定稿 50.00%'])
    expect(numbers[3]?.with[0]?.words.zh).toBe('参评率 100.00%（1/1）')
    expect(restated).toMatchObject([{ month: '2026-03' }])
    const { get } = siteOf(store, at('2026-04-20'))
    const cookie = await signIn(siteOf(store).app, store, 'lincheng')
    const shown = await (await get('/overview', cookie)).text()
    expect(shown).toContain('33.33%')
    expect(shown).toContain('/reports/monthly-closure/restated?month=2026-03')
    for (const href of [numbers[0]?.share.numeratorHref, numbers[0]?.share.denominatorHref])
      expect((await get(href ?? '', cookie)).status).toBe(200)
  })

  test('names what the closure rate lacks, the longest overdue first, earlier months beside it, and no accusation', async () => {
    const store = await open()
    await tellSpring(store)
    const { remaining } = await read(store, cast.lincheng, '2026-04-20')
    expect(remaining).toMatchObject({ missing: 2, earlier: 1 })
    expect(remaining?.rows.map(({ number, due }) => [number, due])).toEqual([
      ['A2', '2026-04-13'],
      ['A3', '2026-04-27'],
    ])
    expect(remaining?.rows[0]?.who.zh).toBe('望江区住房和城乡建设局 承办人')
  })

  test('names no matter where one that is counted is hidden from its reader: the difference would tell', async () => {
    const store = await open()
    await tellSpring(store)
    await store.db
      .insertInto('walls')
      .values({ case_number: 'A3', organ: null, person: 'lincheng', reason: '' })
      .execute()
    const walled = await read(store, cast.lincheng, '2026-04-20')
    expect(walled.remaining).toBeNull()
    expect(walled.numbers[0]?.share).toMatchObject({ numerator: 1, denominator: 3, denominatorHref: undefined })
    expect(walled.lapsing?.first.map(({ number }) => number)).not.toContain('A3')
    expect((await read(store, cast.luofan, '2026-04-20')).remaining?.missing).toBe(2)
    const statistician = await read(store, cast.tangtong, '2026-04-20')
    expect([statistician.remaining, statistician.lapsing]).toEqual([null, null])
    expect(statistician.numbers[0]?.share.rate).toBe('33.33')
  })

  test('counts what runs out today and on the five working days after it, weekends that are worked among them', async () => {
    const store = await open()
    await seatCast(store)
    await petition(store, 'H1', { filed: '2026-03-02', accepted: '2026-03-02' })
    await petition(store, 'H2', { filed: '2026-03-06', accepted: '2026-03-09' })
    await petition(store, 'H3', { filed: '2026-03-06', accepted: '2026-03-09', kind: 'accusation' })
    const { lapsing } = await read(store, cast.lincheng, '2026-04-30')
    expect(lapsing?.days.map(({ day, count, isMadeUp }) => [day, count, isMadeUp])).toEqual([
      ['2026-04-30', 0, false],
      ['2026-05-06', 1, false],
      ['2026-05-07', 0, false],
      ['2026-05-08', 1, false],
      ['2026-05-09', 0, true],
      ['2026-05-11', 0, false],
    ])
    expect(lapsing?.days[1]?.organs).toMatchObject([{ name: { zh: '望江区住房和城乡建设局' }, count: 1 }])
    expect(lapsing?.first).toMatchObject([{ number: 'H1', clock: { zh: '办理答复' } }, { number: 'H2' }])
  })

  test('shows of each session what is missing, and adds up what was promised and carried out', async () => {
    const store = await open()
    await seatMotions(store)
    await play(store, [...given('2026-01-20'), ...answered('2026-02-10', solved), ...carriedOut('2026-02-20')])
    await play(store, [...given('2026-01-20'), ...answered('2026-02-10', promised)])
    await play(store, given('2026-01-20'))
    const { numbers, sessions } = await read(store, cast.lincheng, '2026-03-10')
    expect(numbers[2]?.share).toMatchObject({ numerator: 1, denominator: 2, rate: '50.00' })
    expect(sessions).toHaveLength(1)
    expect(sessions[0]?.rows).toHaveLength(2)
    expect(sessions[0]?.rows[0]?.blockers[0]?.words.zh).toContain('尚未签收')
    expect(sessions[0]?.remaining).toContain('/remaining')
  })

  test('leads nowhere its reader may not go', async () => {
    const store = await open()
    await tellSpring(store, seatMotions)
    await play(store, [...given('2026-01-20'), ...answered('2026-02-10', promised)])
    await closeMonths(store, at('2026-04-02'))
    await store.db
      .insertInto('walls')
      .values({ case_number: 'A3', organ: null, person: 'luofan', reason: '' })
      .execute()
    const { app, get } = siteOf(store, at('2026-04-20'))
    for (const who of ['liming', 'chenjing', 'lincheng', 'luofan', 'tangtong', 'dingdu']) {
      const cookie = await signIn(app, store, who)
      const [, body = ''] = (await (await get('/overview', cookie)).text()).split('<main')
      const links = new Set([...body.matchAll(/href="([^"#]+)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')))
      expect(links.size).toBeGreaterThan(4)
      for (const href of links) expect([who, href, (await get(href, cookie)).status]).toEqual([who, href, 200])
    }
  })

  test('is where whoever reads the district’s figures begins, and is not there for others', async () => {
    const store = await open()
    await seatCast(store)
    const { get, post } = siteOf(store, at('2026-04-20'))
    const asked = async (who: string) => get('/overview', await signIn(siteOf(store).app, store, who))
    expect((await asked('lincheng')).status).toBe(200)
    expect((await asked('zhaoqiang')).status).toBe(404)
    expect(await (await asked('tangtong')).text()).toContain('这里只有数字，没有个案')
    expect((await get('/overview')).headers.get('Location')).toContain('/login')
    await givePassword(store, 'lincheng', 'a-long-enough-password')
    const signedIn = await post('/login', { login: 'lincheng', password: 'a-long-enough-password' })
    expect(signedIn.headers.get('Location')).toBe('/overview')
  })
})

const read = (store: Store, actor: Actor, day: string) => readOverview(store, actor, at(day))

/** March: one due and answered, one due and not. April: one answered and rated, one overdue, one still to come; and an accusation. */
async function tellSpring(store: Store, seat: (store: Store) => Promise<unknown> = seatCast): Promise<void> {
  await seat(store)
  const rated = { closed: '2026-04-03', rated: '2026-04-03' }
  await petition(store, 'M1', { filed: '2026-01-05', accepted: '2026-01-06', answered: '2026-02-10' })
  await petition(store, 'M2', { filed: '2026-01-21', accepted: '2026-01-22' })
  await petition(store, 'A1', { filed: '2026-02-02', accepted: '2026-02-05', answered: '2026-04-02', ...rated })
  await petition(store, 'A2', { filed: '2026-02-10', accepted: '2026-02-12' })
  await petition(store, 'A3', { filed: '2026-02-25', accepted: '2026-02-26' })
  await petition(store, 'A4', { filed: '2026-02-25', accepted: '2026-02-26', kind: 'accusation' })
}
