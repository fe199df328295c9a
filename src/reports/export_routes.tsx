import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Hono } from 'hono'
import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { ExportTable } from '../db/tables.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted, typedOne } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { ExportsPage } from '../../views/reports/exports.tsx'
import { findAsked, findReport } from './api.ts'
import { askedFrom } from './asked.ts'
import { draw } from './draw.ts'
import { endExport, exportPath, keptUntil, removeExport } from './export_files.ts'
import { askedBy, askExport, cancelExport, findExport, listExports } from './exports.ts'
import { typeOf } from './formats.ts'
import { reportNamed } from './registry.ts'
import { langAsked } from './send_report.ts'
import { sendFile } from './send_file.ts'

/** Workbooks too long to wait for: one's own, how far they are, and the files once they are there. */
export const exports = new Hono<Env>()
  .get(urls.exports.pattern, c => {
    const actor = c.get('actor')
    return actor ? showExports(c, actor, undefined) : notFound(c)
  })

  .post(urls.exports.pattern, async c => {
    const actor = c.get('actor')
    const posted = await readPosted(c)
    const slug = typedOne(posted, 'report') ?? ''
    const asked = askedFrom(name => typedOne(posted, name))
    const { db, ...store } = c.get('store')
    const found = actor && (await findReport({ db, ...store }, c.get('now'), actor, slug, asked))
    if (!actor || !found || found.outcome === 'absent') return notFound(c)
    if (found.outcome === 'invalid' || !found.hasLists) return goTo(c, withQuery(urls.report(slug), asked))
    const lang = langAsked(c, typedOne(posted, 'lang'))
    const done = await askExport(db, { actor, drawing: found.drawing, lang, now: c.get('now') })
    return done.outcome === 'done' ? goTo(c, urls.exports()) : showExports(c, actor, done.outcome)
  })

  .post(urls.exportCancel.pattern, async c => {
    const actor = c.get('actor')
    const store = c.get('store')
    const row = actor && (await findExport(store.db, actor, c.req.param('export')))
    if (!actor || !row) return notFound(c)
    const cancelled = await cancelExport(store.db, actor, row.id, c.get('now'))
    if (cancelled) await removeExport(store, cancelled)
    return goTo(c, urls.exports())
  })

  .get(urls.exportFile.pattern, async c => {
    const actor = c.get('actor')
    const store = c.get('store')
    const row = actor && (await findExport(store.db, actor, c.req.param('export')))
    if (!actor || row?.state !== 'ready') return notFound(c)
    const path = exportPath(store, row)
    const { size } = (await stat(path).catch(() => undefined)) ?? {}
    if (size === undefined || size !== row.size || keptUntil(row) < c.get('now')) {
      await endExport(store.db, row)
      return goTo(c, urls.exports())
    }
    return (await mayStillRead(store, c.get('now'), actor, row))
      ? sendFile(c, createReadStream(path), { name: row.name, type: typeOf('xlsx'), size })
      : notFound(c)
  })

/** A wall, or a role lost, since the file was made closes it: every list in it must be open to its reader today. */
async function mayStillRead(store: Store, now: string, actor: Actor, row: ExportTable): Promise<boolean> {
  const found = await findAsked(store, now, actor, row.report, askedBy(row))
  if (found.outcome !== 'done') return false
  const { lists } = await draw(store, found.drawing, actor)
  const open = Object.entries(lists).flatMap(([metric, sides]) => sides.map(side => `${metric}/${side}`))
  const inside: string[] = JSON.parse(row.lists ?? '[]')
  return inside.every(list => open.includes(list))
}

/** Past its time it is gone, whether or not it has been swept away. */
const withEnd =
  (now: string) =>
  (row: ExportTable): ExportTable =>
    row.state === 'ready' && keptUntil(row) < now ? { ...row, state: 'expired' } : row

async function showExports(c: Ctx, actor: Actor, refused: 'busy' | 'full' | undefined): Promise<Response> {
  const rows = await listExports(c.get('store').db, actor, 50)
  const shown = rows.map(withEnd(c.get('now'))).map(row => ({
    ...row,
    asOf: askedBy(row).asOf,
    title: reportNamed(row.report)?.title ?? { zh: row.report, en: row.report },
    until: row.state === 'ready' ? keptUntil(row) : undefined,
  }))
  return page(
    c,
    { title: { zh: '后台生成的文件', en: 'Files made in the background' }, wide: true, status: refused ? 422 : 200 },
    <ExportsPage exports={shown} refused={refused} />,
  )
}
