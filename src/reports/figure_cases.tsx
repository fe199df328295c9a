import type { Actor } from '../accounts/actor.ts'
import type { Ctx } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import { FigureCasesPage } from '../../views/reports/cases.tsx'
import { sayPeriod } from '../../views/reports/period.ts'
import { askedIn } from './asked.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { figureOf, isAllVisible } from './figures.ts'
import type { Side } from './figures.ts'
import { listCounted } from './queries.ts'
import { units } from './visits.ts'

const PAGE = 50

/** The list behind one side of a figure; absent for a reader who may not see every case in it. */
export async function showCases(c: Ctx, actor: Actor, drawing: Drawing, id: string): Promise<Response> {
  const { reader, master } = c.get('store')
  const side = c.req.query('side') === 'denominator' ? 'denominator' : 'numerator'
  const metric = metricsIn(drawing).find(metric => metric.id === id)
  const counting = metric?.[side]
  if (!metric || !counting) return notFound(c)
  const question = questionOf(drawing)
  const rows = counting(reader, question)
  if (!(await isAllVisible(reader, rows, actor))) return notFound(c)
  const figure = await figureOf(reader, metric, question)
  const listed = await listCounted(reader, master, actor, rows, {
    after: c.req.query('after') ?? '',
    limit: PAGE,
    people: metric.unit === '人次',
  })
  const asked = { ...askedIn(c), [drawing.cut.kind]: drawing.cut.period, asOf: drawing.cut.asOf }
  const here = urls.reportCases(drawing.kind.slug, id)
  return page(
    c,
    { title: metric.title, wide: true },
    <FigureCasesPage
      title={metric.title}
      side={metric.denominator ? sides[side] : metric.formula}
      count={figure[side] ?? 0}
      unit={units[metric.unit ?? '件次']}
      period={sayPeriod({ period: drawing.cut.title, through: drawing.cut.through })}
      back={withQuery(urls.report(drawing.kind.slug), asked)}
      rows={listed.rows}
      next={listed.next === null ? undefined : withQuery(here, { ...asked, side, after: listed.next })}
    />,
  )
}

const sides = {
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
} satisfies Record<Side, Text>
