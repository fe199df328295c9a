import { Hono } from 'hono'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { RestatedPage } from '../../views/reports/restated.tsx'
import type { Errors } from '../procedures/read_form.ts'
import { askedIn } from './asked.ts'
import { closedMonths } from './count_restated.ts'
import { typeOf } from './formats.ts'
import { reportNamed } from './registry.ts'
import type { ReportKind } from './registry.ts'
import { canBeRestated } from './restated.ts'
import { readRestating } from './restated_asked.ts'
import type { AskedAgainst } from './restated_asked.ts'
import { drawRestated } from './restated_list.ts'
import type { RestatedLine } from './restated_lines.ts'
import { renderRestated } from './restated_text.ts'

const pageSize = 50

/** What a month reads differently now, for whoever reads the figures of the whole district. */
export const restated = new Hono<Env>()
  .get(urls.reportRestated.pattern, async c => {
    const found = await readable(c)
    if (!found) return notFound(c)
    const { actor, kind } = found
    const asked = askedAgainst(c)
    const read = await readRestating(c.get('store').reader, kind, asked, c.get('now'))
    const title = titleOf(kind)
    const action = urls.reportRestated(kind.slug)
    if ('errors' in read) return askAgain(c, kind, read)
    const list = await drawRestated(c.get('store'), actor, read.ok)
    const same = { month: list.month, through: asked.through, procedure: asked.procedure }
    const both = { ...same, asOf: list.asOf, against: list.against }
    const { shown, next } = pageOf(list.lines, c.req.query('after') ?? '')
    return page(
      c,
      { title, wide: true },
      <RestatedPage
        title={title}
        ask={{
          action,
          asked: { ...asked, ...both, ...(asked.against === undefined && { against: undefined }) },
          errors: {},
        }}
        back={withQuery(urls.report(kind.slug), same)}
        list={{ ...list, lines: shown }}
        unclosed={await lastClosedInstead(c, kind, list.month)}
        count={list.lines.length}
        files={formats.map(format => ({ format, href: withQuery(urls.reportRestatedFile[format](kind.slug), both) }))}
        next={next === undefined ? undefined : withQuery(action, { ...both, after: next })}
      />,
    )
  })

  .get(urls.reportRestatedFile.json.pattern, c => sendList(c, 'json'))
  .get(urls.reportRestatedFile.csv.pattern, c => sendList(c, 'csv'))

async function sendList(c: Ctx, format: 'json' | 'csv'): Promise<Response> {
  const found = await readable(c)
  const read = found && (await readRestating(c.get('store').reader, found.kind, askedAgainst(c), c.get('now')))
  if (!found || !read) return notFound(c)
  if ('errors' in read) return askAgain(c, found.kind, read)
  const list = await drawRestated(c.get('store'), found.actor, read.ok)
  const name = `${list.report}-${list.month}-restated.${format}`
  c.header('Content-Disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
  c.header('Content-Type', typeOf(format))
  c.header('Cache-Control', 'no-store')
  return c.body(renderRestated(list, format, c.get('lang')))
}

const titleOf = ({ title }: ReportKind) => ({ zh: `${title.zh}重述`, en: `${title.en}, restated` })

/** The form with what was typed and what is wrong with it. */
function askAgain(c: Ctx, kind: ReportKind, { errors, month }: { errors: Errors; month: string }) {
  const title = titleOf(kind)
  const ask = { action: urls.reportRestated(kind.slug), asked: { ...askedAgainst(c), month }, errors }
  return page(
    c,
    { title, wide: true, status: 422 },
    <RestatedPage title={title} ask={ask} back={urls.report(kind.slug)} />,
  )
}

/** Of a month that is not closed: the last one that is, and its list; nothing of one that is. */
async function lastClosedInstead(c: Ctx, { slug }: ReportKind, month: string) {
  const closed = await closedMonths(c.get('store').reader)
  const [last] = closed.keys()
  if (closed.has(month)) return undefined
  return {
    last: last === undefined ? undefined : { month: last, href: withQuery(urls.reportRestated(slug), { month: last }) },
  }
}

const formats = ['json', 'csv'] as const

/** A monthly report made of cohorts alone, for whoever reads all of it. */
async function readable(c: Ctx): Promise<{ actor: Actor; kind: ReportKind } | undefined> {
  const [actor, kind] = [c.get('actor'), reportNamed(c.req.param('slug') ?? '')]
  if (!actor || !kind || !canBeRestated(kind)) return undefined
  return (await readsDistrictReports(c.get('store').reader, actor)) ? { actor, kind } : undefined
}

const askedAgainst = (c: Ctx): AskedAgainst => ({
  ...askedIn(c),
  against: c.req.query('against')?.trim() || undefined,
})

/** Whole cases at a time, by number. */
function pageOf(lines: readonly RestatedLine[], after: string): { shown: RestatedLine[]; next: string | undefined } {
  const left = lines.filter(({ number }) => number > after)
  const last = left[pageSize - 1]?.number
  const shown = last === undefined ? left : left.filter(({ number }) => number <= last)
  return { shown, next: shown.length < left.length ? last : undefined }
}
