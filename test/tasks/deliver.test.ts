import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { visitor } from '../../src/accounts/actor.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Store } from '../../src/db/open.ts'
import { deliver } from '../../src/tasks/deliver.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const at = (day: string) => `${day}T02:00:00.000Z`

async function told(store: Store) {
  await seatCast(store)
  const filed = await perform(store, {
    on: { procedure: 'petition', channel: 'online' },
    act: 'submit',
    actor: visitor,
    now: at('2026-01-05'),
    input: { kind: 'appeal', title: '楼顶漏水', body: '无人修', petitioner: '王芳', phone: '13800000012' },
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

  test('what is days old is no news', async () => {
    const store = await open()
    await told(store)
    const { smsUrl, taken, close } = await gateway(() => true)
    await deliver(store, at('2026-01-20'), { smsUrl })
    close()
    expect(taken).toEqual([])
  })
})
