import type { Actor } from '../accounts/actor.ts'
import { isAllVisible } from '../accounts/visible.ts'
import type { Ctx } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import { BoardPage } from '../../views/progress/board.tsx'
import { CountedPage } from '../../views/progress/cases.tsx'
import type { Batch } from './batch.ts'
import { readBoard } from './board.ts'
import { addressOf, nameOf, sayMeasure } from './drawn.ts'
import { casesOf, countOn, figuresOf } from './figures.ts'
import { listCounted } from './lists.ts'
import { isShare, measures } from './measures.ts'
import type { Measure, MeasureId, Side } from './measures.ts'
import { boardOf } from './remaining.ts'
import type { Board } from './remaining.ts'

/** The list behind one side of a figure; absent for a reader who may not see every case in it. */
export async function showCounted(c: Ctx, actor: Actor, batch: Batch, measure: MeasureId): Promise<Response> {
  const store = c.get('store')
  const side: Side = c.req.query('which') === 'missing' ? 'missing' : 'there'
  if (side === 'missing' && !isShare(measure)) return notFound(c)
  if (!(await isAllVisible(store.reader, casesOf(store.reader, batch, measure, side), actor))) return notFound(c)
  const { missing }: Measure = measures[measure]
  const title = side === 'missing' && missing ? missing : sayMeasure(batch, measure)
  const { rows, next } = await listCounted(store, actor, batch, { measure, side }, c.req.query('after'))
  const which = side === 'missing' ? side : undefined
  return page(
    c,
    { title, wide: true },
    <CountedPage
      title={title}
      count={countOn(await figuresOf(store.reader, batch), measure, side)}
      session={nameOf(batch)}
      day={batch.day}
      back={backTo(batch)}
      rows={rows}
      next={next === null ? undefined : addressOf(batch, measure, which, next)}
    />,
  )
}

/** What is left, one by one; absent for a reader who may not see all of it. */
export async function showBoard(c: Ctx, actor: Actor, batch: Batch, board: Board): Promise<Response> {
  const store = c.get('store')
  const read = await readBoard(store, actor, batch, board, c.req.query('after'))
  if (!read) return notFound(c)
  return page(
    c,
    { title: titles[board], wide: true },
    <BoardPage
      title={titles[board]}
      count={countOn(await figuresOf(store.reader, batch), boardOf[board], 'missing')}
      session={nameOf(batch)}
      day={batch.day}
      back={backTo(batch)}
      rows={read.rows}
      next={read.next === null ? undefined : addressOf(batch, board, undefined, read.next)}
    />,
  )
}

const backTo = ({ session, day }: Batch) => withQuery(urls.progressOf(session.id), { asOf: day })

const titles = {
  remaining: { zh: '尚未办结', en: 'Not closed' },
  promises: { zh: '尚未落实', en: 'Not carried out' },
} satisfies Record<Board, Text>
