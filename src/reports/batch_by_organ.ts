import { rankOrgans } from '../cases/batch_ranking.ts'
import type { PartCount, Ranked } from '../cases/batch_ranking.ts'
import type { Db } from '../db/dialect.ts'
import { SMALL } from '../law/rank.ts'
import { rateOf } from '../law/rate.ts'
import type { Text } from '../law/words.ts'
import type { Cell, ReportColumn, ReportTable } from './report.ts'
import type { Question } from './rows.ts'

type Count = { id: PartCount; title: Text; of?: { id: string; title: Text; whole: PartCount } }

// prettier-ignore
const counts: readonly Count[] = [
  { id: 'sole', title: { zh: '独办', en: 'Sole' } },
  { id: 'lead', title: { zh: '主办', en: 'Lead' } },
  { id: 'separate', title: { zh: '分办', en: 'Separate' } },
  { id: 'co-handler', title: { zh: '会办', en: 'Co-handling' } },
  { id: 'contacted', title: { zh: '面商', en: 'Contacted' } },
  { id: 'answered', title: { zh: '答复', en: 'Answered' }, of: { id: 'answer_rate', title: { zh: '答复率（%）', en: 'Answered (%)' }, whole: 'handedOver' } },
  { id: 'onTime', title: { zh: '按期', en: 'On time' }, of: { id: 'answer_on_time_rate', title: { zh: '按期率（%）', en: 'On time (%)' }, whole: 'answered' } },
  { id: 'rated', title: { zh: '评价', en: 'Rated' } },
  { id: 'satisfied', title: { zh: '满意', en: 'Satisfied' }, of: { id: 'satisfaction', title: { zh: '满意率（%）', en: 'Satisfied (%)' }, whole: 'rated' } },
  { id: 'claimed', title: { zh: '称已解决或者承诺', en: 'Claimed or promised' } },
  { id: 'carriedOut', title: { zh: '落实', en: 'Carried out' }, of: { id: 'carry_out_rate', title: { zh: '落实率（%）', en: 'Carried out (%)' }, whole: 'claimed' } },
]

/** Every organ with its own parts, among its like in the order of the share it has answered. */
export async function byOrgan(db: Db, { cut, session }: Question): Promise<ReportTable> {
  const batch = { session: { id: session ?? '' }, day: cut.through, until: cut.asOf }
  const groups = await rankOrgans(db, batch, own => own.handedOver > 0 || own['co-handler'] > 0)
  return {
    id: 'by_organ',
    title: { zh: '按承办单位，同类排名', en: 'By organ, ranked within its group' },
    note: {
      zh: `同类单位之间按答复率排名，比率相同的并列；须答复的不足${SMALL}件的样本少，不排名，列在后面。会办不答复提出人，不计入答复率`,
      en: `Ranked among their like by the share answered, equal shares sharing a rank; those that must answer fewer than ${SMALL} are too few to be ranked and come after. Co-handlers answer nobody and are in no rate`,
    },
    columns: [
      { id: 'group', title: { zh: '单位类别', en: 'Group' }, kind: 'text' },
      { id: 'organ', title: { zh: '单位', en: 'Organ' }, kind: 'text' },
      { id: 'rank', title: { zh: '名次', en: 'Rank' }, kind: 'number' },
      ...counts.flatMap(({ id, title, of }): ReportColumn[] => [
        { id, title, kind: 'number' },
        ...(of ? [{ id: of.id, title: of.title, kind: 'rate' as const }] : []),
      ]),
    ],
    rows: groups.flatMap(({ kind, rows }) => rows.map(row => [kind, row.name, rankOf(row), ...cellsOf(row)])),
  }
}

const rankOf = ({ rank, counts: { handedOver } }: Ranked): Cell =>
  rank ?? (handedOver === 0 ? { zh: '只会办', en: 'Co-handling only' } : { zh: '样本少', en: 'Too few' })

const cellsOf = ({ counts: own }: Ranked): Cell[] =>
  counts.flatMap(({ id, of }): Cell[] => (of ? [own[id], rateOf(own[id], own[of.whole])] : [own[id]]))
