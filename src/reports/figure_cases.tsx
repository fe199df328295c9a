import type { Actor } from '../accounts/actor.ts'
import type { Ctx } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import { FigureCasesPage } from '../../views/reports/cases.tsx'
import { sayKnown } from '../../views/reports/period.ts'
import { askedIn } from './asked.ts'
import { list } from './draw.ts'
import { metricsIn } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import type { Side } from './figures.ts'
import { describeListed } from './queries.ts'
import { units } from './visits.ts'

const PAGE = 50

/** The list behind one side of a figure; absent for a reader who may not see every case in it. */
export async function showCases(c: Ctx, actor: Actor, drawing: Drawing, id: string): Promise<Response> {
  const store = c.get('store')
  const side = c.req.query('side') === 'denominator' ? 'denominator' : 'numerator'
  const metric = metricsIn(drawing).find(metric => metric.id === id)
  const after = c.req.query('after') ?? ''
  const listing = metric && (await list(store, drawing, actor, { metric: id, side, after, limit: PAGE + 1 }))
  if (!metric || !listing) return notFound(c)
  const { count, numbers, heads, times } = listing
  const shown = numbers.slice(0, PAGE)
  const rows = await describeListed(store.reader, store.master, actor, drawing.cut, shown)
  const next = numbers.length > PAGE ? shown.at(-1) : undefined
  const { cut } = drawing
  const asked = { ...askedIn(c), [drawing.cut.kind]: drawing.cut.period, asOf: drawing.cut.asOf }
  const here = urls.reportCases(drawing.kind.slug, id)
  return page(
    c,
    { title: metric.title, wide: true },
    <FigureCasesPage
      title={metric.title}
      side={metric.denominator ? sides[side] : metric.formula}
      count={count}
      unit={units[metric.unit ?? '件次']}
      period={sayKnown({ ...cut, [cut.kind]: cut.period, period: cut.title }, 'then')}
      back={withQuery(urls.report(drawing.kind.slug), asked)}
      rows={rows.map(row => ({ ...row, heads: heads?.get(row.number), times: times?.get(row.number) }))}
      next={next === undefined ? undefined : withQuery(here, { ...asked, side, after: next })}
    />,
  )
}

const sides = {
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
} satisfies Record<Side, Text>
