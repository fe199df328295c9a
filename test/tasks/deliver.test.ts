import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { visitor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import { tellStory } from '../../src/cases/story.ts'
import type { Store } from '../../src/db/open.ts'
import { readNotices } from '../../src/portal/notices.ts'
import { deliver } from '../../src/tasks/deliver.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { file, filing, viewOf } from '../support/road.ts'

const at = (day: string) => `${day}T02:00:00.000Z`

async function told(store: Store) {
  await seatCast(store)
  const filed = await perform(store, {
    on: { procedure: 'petition', channel: 'online' },
    act: 'submit',
    actor: visitor,
    now: at('2026-01-05'),
    input: {
      kind: 'appeal',
      title: '楼顶漏水',
      body: '无人修',
      petitioner: '王芳',
      phone: '13800000012',
      idNumber: '11010519491231002X',
    },
  })
  if (filed.outcome !== 'done') throw new Error(JSON.stringify(filed))
  const on = { number: filed.number }
  const input = { question: '几号楼？' }
  await perform(store, { on, act: 'ask', actor: cast.liming, now: at('2026-01-06'), input })
  return filed.number
}

type Sent = { id: string; to: string; text: string }

/** A gateway that takes messages, or answers 503. */
async function gateway(isUp: () => boolean) {
  const taken: Sent[] = []
  const server = createServer(async (request, response) => {
    const message: Sent = JSON.parse(await text(request))
    if (isUp()) taken.push(message)
    response.writeHead(isUp() ? 204 : 503).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { smsUrl: `http://127.0.0.1:${port}/sms`, taken, close: () => server.close() }
}

const undelivered = async (store: Store) =>
  (await store.db.selectFrom('outbox').select('id').where('delivered_at', 'is', null).execute()).length

onBoth('deliver', open => {
  test('without an address everything stays in the outbox', async () => {
    const store = await open()
    await told(store)
    const before = await undelivered(store)
    expect(await deliver(store, at('2026-01-06'), {})).toEqual({ sent: 0, unsent: 0 })
    expect(await undelivered(store)).toBe(before)
  })

  test('tells the petitioner once, with the number and nothing of the matter', async () => {
    const store = await open()
    const number = await told(store)
    const { smsUrl, taken, close } = await gateway(() => true)
    const publicUrl = 'https://xf.example.gov.cn'
    const { sent, unsent } = await deliver(store, at('2026-01-06'), { smsUrl, publicUrl })
    await deliver(store, at('2026-01-06'), { smsUrl, publicUrl })
    close()
    expect(unsent).toBe(0)
    expect(taken).toHaveLength(sent)
    expect(taken.every(message => message.to === '13800000012')).toBe(true)
    expect(taken.at(-1)?.text).toBe(
      `望江区信访局有问题需要您说明。编号${number}，查询：https://xf.example.gov.cn/track`,
    )
    expect(JSON.stringify(taken)).not.toMatch(/楼顶|王芳|几号楼/)
  })

  test('what was not taken is tried again', async () => {
    const store = await open()
    await told(store)
    let isUp = false
    const { smsUrl, taken, close } = await gateway(() => isUp)
    expect((await deliver(store, at('2026-01-06'), { smsUrl })).sent).toBe(0)
    isUp = true
    const { sent } = await deliver(store, at('2026-01-06'), { smsUrl })
    close()
    expect(sent).toBeGreaterThan(0)
    expect(taken).toHaveLength(sent)
  })

  test('a change of telephone is told to the former one too, each message under its own id', async () => {
    const store = await open()
    const number = await told(store)
    const input = { phone: '13900000099', proof: 'card', idNumber: '11010519491231002X' }
    const on = { number }
    await deliver(store, at('2026-01-06'), {})
    expect(
      await perform(store, { on, act: 'recordContact', actor: cast.liming, now: at('2026-01-07'), input }),
    ).toMatchObject({ outcome: 'done' })
    const { smsUrl, taken, close } = await gateway(() => true)
    await deliver(store, at('2026-01-07'), { smsUrl })
    close()
    const warned = taken.filter(({ text }) => text.includes('您的联系方式已变更'))
    expect(warned.map(({ to }) => to).toSorted()).toEqual(['13800000012', '13900000099'])
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length)
    expect(taken.filter(({ to }) => to === '13800000012')).toHaveLength(1)
  })

  test('a change of address alone is told once', async () => {
    const store = await open()
    const number = await told(store)
    const input = { address: '望江区新街1号', proof: 'card', idNumber: '11010519491231002X' }
    await perform(store, { on: { number }, act: 'recordContact', actor: cast.liming, now: at('2026-01-07'), input })
    const { smsUrl, taken, close } = await gateway(() => true)
    await deliver(store, at('2026-01-07'), { smsUrl })
    close()
    expect(taken.filter(({ text }) => text.includes('您的联系方式已变更')).map(({ to }) => to)).toEqual(['13800000012'])
  })

  test('a matter handed down is told with the office that has it now, and with no internal day', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store, '2026-01-05', filing, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handDown', cast.citychen, '2026-01-07', { organ: 'petition-office', reportBy: '2026-04-30' })
    const { smsUrl, taken, close } = await gateway(() => true)
    await deliver(store, at('2026-01-07'), { smsUrl })
    close()
    expect(taken.at(-1)?.text).toBe(`您的信访事项已交望江区信访局。编号${petition.number}`)
    await petition.does('receiveDown', cast.liming, '2026-01-08')
    await petition.does('handOver', cast.liming, '2026-01-09', { organ: 'housing', reportBy: '2026-04-20' })
    const view = await viewOf(store, petition)
    const steps = await tellStory(store, view, 'petitioner')
    const notices = await readNotices(store, view, steps, at('2026-01-10'))
    expect(notices.map(({ says }) => says.zh)).toEqual(
      expect.arrayContaining(['您的信访事项已交望江区信访局', '您的信访事项已交望江区住房和城乡建设局办理']),
    )
    expect(JSON.stringify([steps, notices])).not.toMatch(/4月20日|4月30日|2026-04-[23]0/)
    const official = await tellStory(store, view, 'official')
    expect(JSON.stringify(official)).toContain('4月20日')
  })

  test('what is days old is no news', async () => {
    const store = await open()
    await told(store)
    const { smsUrl, taken, close } = await gateway(() => true)
    await deliver(store, at('2026-01-20'), { smsUrl })
    close()
    expect(taken).toEqual([])
  })
})
