import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { pick, randomFrom } from '../support/walk.ts'

/** What the server said it has done. */
export type Acknowledged = { number: string; act: string; mark: string }
export type Shared = { url: () => string; token: string; isOver: () => boolean; shared: string }

/** One of many clients: files, registers, and writes on a case that everyone writes on, until it is over. */
export async function work({ url, token, isOver, shared }: Shared, seed: number): Promise<Acknowledged[]> {
  const random = randomFrom(seed)
  const known: Acknowledged[] = []
  const own: { number: string; version: number }[] = []
  const send = (path: string, body: object) => post(`${url()}/api/v1/cases${path}`, token, body)
  while (!isOver()) {
    const mark = randomUUID()
    const fresh = pick(random, own)
    const choice = random()
    if (choice < 0.4 || !fresh) {
      const answer = await send('', filing(mark))
      if (answer) {
        known.push({ number: answer.number, act: 'submit', mark })
        own.push(answer)
      }
    } else if (choice < 0.6) {
      own.splice(own.indexOf(fresh), 1)
      const input = { kind: 'appeal', route: '6' }
      const answer = await send(`/${fresh.number}/acts/register`, { version: fresh.version, input })
      if (answer) known.push({ number: fresh.number, act: 'register', mark: '' })
    } else {
      const number = choice < 0.8 ? shared : fresh.number
      const answer = await send(`/${number}/acts/addMaterial`, { input: { note: mark } })
      if (answer) known.push({ number, act: 'addMaterial', mark })
    }
  }
  return known
}

const filing = (mark: string) => ({
  procedure: 'petition',
  channel: 'phone',
  input: { kind: 'appeal', title: '楼顶漏水', body: mark, petitioner: '王芳', phone: '13800000012' },
})

/** The answer where there was one that says it was done; a server that is gone says nothing. */
export async function post(url: string, token: string, body: object) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const said: { number?: string; version?: number } = JSON.parse(await answer.text())
    if (answer.ok && said.number !== undefined && said.version !== undefined)
      return { number: said.number, version: said.version }
    if (answer.status >= 500) throw new Error(`The server answered ${answer.status}`)
    if (answer.status === 429) await pause(500)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('The server')) throw error
    await pause(50)
  }
  return undefined
}
