import { nameThen, organsThen } from '../accounts/organs_then.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Dimension } from './figures.ts'
import type { Figures } from './kept_figures.ts'
import type { Metric } from './metric.ts'
import { metricNamed } from './metrics.ts'
import { namesOf } from './names.ts'
import { rateOf } from '../law/rate.ts'
import { editions } from '../procedures/registry.ts'
import type { Cell, ReportColumn, ReportTable } from './report.ts'
import type { Question } from './rows.ts'

// prettier-ignore
const shown = ['carried_over', 'received', 'reopened', 'answered', 'ended_otherwise', 'open', 'closed', 'due', 'closure_rate', 'on_time_rate', 'recorded_late']
const balanced = ['carried_over', 'reopened', 'open']
const rated = ['closure_rate', 'on_time_rate']

/** One row for every value of the dimension, of the figures the report has. */
export const breakdown = async (
  db: Db,
  all: Figures,
  question: Question,
  dimension: Dimension,
  of: readonly Metric[],
): Promise<ReportTable> => breakdownOf(db, question, dimension, await sumsOf(all, question, dimension, of))

/** By figure, its sum for every value of a dimension. */
type Sums = ReadonlyMap<string, ReadonlyMap<string | null, number>>

/** What adds up in the balance is shown only where it adds up. */
export async function sumsOf(
  all: Figures,
  question: Question,
  dimension: Dimension,
  of: readonly Metric[],
): Promise<Sums> {
  const isBalanced = dimension === 'procedure' && question.organ === null
  const sums = new Map<string, ReadonlyMap<string | null, number>>()
  for (const id of shown.filter(id => isBalanced || !balanced.includes(id))) {
    const metric = of.find(metric => metric.id === id)
    if (metric) sums.set(id, await all.sumsBy(metric.numerator, dimension))
  }
  return sums
}

export async function breakdownOf(db: Db, question: Question, dimension: Dimension, sums: Sums): Promise<ReportTable> {
  const [ids, keys] = [[...sums.keys()], keysOf(sums)]
  const names = await namesOf(db, dimension, keys, question.cut)
  const orderOf = (key: string | null) => names.get(key)?.order ?? ''
  return {
    id: `by_${dimension}`,
    title: titles[dimension],
    note: dimension === 'place' ? whereItIs : leftOut,
    columns: columnsOf(dimension, ids),
    rows: keys
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
      .map(key => {
        const named = names.get(key)
        const name = key === null && mayNotApply(dimension, question) ? notApplying : (named?.name ?? key)
        const head = dimension === 'organ' ? [named?.group ?? null, name] : [name]
        return [...head, ...ids.flatMap(id => cellsOf(sums, id, key))]
      }),
  }
}

/** Organs that received, answered and owed nothing: apart, so that no rate stands beside their names. */
export async function organsWithout(db: Db, byOrgan: Sums, question: Question): Promise<ReportTable> {
  const shown = new Set(keysOf(byOrgan))
  const organs = [...(await organsThen(db, question.cut.asOf)).values()]
  const there = organs.filter(organ => organ.active === 1 && nameThen(organ, question.cut.through))
  const ids = there.map(({ id }) => id)
  const names = [...(await namesOf(db, 'organ', ids, question.cut)).entries()]
  return {
    id: 'organs_without',
    title: { zh: '本期无事项的单位', en: 'Organs without matters' },
    note: null,
    columns: organColumns,
    rows: names
      .filter(([id]) => id !== null && !shown.has(id))
      .sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
      .map(([, { group, name }]) => [group, name]),
  }
}

const keysOf = (sums: Sums): (string | null)[] => [...new Set([...sums.values()].flatMap(sum => [...sum.keys()]))]

function cellsOf(sums: Sums, id: string, key: string | null): Cell[] {
  const sum = sums.get(id)?.get(key) ?? 0
  return rated.includes(id) ? [sum, rateOf(sum, sums.get('due')?.get(key) ?? 0)] : [sum]
}

function columnsOf(dimension: Dimension, ids: readonly string[]): ReportColumn[] {
  const head = dimension === 'organ' ? organColumns : [textColumn(dimension, heads[dimension])]
  return [
    ...head,
    ...ids.flatMap((id): ReportColumn[] => {
      const title = metricNamed(id)?.title ?? { zh: id, en: id }
      const part = parts[id]
      return part
        ? [
            { id: `${id}_numerator`, title: part, kind: 'number' },
            { id, title, kind: 'rate' },
          ]
        : [{ id, title, kind: 'number' }]
    }),
  ]
}

const textColumn = (id: string, title: Text): ReportColumn => ({ id, title, kind: 'text' })

/** What the values of each dimension are. */
export const heads = {
  organ: { zh: '单位', en: 'Organ' },
  procedure: { zh: '类型', en: 'Procedure' },
  petition_kind: { zh: '诉求类别', en: 'Kind' },
  channel: { zh: '渠道', en: 'Channel' },
  category: { zh: '内容分类', en: 'Category' },
  place: { zh: '属地', en: 'Street or township' },
} satisfies Record<Dimension, Text>

const organColumns = [textColumn('group', { zh: '单位类别', en: 'Group' }), textColumn('organ', heads.organ)]

const titles = {
  organ: { zh: '按单位', en: 'By organ' },
  procedure: { zh: '按类型', en: 'By procedure' },
  petition_kind: { zh: '按诉求类别', en: 'By kind of matter' },
  channel: { zh: '按渠道', en: 'By channel' },
  category: { zh: '按内容分类', en: 'By category' },
  place: { zh: '按属地', en: 'By street or township' },
} satisfies Record<Dimension, Text>

const parts: Readonly<Record<string, Text>> = {
  closure_rate: { zh: '应结中已办复', en: 'Of due, answered' },
  on_time_rate: { zh: '应结中按期', en: 'Of due, on time' },
}

/** Suggestions and proposals are of no kind; a petition without one was brought by a ledger that did not say. */
const mayNotApply = (dimension: Dimension, { procedure }: Question): boolean =>
  dimension === 'petition_kind' &&
  editions.some(({ id, kinds }) => (procedure === null || id === procedure) && Object.keys(kinds).length === 0)

const notApplying: Text = {
  zh: '不适用（建议提案），或者未注明',
  en: 'Does not apply (suggestions and proposals), or not stated',
}

const whereItIs: Text = {
  zh: '事项发生地，不是承办单位；不含检举控告类事项',
  en: 'Where the matter is, not who handles it. Accusations are left out',
}

export const leftOut = { zh: '不含检举控告类事项', en: 'Accusations are left out' }
