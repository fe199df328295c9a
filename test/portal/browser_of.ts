import { randomUUID } from 'node:crypto'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'

export type Fields = Record<string, string | readonly string[] | readonly File[]>

/** A browser without scripts: it keeps cookies, and follows nothing by itself. */
export function browserOf(store: Store, clock: { now: string }) {
  const app = createApp({ store, now: () => clock.now, trustProxy: true })
  const address = randomUUID()
  const cookies = new Map<string, string>()
  const set: string[] = []
  const urls: string[] = []

  async function ask(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('Origin', 'http://localhost')
    headers.set('X-Forwarded-For', address)
    urls.push(path)
    const answer = await app.request(path, { ...init, headers })
    for (const line of answer.headers.getSetCookie()) keep(line)
    const to = answer.headers.get('Location') ?? ''
    if (to) urls.push(to)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, to, text: bytes.toString('utf8'), bytes, headers: answer.headers }
  }

  function keep(line: string) {
    set.push(line)
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields = {}) => ask(path, { method: 'POST', body: bodyOf(fields) }),
    cookies,
    /** Where it comes from; tries are counted by it. */
    address,
    /** Every Set-Cookie line and every address seen. */
    set,
    urls,
  }
}

export type Client = ReturnType<typeof browserOf>

function bodyOf(fields: Fields): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  return body
}

/** The version the page's form was drawn with. */
export const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

export const step = (id: string) => `/file/petition/${id}`

/** Answers one question with the version its page carries. */
export async function answerStep(client: Client, id: string, fields: Fields) {
  const page = await client.get(step(id))
  return client.post(step(id), { version: versionIn(page.text), ...fields })
}

export const answers = {
  kind: { kind: 'appeal' },
  matter: { title: '楼顶漏水无人修', body: '2026年1月起楼顶漏水，\n物业不修。' },
  demands: { demands: '督促维修\n赔偿损失' },
  files: { do: 'next' },
  about: { petitioner: '王芳', phone: '13800000012', address: '望江区和平街1号' },
  identity: { confidential: '' },
  publication: { publicConsent: '' },
} as const satisfies Record<string, Fields>

/** Every question up to the check. */
export async function fillIn(client: Client, changes: Record<string, Fields> = {}) {
  await client.post(step('start'))
  const all: Record<string, Fields> = { ...answers, ...changes }
  for (const id of ['kind', 'accused', 'matter', 'demands', 'files', 'about', 'identity', 'publication']) {
    const fields = all[id]
    const page = await client.get(step(id))
    if (!fields || page.status === 404) continue
    const answer = await answerStep(client, id, fields)
    if (answer.status !== 303) throw new Error(`${id}: ${answer.status} ${answer.text}`)
  }
}

/** Files what was filled in, and reads the receipt. */
export async function submit(client: Client) {
  const check = await client.get(step('check'))
  const filed = await client.post(step('check'), { version: versionIn(check.text) })
  const receipt = await client.get(filed.to)
  return {
    filed,
    check: check.text,
    version: versionIn(check.text),
    ...readReceipt(receipt.text),
    receipt: receipt.text,
  }
}

export function readReceipt(page: string) {
  const codes = [...page.matchAll(/<span class="code">([^<]+)<\/span>/g)].map(([, code]) => code ?? '')
  return { number: codes[0] ?? '', code: codes[1] ?? '' }
}
