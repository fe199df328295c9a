import { Hono } from 'hono'
import { Overview } from '../../views/accounts/admin.tsx'
import type { Env } from '../http/context.ts'
import { guards } from '../http/guards.ts'
import { urls } from '../http/urls.ts'
import { dayOf, yearOf } from '../law/day.ts'
import { adminPage, byOf, sections } from './admin_page.tsx'
import { listAnnouncedYears } from './calendar_changes.ts'

/** The notice for the next year comes in November; from December on it is asked for. */
export const overview = new Hono<Env>().get(urls.admin.pattern, async c => {
  const { actor, now } = byOf(c)
  const today = dayOf(now)
  const wanted = yearOf(today) + (today.slice(5) >= '12-01' ? 1 : 0)
  const years = guards.settings(actor) ? await listAnnouncedYears(c.get('store').reader) : null
  const unannounced = years && !years.some(({ year }) => year === wanted) ? wanted : null
  const open = sections.filter(({ href, guard }) => href !== urls.admin() && guard(actor))
  return adminPage(c, { zh: '管理', en: 'Administration' }, <Overview {...{ sections: open, unannounced }} />)
})
