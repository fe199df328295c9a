import { Hono } from 'hono'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted, typedOne } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { ArchivePage } from '../../views/reports/archive.tsx'
import { findArchived, listArchived } from './archive.ts'
import { readFileName, typeOf } from './formats.ts'
import { monthlyClosure } from './monthly_closure.ts'

const pageSize = 24

/** The closed months: every file as it was made, and whether one wishes to be told of the next. */
export const archive = new Hono<Env>()
  .get(urls.reportArchive.pattern, async c => {
    const actor = await readerOf(c)
    if (!actor) return notFound(c)
    const { reader } = c.get('store')
    const months = await listArchived(reader, c.req.query('before'), pageSize + 1)
    const shown = months.slice(0, pageSize)
    const next = months.length > pageSize ? shown.at(-1)?.month : undefined
    const isTold = await isReader(c, actor)
    return page(
      c,
      { title: { zh: '月报存档', en: 'Archive of monthly reports' }, wide: true },
      <ArchivePage months={shown} title={monthlyClosure.title} next={next} isTold={isTold} />,
    )
  })

  .post(urls.reportReaders.pattern, async c => {
    const [actor, reader] = [c.get('actor'), await readerOf(c)]
    const { db } = c.get('store')
    const wishes = typedOne(await readPosted(c), 'told') === 'yes'
    if (!actor || (wishes && !reader)) return notFound(c)
    if (wishes)
      await db
        .insertInto('report_readers')
        .values({ person: actor.id, since: c.get('now') })
        .onConflict(clash => clash.doNothing())
        .execute()
    // Also for who may read the archive no more.
    else await db.deleteFrom('report_readers').where('person', '=', actor.id).execute()
    return goTo(c, reader ? urls.reportArchive() : urls.reports())
  })

  .get(urls.archivedFile.pattern, async c => {
    const { month, name } = c.req.param()
    const actor = await readerOf(c)
    const bytes = actor && (await findArchived(c.get('store').reader, { report: monthlyClosure.slug, month, name }))
    const format = readFileName(name)?.format
    if (!bytes || !format) return notFound(c)
    c.header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
    c.header('Content-Type', typeOf(format))
    c.header('Cache-Control', 'no-store')
    return c.body(new Uint8Array(bytes))
  })

/** Whoever reads the figures of the whole district. */
async function readerOf(c: Ctx): Promise<Actor | null> {
  const actor = c.get('actor')
  return actor && (await readsDistrictReports(c.get('store').reader, actor)) ? actor : null
}

const isReader = async (c: Ctx, { id }: Actor): Promise<boolean> =>
  (await c
    .get('store')
    .db.selectFrom('report_readers')
    .select('person')
    .where('person', '=', id)
    .executeTakeFirst()) !== undefined
