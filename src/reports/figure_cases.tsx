import type { Actor } from '../accounts/actor.ts'
import type { Ctx } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { FigureCasesPage } from '../../views/reports/cases.tsx'
import { sayKnown } from '../../views/reports/period.ts'
import type { Found } from './api.ts'
import { askedIn } from './asked.ts'
import { list } from './draw.ts'
import { metricsIn } from './drawing.ts'
import type { Listable } from './missing.ts'
import { describeListed } from './queries.ts'
import { units } from './visits.ts'

const PAGE = 50

/** The list behind one side of a figure, or between its two; absent for a reader who may not see every case in it. */
export async function showCases(c: Ctx, actor: Actor, { drawing, asOf }: Found, id: string): Promise<Response> {
  const store = c.get('store')
  const side = readSide(c.req.query('side'))
  const metric = metricsIn(drawing).find(metric => metric.id === id)
  const after = c.req.query('after') ?? ''
  const listing = metric && (await list(store, drawing, actor, { metric: id, side, after, limit: PAGE + 1 }))
  if (!metric || !listing) return notFound(c)
  const { count, numbers, people, times, sides } = listing
  const shown = numbers.slice(0, PAGE)
  const rows = await describeListed(store.reader, store.master, actor, drawing.cut, shown)
  const next = numbers.length > PAGE ? shown.at(-1) : undefined
  const { cut } = drawing
  const asked = { ...askedIn(c), [cut.kind]: cut.period, asOf }
  const hrefOf = (side: Listable, after?: string) =>
    withQuery(urls.reportCases(drawing.kind.slug, id), { ...asked, side, after })
  return page(
    c,
    { title: metric.title, wide: true },
    <FigureCasesPage
      title={metric.title}
      formula={metric.formula}
      side={metric.denominator ? side : undefined}
      sides={metric.denominator ? sides.map(of => ({ ...of, href: hrefOf(of.side) })) : []}
      count={count}
      cases={people?.cases}
      unit={units[metric.unit ?? '件次']}
      period={sayKnown({ ...cut, [cut.kind]: cut.period, period: cut.title }, 'then')}
      back={withQuery(urls.report(drawing.kind.slug), asked)}
      rows={rows.map(row => ({ ...row, heads: people?.heads.get(row.number), times: times?.get(row.number) }))}
      next={next === undefined ? undefined : hrefOf(side, next)}
    />,
  )
}

const readSide = (word: string | undefined): Listable =>
  word === 'denominator' || word === 'missing' ? word : 'numerator'
