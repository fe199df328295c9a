import type { Text } from '../law/words.ts'
import { rateOf } from '../law/rate.ts'
import type { Matter } from './batch_matters.ts'
import type { Cell, ReportColumn, ReportTable } from './report.ts'

/** Some matters of a batch, and how far they have come. */
export type Group = { name: Text; matters: readonly Matter[] }

type Count = { id: string; title: Text; milestone?: string; of?: { id: string; title: Text; milestone: string } }

// prettier-ignore
const counts: readonly Count[] = [
  { id: 'submitted', title: { zh: '提出', en: 'Submitted' } },
  { id: 'filed', title: { zh: '立案', en: 'Filed' }, milestone: 'filed' },
  { id: 'merged', title: { zh: '并案', en: 'Merged' }, milestone: 'merged' },
  { id: 'contacted', title: { zh: '面商', en: 'Contacted' }, milestone: 'contacted', of: { id: 'contact_rate', title: { zh: '面商率（%）', en: 'Contacted (%)' }, milestone: 'filed' } },
  { id: 'answered', title: { zh: '办复', en: 'Answered' }, milestone: 'answered', of: { id: 'answer_rate', title: { zh: '办复率（%）', en: 'Answered (%)' }, milestone: 'filed' } },
  { id: 'on_time', title: { zh: '按期', en: 'On time' }, milestone: 'onTime', of: { id: 'answer_on_time_rate', title: { zh: '按期办复率（%）', en: 'On time (%)' }, milestone: 'answered' } },
  { id: 'rated', title: { zh: '评价', en: 'Rated' }, milestone: 'rated' },
  { id: 'satisfied', title: { zh: '满意', en: 'Satisfied' }, milestone: 'satisfied', of: { id: 'satisfaction_latest', title: { zh: '最终满意率（%）', en: 'Satisfied at last (%)' }, milestone: 'rated' } },
  { id: 'claimed', title: { zh: '称已解决或者承诺', en: 'Claimed or promised' }, milestone: 'claimed' },
  { id: 'carried_out', title: { zh: '落实', en: 'Carried out' }, milestone: 'carriedOut', of: { id: 'carry_out_rate', title: { zh: '落实率（%）', en: 'Carried out (%)' }, milestone: 'claimed' } },
]

type Asked = Pick<ReportTable, 'id' | 'title' | 'note'> & { head: Text }

/** One row a group: how many matters it has, and how many of them reached what. */
export const groupTable = ({ head, ...table }: Asked, groups: readonly Group[]): ReportTable => ({
  ...table,
  columns: [
    { id: 'name', title: head, kind: 'text' },
    ...counts.flatMap(({ id, title, of }): ReportColumn[] => [
      { id, title, kind: 'number' },
      ...(of ? [{ id: of.id, title: of.title, kind: 'rate' as const }] : []),
    ]),
  ],
  rows: groups.map(({ name, matters }) => [
    name,
    ...counts.flatMap(({ milestone, of }): Cell[] => {
      const reached = numberOf(matters, milestone)
      return of ? [reached, rateOf(reached, numberOf(matters, of.milestone))] : [reached]
    }),
  ]),
})

const numberOf = (matters: readonly Matter[], milestone?: string): number =>
  milestone === undefined ? matters.length : matters.filter(({ reached }) => reached.has(milestone)).length
