import { Hono } from 'hono'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { BatchesPage } from '../../views/progress/batches.tsx'
import type { BatchRow } from '../../views/progress/batches.tsx'
import { BatchPage } from '../../views/progress/batch.tsx'
import { dayAsked } from './batch.ts'
import type { Batch } from './batch.ts'
import { countOf, figuresOf } from './figures.ts'
import { sidesListed } from './lists.ts'
import { isMeasure } from './measures.ts'
import { drawFigures, nameOf } from './drawn.ts'
import { findBatch, listBatches } from './queries.ts'
import { rankOrgans } from '../cases/batch_ranking.ts'
import { isBoard } from './remaining.ts'
import { showBoard, showCounted } from './shown.tsx'

/** How far suggestions and proposals have come toward 100 %, batch by batch, and which are missing. */
export const routes = new Hono<Env>()
  .get(urls.progress.pattern, async c => {
    const actor = c.get('actor')
    const { reader } = c.get('store')
    const batches = actor ? await listBatches(reader, actor, dayOf(c.get('now'))) : undefined
    if (!batches) return notFound(c)
    const rows = await Promise.all(batches.map(batch => rowOf(c, batch)))
    return page(c, { title: { zh: '建议提案进度', en: 'Progress' }, wide: true }, <BatchesPage rows={rows} />)
  })

  .get(urls.progressOf.pattern, async c => {
    const actor = c.get('actor')
    const [asked, today] = [asOfIn(c), dayOf(c.get('now'))]
    const day = dayAsked(asked, c.get('now'))
    const batch = actor && (await findBatch(c.get('store').reader, actor, c.req.param('session'), day ?? today))
    return batch ? showBatch(c, actor, batch, day === undefined ? asked : undefined) : notFound(c)
  })

  .get(urls.progressCases.pattern, async c => {
    const actor = c.get('actor')
    const { session, milestone } = c.req.param()
    const day = dayAsked(asOfIn(c), c.get('now'))
    const batch = actor && day && (await findBatch(c.get('store').reader, actor, session, day))
    if (!batch) return notFound(c)
    if (isBoard(milestone)) return showBoard(c, actor, batch, milestone)
    return isMeasure(milestone) ? showCounted(c, actor, batch, milestone) : notFound(c)
  })

async function showBatch(c: Ctx, actor: Actor, batch: Batch, wrong: string | undefined): Promise<Response> {
  const { reader } = c.get('store')
  const { session, procedure, day } = batch
  const figures = await figuresOf(reader, batch)
  const listed = await sidesListed(reader, actor, batch, figures)
  const drawn = {
    day,
    report: reportOf(batch, dayOf(c.get('now'))),
    ...drawFigures(batch, figures, listed),
    ranking: await rankOrgans(reader, batch),
  }
  return page(
    c,
    { title: nameOf(batch), wide: true, status: wrong === undefined ? 200 : 422 },
    <BatchPage
      name={nameOf(batch)}
      procedure={procedure.title}
      ask={{
        action: urls.progressOf(session.id),
        asOf: wrong ?? day,
        errors: wrong === undefined ? {} : { asOf: [noDay] },
      }}
      drawn={wrong === undefined ? drawn : undefined}
    />,
  )
}

/** The bulletin with the same numbers: what was known at the end of the day. */
const reportOf = ({ session, day }: Batch, today: string): string =>
  withQuery(urls.report('suggestions-and-proposals'), {
    session: session.id,
    through: day,
    asOf: day < today ? day : undefined,
  })

async function rowOf(c: Ctx, batch: Batch): Promise<BatchRow> {
  const figures = await figuresOf(c.get('store').reader, batch)
  return {
    id: batch.session.id,
    name: nameOf(batch),
    procedure: batch.procedure.title,
    filed: countOf(figures, 'filed'),
    answered: countOf(figures, 'answered'),
    closed: countOf(figures, 'closed'),
    claimed: countOf(figures, 'claimed'),
    carriedOut: countOf(figures, 'carriedOut'),
  }
}

const asOfIn = (c: Ctx): string | undefined => c.req.query('asOf') ?? c.req.query('as-of')

const noDay = {
  zh: '请填写今天或者以前的日期，例如 2026-04-30',
  en: 'Enter today or an earlier day, such as 2026-04-30',
}
