import type { Hono } from 'hono'
import { createApp } from '../../src/app.tsx'
import type { Store } from '../../src/db/open.ts'
import type { Env } from '../../src/http/context.ts'
import { petition } from '../../src/procedures/petition/procedure.ts'
import { queues } from '../../src/queues/queues.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { signIn } from '../support/sign_in.ts'
import { hidden, innocent } from './district.ts'
import type { Name } from './district.ts'

export type Answer = { status: number; headers: Record<string, string>; body: string }
export type Look = { method: 'GET' | 'POST'; path: string; body?: Readonly<Record<string, string>> }

const [first = '', second = ''] = innocent

/**
 * Every address there is, with whatever may stand in it. The patterns are read off the application, so that a page
 * added tomorrow is looked at too.
 */
export function everyPage(app: Hono<Env>): Look[] {
  const patterns = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  return [...patterns]
    .filter(pattern => pattern !== '/static/*')
    .flatMap(filled)
    .flatMap(path => [path, ...(asked[path] ?? []).map(query => `${path}?${new URLSearchParams(query)}`)])
    .map(path => ({ method: 'GET', path }))
}

/** What is posted and changes nothing: what is looked for, and what is tried on a number. */
export const everyPost: readonly Look[] = [
  ...['王芳', '13800000012', '11010519491231002X', '违规发包', '反映住建局', hidden, '住建局把工程'].flatMap(q => [
    { method: 'POST' as const, path: '/queues/all', body: { q } },
    { method: 'POST' as const, path: '/queues/all', body: { q, organ: 'discipline' } },
  ]),
  { method: 'POST', path: `/cases/${second}/acts/linkRepeat`, body: { earlier: hidden } },
  { method: 'POST', path: `/api/v1/cases/${second}/acts/linkRepeat`, body: { earlier: hidden } },
  ...['receive', 'addMaterial', 'wall', 'none'].map(act => ({
    method: 'POST' as const,
    path: `/api/v1/cases/${hidden}/acts/${act}`,
    body: { reason: '理由' },
  })),
  { method: 'POST', path: '/admin/organs/housing/close', body: {} },
]

/** Every act there is, tried on a number that is hidden. */
export const everyAct: readonly Look[] = Object.keys(petition.acts).flatMap(act => {
  const path = `/cases/${hidden}/acts/${act}`
  return [
    { method: 'GET', path },
    { method: 'POST', path, body: { version: '1', reason: '理由' } },
  ]
})

/** Few tries are allowed for one number. */
export const wrongCode: Look = { method: 'POST', path: '/track', body: { number: hidden, code: 'ABCDEFGHJK' } }

/** The application on one store, looked at by one reader after the other. */
export function watching(store: Store, now: string) {
  const app = createApp({ store, now: () => now })
  const cookies = new Map<string, string>()
  const cookieOf = async (who: Name) => {
    const cookie = cookies.get(who) ?? (await signIn(app, store, who))
    cookies.set(who, cookie)
    return cookie
  }
  const look = async (who: Name | 'visitor', { method, path, body }: Look): Promise<Answer> => {
    const isApi = path.startsWith('/api/')
    const known = who === 'visitor' ? {} : isApi ? { authorization: `Bearer ${who}` } : { cookie: await cookieOf(who) }
    const type = isApi ? 'application/json' : 'application/x-www-form-urlencoded'
    const sent = isApi ? JSON.stringify({ input: body }) : new URLSearchParams(body).toString()
    const answer = await app.request(`http://localhost${path}`, {
      method,
      headers: { origin: 'http://localhost', ...known, ...(method === 'POST' && { 'content-type': type }) },
      ...(method === 'POST' && { body: sent }),
    })
    const { 'set-cookie': _, ...headers } = Object.fromEntries(answer.headers)
    return { status: answer.status, headers, body: plain(await answer.text()) }
  }
  return { app, look }
}

/**
 * What is random by nature, and so tells nothing: names of files, messages and blank forms (UUIDs). And the digest of
 * the whole log, which must change with every act of anybody and every sign-in: that something was done somewhere is
 * all it tells, since who cannot read every event cannot make it up anew.
 */
const plain = (body: string) =>
  body
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replaceAll(/\b(?:[0-9a-f]{8}(?:<wbr ?\/?>)?){8}/g, 'digest')

const organs = ['petition-office', 'housing', 'housing-station', 'police', 'discipline', 'district']
const numbers = [...innocent, hidden]
const values: Readonly<Record<string, readonly string[]>> = {
  number: numbers,
  procedure: ['petition'],
  step: ['start', 'kind', 'accused', 'check'],
  queue: Object.keys(queues),
  slug: ['monthly-closure'],
  metric: metrics.map(({ id }) => id),
  file: ['none'],
  act: ['none'],
  person: ['zhaoqiang', 'hanxue', 'none'],
  organ: ['housing', 'discipline', 'none'],
  name: ['ratingWindow'],
  category: ['housing'],
}

/** The page of an act is asked for where it says most; every act is tried on a hidden number by itself. */
function filled(pattern: string): string[] {
  if (pattern === '/cases/:number/acts/:act')
    return ['transfer', 'linkRepeat', 'wall', 'draft', 'addMaterial'].map(act => `/cases/${second}/acts/${act}`)
  const file = /:file\{.*\}/
  if (file.test(pattern)) return ['json', 'csv'].map(end => pattern.replace(file, `monthly-closure.${end}`))
  const name = /:(\w+)/.exec(pattern)?.[1]
  if (name === undefined) return [pattern]
  return (values[name] ?? ['none']).flatMap(value => filled(pattern.replace(`:${name}`, value)))
}

const filters = [
  ...['违规', '发包', '漏水', '王芳', hidden, first, 'contract'].map(q => ({ q })),
  ...organs.map(organ => ({ organ })),
  ...['submitted', 'registered', 'transferred', 'handling', 'settled', 'closed'].map(state => ({ state })),
  { overdue: 'true' },
  { overdue: 'true', organ: 'discipline' },
  { procedure: 'petition', q: '发包', organ: 'discipline' },
]
const months = [
  { month: '2026-01' },
  { month: '2026-02' },
  { month: '2026-01', through: '2026-01-20' },
  { month: '2026-01', asOf: '2026-01-15' },
  { month: '2026-01', procedure: 'petition' },
  ...['housing', 'discipline', 'police'].map(organ => ({ month: '2026-01', organ })),
]
const few = [{ month: '2026-01' }, { month: '2026-01', organ: 'housing' }, { month: '2026-01', organ: 'discipline' }]
const lists = ['received', 'open', 'closure_rate'].map(id => `/reports/monthly-closure/cases/${id}`)
const sides = [
  { month: '2026-01', side: 'denominator' },
  { month: '2026-01', side: 'numerator' },
  { month: '2026-01', side: 'numerator', organ: 'housing' },
]

/** What is asked of a page, beside the page itself. */
const asked: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  '/queues/all': filters,
  '/api/v1/cases': [...filters, { limit: '2' }],
  '/queues': [{ lang: 'en' }],
  '/reports/monthly-closure': months,
  '/reports/monthly-closure.json': few,
  '/reports/monthly-closure.csv': few,
  '/api/v1/reports/monthly-closure': few,
  '/admin/people': [{ organ: 'housing' }, { q: '赵' }],
  '/admin/security': [{ stream: 'security' }, { stream: `case:${hidden}` }, { stream: `case:${first}` }],
  ...Object.fromEntries(lists.map(path => [path, sides])),
}
