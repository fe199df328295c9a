import { Hono } from 'hono'
import { SecurityPage } from '../../views/accounts/security.tsx'
import type { Env } from '../http/context.ts'
import { urls, withQuery } from '../http/urls.ts'
import { adminPage, byOf } from './admin_page.tsx'
import { sayAct, streams } from './act_titles.ts'
import { listEvents } from './queries.ts'

export const security = new Hono<Env>().get(urls.adminSecurity.pattern, async c => {
  const stream = c.req.query('stream')
  const { rows, next } = await listEvents(c.get('store').reader, byOf(c).actor, { stream, after: c.req.query('after') })
  const lines = rows.map(row => ({
    ...row,
    title: sayAct(row.stream, row.act),
    streamTitle: streams[row.stream] ?? row.stream.replace(/^case:/, ''),
  }))
  const more = next && withQuery(urls.adminSecurity(), { stream, after: next })
  const options = Object.entries(streams).map(([value, label]) => ({ value, label }))
  const body = <SecurityPage rows={lines} next={more} stream={stream} streams={options} />
  return adminPage(c, { zh: '安全审计', en: 'Audit' }, body)
})
