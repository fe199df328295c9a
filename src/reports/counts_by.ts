import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import { rateOf } from '../law/rate.ts'
import { atMost } from './at_most.ts'
import { heads as dimensions } from './breakdown.ts'
import type { Counting } from './countings.ts'
import type { Dimension } from './figures.ts'
import type { Figures } from './kept_figures.ts'
import { namesOf } from './names.ts'
import type { Cell, ReportTable } from './report.ts'
import type { Question } from './rows.ts'

export type CountColumn = { id: string; title: Text; counting: Counting }
type Asked = Pick<ReportTable, 'id' | 'title' | 'note'> & {
  dimension: Dimension
  columns: readonly CountColumn[]
  /** The most at the top, by the first column; else in the order of the dimension. */
  isRanked?: boolean
  /** So many rows at the most, and those that are level with the last. */
  most?: number
}

/** One row for every value of a dimension: how often each was counted, and the share of the first in its sum. */
export async function countsBy(db: Db, all: Figures, question: Question, asked: Asked): Promise<ReportTable> {
  const { id, title, note, dimension, columns } = asked
  const sums = await inOrder(columns, ({ counting }) => all.sumsBy(counting, dimension))
  const keys = [...new Set(sums.flatMap(sum => [...sum.keys()]))]
  const names = await namesOf(db, dimension, keys, question.cut)
  const of = (key: string | null, at = 0) => sums[at]?.get(key) ?? 0
  const whole = keys.reduce((sum, key) => sum + of(key), 0)
  const place = (key: string | null) => names.get(key)?.order ?? ''
  const isMore = (a: string | null, b: string | null) => (asked.isRanked ? of(b) - of(a) : 0)
  return {
    ...{ id, title, note },
    columns: [
      { id: dimension, title: heads[dimension], kind: 'text' },
      ...columns.flatMap(({ id, title }, i): ReportTable['columns'] => [
        { id, title, kind: 'number' },
        ...(i === 0 ? [{ id: `${id}_share`, title: share, kind: 'rate' as const }] : []),
      ]),
    ],
    rows: atMost(
      asked.most,
      keys.toSorted((a, b) => isMore(a, b) || (place(a) < place(b) ? -1 : 1)),
      key => of(key),
    ).map(key => [
      names.get(key)?.name ?? key,
      ...columns.flatMap((_, i): Cell[] => (i === 0 ? [of(key), rateOf(of(key), whole)] : [of(key, i)])),
    ]),
  }
}

async function inOrder<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const one of list) done.push(await work(one))
  return done
}

const share: Text = { zh: '占比（%）', en: 'Share (%)' }

const heads = { ...dimensions, category: { zh: '领域', en: 'Domain' } } satisfies Record<Dimension, Text>
