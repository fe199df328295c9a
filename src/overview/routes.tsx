import { Hono } from 'hono'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import type { Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { OverviewPage } from '../../views/overview/overview.tsx'
import { readOverview } from './read.ts'

/** What whoever leads the district needs to know today, on one page. */
export const routes = new Hono<Env>().get(urls.overview.pattern, async c => {
  const { actor, store, now } = c.var
  if (!actor || !(await readsDistrictReports(store.reader, actor))) return notFound(c)
  const overview = await readOverview(store, actor, now)
  return page(c, { title: { zh: '总览', en: 'Overview' }, wide: true }, <OverviewPage {...overview} />)
})
