import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Reading } from './draw_here.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import type { Side } from './figures.ts'
import { figuresFor } from './kept_figures.ts'
import { numbersListed } from './listed_cases.ts'
import { listsFor } from './lists.ts'
import type { Rows } from './rows.ts'

/** A page of the list behind one side of a figure: of which, after what number, at most how many. */
export type Page = { metric: string; side: Side; after: string; limit: number }

/**
 * How many the figure counts; of its cases those on the page, by number; how many people came with each, where people are
 * counted; and how often each is counted, where one of the page is more than once (rated, taken up and rated again).
 */
export type Listing = {
  count: number
  numbers: string[]
  heads: ReadonlyMap<string, number> | undefined
  times: ReadonlyMap<string, number> | undefined
}

/** Undefined where there is no such figure, and for a reader who may not see every case in it. */
export const listHere = (store: Reading, drawing: Drawing, actor: Actor, page: Page): Promise<Listing | undefined> =>
  store.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(db => listIn(db, drawing, actor, page))

async function listIn(db: Db, drawing: Drawing, actor: Actor, page: Page): Promise<Listing | undefined> {
  const metric = metricsIn(drawing).find(({ id }) => id === page.metric)
  const counting = metric?.[page.side]
  if (!metric || !counting) return undefined
  const question = questionOf(drawing)
  const figure = await (await figuresFor(db, question)).figure(metric, drawing.cut)
  const count = figure[page.side] ?? 0
  const only = {
    ...metric,
    unit: metric.unit ?? '件次',
    ...figure,
    numerator: 0,
    denominator: null,
    [page.side]: count,
  }
  const lists = await listsFor(db, actor, drawing, [only])
  if (count > 0 && !lists[metric.id]?.includes(page.side)) return undefined
  const rows = counting(db, question)
  const numbers = await numbersListed(db, question, counting, page)
  const counted = await countedIn(db, rows, numbers)
  const isPeople = metric.unit === '人次'
  const isMore = !isPeople && [...counted.values()].some(n => n > 1)
  return { count, numbers, heads: isPeople ? counted : undefined, times: isMore ? counted : undefined }
}

/** What each of these cases adds to the figure. */
async function countedIn(db: Db, rows: Rows, numbers: readonly string[]): Promise<Map<string, number>> {
  if (numbers.length === 0) return new Map()
  const counted = await db
    .selectFrom(rows.as('c'))
    .select(eb => ['c.case_number', eb.fn.sum<number>('c.n').as('n')])
    .where('c.case_number', 'in', [...numbers])
    .groupBy('c.case_number')
    .execute()
  return new Map(counted.map(row => [row.case_number, Number(row.n)]))
}
