import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Reading } from './draw_here.ts'
import { metricsIn, questionOf } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { countCases } from './figures.ts'
import { figuresFor } from './kept_figures.ts'
import { numbersListed } from './listed_cases.ts'
import { listsFor } from './lists.ts'
import { countingListed, missingOf } from './missing.ts'
import type { Listable } from './missing.ts'
import type { Rows } from './rows.ts'

/** A page of the list behind one side of a figure: of which, after what number, at most how many. */
export type Page = { metric: string; side: Listable; after: string; limit: number }

export type Listing = {
  /** How many the side counts. */
  count: number
  /** Of its cases those on the page. */
  numbers: string[]
  /** Where people are counted: how many came with each of these, and how many cases there are in all. */
  people: { heads: ReadonlyMap<string, number>; cases: number } | undefined
  /** How often each is counted, where one of the page is more than once (rated, taken up and rated again). */
  times: ReadonlyMap<string, number> | undefined
  /** The sides of the figure whose lists its reader may see, each with what it counts. */
  sides: readonly { side: Listable; count: number }[]
}

/** Undefined where there is no such figure, and for a reader who may not see every case in it. */
export const listHere = (store: Reading, drawing: Drawing, actor: Actor, page: Page): Promise<Listing | undefined> =>
  store.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(db => listIn(db, drawing, actor, page))

async function listIn(db: Db, drawing: Drawing, actor: Actor, page: Page): Promise<Listing | undefined> {
  const metric = metricsIn(drawing).find(({ id }) => id === page.metric)
  const counting = metric && countingListed(metric, page.side)
  if (!metric || !counting) return undefined
  const question = questionOf(drawing)
  const figure = await (await figuresFor(db, question)).figure(metric, drawing.cut)
  const open =
    (await listsFor(db, actor, drawing, [{ ...metric, unit: metric.unit ?? '件次', ...figure }]))[metric.id] ?? []
  const counts = { ...figure, missing: (figure.denominator ?? 0) - figure.numerator }
  const sides = (['numerator', 'denominator', 'missing'] as const)
    .filter(side =>
      side === 'missing'
        ? counts.missing > 0 && open.includes('denominator') && missingOf(metric) !== undefined
        : open.includes(side),
    )
    .map(side => ({ side, count: counts[side] ?? 0 }))
  const count = counts[page.side] ?? 0
  if (count > 0 && !sides.some(({ side }) => side === page.side)) return undefined
  const rows = counting(db, question)
  const numbers = await numbersListed(db, question, counting, page)
  const counted = await countedIn(db, rows, numbers)
  const isPeople = metric.unit === '人次'
  const isMore = !isPeople && [...counted.values()].some(n => n > 1)
  return {
    count,
    numbers,
    people: isPeople ? { heads: counted, cases: await countCases(db, rows) } : undefined,
    times: isMore ? counted : undefined,
    sides,
  }
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
