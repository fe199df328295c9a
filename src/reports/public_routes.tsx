import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { PublicStatisticsPage } from '../../views/reports/public-statistics.tsx'
import { typeOf } from './formats.ts'
import { findRelease, listReleased, readRelease } from './public_archive.ts'
import { releaseCsv } from './public_csv.ts'
import { publicPage } from './public_page.ts'

/** `/published/statistics`: what every closed month was released as, for anyone; nothing but releases is read. */
export const publicStatistics = new Hono<Env>()
  .use(urls.publicStatistics.pattern, etag())
  .use(urls.publicStatisticsFile.pattern, etag())

  .get(urls.publicStatistics.pattern, async c => {
    const { reader } = c.get('store')
    const months = await listReleased(reader)
    const month = c.req.query('month') ?? months[0]
    const found = month === undefined ? undefined : await publicPage(reader, month)
    const title = { zh: '公开统计', en: 'Public statistics' }
    if (month !== undefined && !found)
      return page(c, { title, status: 404 }, <PublicStatisticsPage months={months} found={undefined} />)
    return mayBeKept(c, await page(c, { title }, <PublicStatisticsPage months={months} found={found} />))
  })

  .get(urls.publicStatisticsFile.pattern, async c => {
    const [, month = '', lang, type] = /^(\d{4}-\d\d)(-en)?\.(json|csv)$/.exec(c.req.param('file')) ?? []
    const bytes = type && (await findRelease(c.get('store').reader, month))
    if (!bytes) return notFound(c)
    c.header('Content-Disposition', `attachment; filename="statistics-${month}${lang ?? ''}.${type}"`)
    c.header('Content-Type', typeOf(type === 'json' ? 'json' : 'csv'))
    const file = type === 'json' ? String(bytes) : releaseCsv(readRelease(bytes), lang ? 'en' : 'zh')
    return mayBeKept(c, c.body(file))
  })

/** Kept by whoever likes, but asked for again each time. */
function mayBeKept(c: Ctx, answer: Response): Response {
  answer.headers.set('Cache-Control', c.req.header('cookie') === undefined ? 'public, no-cache' : 'private, no-cache')
  return answer
}
