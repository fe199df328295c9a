import { expect, test } from 'vitest'
import { petitionerOf } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import { reportJson } from '../../src/reports/api.ts'
import { cast, seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { signIn } from '../support/sign_in.ts'
import { answer, at, done, petition } from './district.ts'

const month = '/reports/monthly-closure?month=2026-04'
const list = (metric: string, rest = '') =>
  `/reports/monthly-closure/cases/${metric}?month=2026-04&side=numerator${rest}`

const on = (number: string, act: string) => ({ on: { number }, act })

onBoth('the lists behind the figures', open => {
  test('hold as many cases as the figure says, for every figure and both its sides', async () => {
    const { store, get } = await district(open)
    const { metrics } = await drawn(store)
    for (const { id, numerator, denominator } of metrics) {
      expect(rowsIn(await (await get('chenjing', list(id))).text()), id).toBe(numerator)
      const other = await get('chenjing', `/reports/monthly-closure/cases/${id}?month=2026-04&side=denominator`)
      if (denominator === null) expect(other.status, id).toBe(404)
      else expect(rowsIn(await other.text()), id).toBe(denominator)
    }
    expect(metrics.filter(({ numerator }) => numerator > 0).length).toBeGreaterThan(12)
  })

  test('are linked only for a reader who may see every case in them', async () => {
    const { store, get } = await district(open)
    const input = { accusedPeople: '林成', reason: '回避' }
    await perform(store, { on: { number: 'A3' }, act: 'wall', actor: cast.chenjing, now: at('2026-04-10'), input })
    const href = 'cases/received'
    expect(await (await get('chenjing', month)).text()).toContain(href)
    const lacking = await (await get('chenjing', list('closure_rate').replace('numerator', 'missing'))).text()
    expect(lacking).toMatch(/尚差：\d+ 件/)
    const leader = await (await get('lincheng', month)).text()
    expect(leader).not.toContain(href)
    expect(leader).toContain('cases/answered')
    expect((await get('lincheng', list('received'))).status).toBe(404)
    expect((await get('lincheng', list('answered'))).status).toBe(200)
    expect(await (await get('tangtong', month)).text()).not.toContain('/cases/')
    expect((await get('tangtong', list('answered'))).status).toBe(404)
    expect((await get('zhaoqiang', list('answered'))).status).toBe(404)
    expect(rowsIn(await (await get('zhaoqiang', list('answered', '&organ=housing'))).text())).toBe(2)
    expect((await get('chenjing', list('nothing'))).status).toBe(404)
  })

  test('say how often a matter is counted that was rated, taken up and rated again', async () => {
    const store = await open()
    await seatCast(store)
    const steps = { filed: '2026-04-01', accepted: '2026-04-02', answered: '2026-04-07', closed: '2026-04-08' }
    await petition(store, 'R1', { ...steps, rated: '2026-04-08' })
    await petition(store, 'R2', { ...steps, rated: '2026-04-08' })
    const reopen = { reason: '发现新情况' }
    await done(store, { ...on('R1', 'reopen'), actor: cast.chenjing, now: at('2026-04-09'), input: reopen })
    await answer(store, 'R1', { answered: '2026-04-10' })
    const served = { method: 'person', receipt: 'signed' }
    await done(store, { ...on('R1', 'serve'), actor: cast.zhaoqiang, now: at('2026-04-13'), input: served })
    const rating = { office: 'satisfied', organ: 'satisfied', secondFact: '0012' }
    await done(store, { ...on('R1', 'rate'), actor: petitionerOf('R1'), now: at('2026-04-14'), input: rating })
    const { metrics } = await drawn(store)
    expect(metrics.find(({ id }) => id === 'satisfaction_organ')).toMatchObject({ numerator: 1, denominator: 3 })
    const page = await (
      await getter(store)(
        'chenjing',
        `/reports/monthly-closure/cases/satisfaction_organ?month=2026-04&side=denominator`,
      )
    ).text()
    expect(rowsIn(page)).toBe(2)
    expect(page).toMatch(/计次[^]*R1[^]*>2<[^]*R2[^]*>1</)
  })

  test('are turned by key, a page at a time', async () => {
    const store = await open()
    await seatCast(store)
    for (let i = 0; i < 53; i++) await petition(store, `L${String(i).padStart(3, '0')}`, { filed: '2026-04-02' })
    const get = getter(store)
    const first = await (await get('chenjing', list('received'))).text()
    expect(rowsIn(first)).toBe(50)
    expect(first).toContain('after=L049')
    expect(rowsIn(await (await get('chenjing', list('received', '&after=L049'))).text())).toBe(3)
  })

  test('the page keeps accusations to one line for those it is meant for, and shows an organ’s people their own', async () => {
    const { get } = await district(open)
    const line = '另：检举控告类，不计入以上各数'
    expect(await (await get('chenjing', month)).text()).toContain(line)
    expect(await (await get('lincheng', month)).text()).toContain(line)
    expect(await (await get('liming', month)).text()).not.toContain(line)
    expect(await (await get('tangtong', month)).text()).not.toContain(line)
    const own = await get('zhaoqiang', month)
    expect(own.status).toBe(303)
    expect(own.headers.get('Location')).toBe(`${month}&organ=housing`)
    expect((await get('zhaoqiang', `${month}&organ=housing`)).status).toBe(200)
    expect((await get('zhaoqiang', `${month}&organ=police`)).status).toBe(404)
    expect((await get('zhaoqiang', '/reports/monthly-closure.json?month=2026-04')).status).toBe(404)
    expect((await get('lincheng', '/reports/yearly-opera')).status).toBe(404)
    expect((await get('lincheng', '/reports/definitions')).status).toBe(200)
    expect((await get('lincheng', '/reports/organ')).status).toBe(200)
    const none = await get('lincheng', '/reports/organ?organ=')
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('请选择单位')
    const lost = await (await get('zhaoqiang', '/reports/yearly-opera')).text()
    for (const href of ['/queues', '/reports']) expect(lost).toContain(`<a href="${href}">`)
    const wrong = await get('lincheng', '/reports/monthly-closure?month=2026-13&through=soon')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('请填写年-月，例如 2026-04')
  })
})

async function district(open: () => Promise<Store>) {
  const store = await open()
  await seatCast(store)
  const accepted = '2026-04-03'
  await petition(store, 'A1', {
    filed: '2026-02-02',
    accepted: '2026-02-05',
    answered: '2026-04-02',
    closed: '2026-04-03',
    rated: '2026-04-03',
  })
  await petition(store, 'A2', {
    filed: '2026-02-02',
    accepted: '2026-02-05',
    answered: '2026-04-03',
    recorded: '2026-04-20',
  })
  await petition(store, 'A3', { filed: '2026-04-02', withdrawn: '2026-04-09' })
  await petition(store, 'A4', { filed: '2026-03-20', accepted: '2026-03-23' })
  await petition(store, 'A5', { filed: '2026-04-02', accepted, kind: 'accusation' })
  return { store, get: getter(store) }
}

function getter(store: Store) {
  const app = createApp({ store, now: () => at('2026-12-01') })
  return async (who: CastName, path: string) =>
    app.request(path, { headers: { Cookie: await signIn(app, store, who) } })
}

async function drawn(store: Store) {
  const answer = await reportJson(store, at('2026-12-01'), cast.lincheng, 'monthly-closure', { month: '2026-04' })
  if (answer.outcome !== 'done') throw new Error(answer.outcome)
  return answer.report
}

const rowsIn = (html: string) => [...html.matchAll(/href="\/cases\/[^"]+"/g)].length
