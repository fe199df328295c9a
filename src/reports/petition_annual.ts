import { closureHeadline } from './headlines.ts'
import { timesDone } from './act_countings.ts'
import { leftOut } from './breakdown.ts'
import { changes, yearBefore } from './changes.ts'
import { annualMetrics } from './annual_metrics.ts'
import { of } from './countings.ts'
import { countsBy } from './counts_by.ts'
import type { CountColumn } from './counts_by.ts'
import { wholeMonth } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Figures } from './kept_figures.ts'
import { metricNamed } from './metrics.ts'
import type { ReportKind } from './registry.ts'
import type { Cell, ReportTable } from './report.ts'
import type { Question } from './rows.ts'
import { dayOf, sayMonth } from '../law/day.ts'

/**
 * 信访年度报告: what 《信访工作条例》 art. 41 requires — how many, of which domains, of which organs most; what was
 * transferred, handed over and supervised; what the offices proposed, and what became of it.
 */
export const petitionAnnual: ReportKind = {
  slug: 'petition-annual',
  title: { zh: '信访年度报告', en: 'Petitions of the year' },
  lead: {
    zh: '《信访工作条例》第四十一条要求的年度报告',
    en: 'The yearly report that art. 41 of the Regulations on Petition Work requires',
  },
  period: 'year',
  of: 'district',
  procedure: 'petition',
  metrics: annualMetrics,
  headline: closureHeadline,
  tables: async (db, question, figures, all) => [
    await changes(all, question.cut, figures, [yearBefore]),
    await months(all, question),
    await countsBy(db, all, question, {
      ...{ id: 'by_category', title: { zh: '信访事项涉及的领域', en: 'Domains' }, note: leftOut },
      ...{ dimension: 'category', columns: handled, isRanked: true },
    }),
    await countsBy(db, all, question, {
      ...{
        id: 'by_organ',
        title: { zh: '被反映较多的机关、单位', en: 'Organs most complained of' },
        note: byAcceptance,
      },
      ...{ dimension: 'organ', columns: byOrgan, isRanked: true, most: 10 },
    }),
    await countsBy(db, all, question, {
      ...{ id: 'by_channel', title: { zh: '按渠道', en: 'By channel' }, note: leftOut },
      ...{ dimension: 'channel', columns: handled },
    }),
    await countsBy(db, all, question, {
      ...{ id: 'by_petition_kind', title: { zh: '按诉求类别', en: 'By kind of matter' }, note: leftOut },
      ...{ dimension: 'petition_kind', columns: handled },
    }),
    await countsBy(db, all, question, {
      ...{ id: 'supervision', title: { zh: '督办和建议', en: 'Supervision and proposals' }, note: null },
      ...{ dimension: 'organ', columns: supervision, isRanked: true },
    }),
  ],
}

const handled: readonly CountColumn[] = [
  { id: 'received', title: { zh: '收件', en: 'Received' }, counting: of.received },
  { id: 'answered', title: { zh: '办复', en: 'Answered' }, counting: of.answered },
  { id: 'ended_otherwise', title: { zh: '其他方式结束', en: 'Ended otherwise' }, counting: of.endedOtherwise },
]

// prettier-ignore
const byOrgan: readonly CountColumn[] = [
  { id: 'accepted', title: { zh: '受理', en: 'Accepted' }, counting: timesDone('accept') },
  { id: 'answered', title: { zh: '办复', en: 'Answered' }, counting: of.answered },
  { id: 'due', title: { zh: '应结', en: 'Due' }, counting: of.due },
  { id: 'due_on_time', title: { zh: '应结中按期', en: 'Of due, on time' }, counting: of.dueOnTime },
]

// prettier-ignore
const supervision: readonly CountColumn[] = [
  { id: 'supervised', title: { zh: '被督办', en: 'Supervised' }, counting: timesDone('supervise') },
  { id: 'proposals', title: { zh: '收到建议', en: 'Proposals made to it' }, counting: timesDone('propose:improve', 'propose:policy', 'propose:account') },
  { id: 'adopted', title: { zh: '采纳', en: 'Adopted' }, counting: timesDone('answerProposal:whole') },
  { id: 'adopted_in_part', title: { zh: '部分采纳', en: 'Adopted in part' }, counting: timesDone('answerProposal:part') },
  { id: 'not_adopted', title: { zh: '未采纳，已说明理由', en: 'Not adopted, with reasons' }, counting: timesDone('answerProposal:none') },
]

const byAcceptance = {
  zh: '按当年由该单位受理的信访事项计，每受理一次计一次；列前十位，与第十位相同的并列，占比以全部单位计；不含检举控告类事项',
  en: 'By petitions the organ accepted in the year, each acceptance counted; the first ten and any level with the tenth, shares being of all organs; accusations are left out',
}

const monthly = ['received', 'answered', 'ended_otherwise', 'due', 'closure_rate', 'on_time_rate', 'recorded_late']

/** The year month by month, each as its own monthly report counts it, as known at the same instant and through the same day. */
async function months(all: Figures, { cut }: Question): Promise<ReportTable> {
  const shown = monthly.flatMap(id => metricNamed(id) ?? [])
  const past = Array.from({ length: 12 }, (_, i) => `${cut.period}-${String(i + 1).padStart(2, '0')}`)
  const begun = past.filter(month => `${month}-01` <= cut.through && `${month}-01` <= dayOf(cut.asOf))
  const rows: Cell[][] = []
  for (const month of begun) {
    const row: Cell[] = [sayMonth(month)]
    for (const metric of shown) {
      const { numerator, rate } = await all.figure(metric, monthWithin(month, cut))
      row.push(metric.denominator ? rate : numerator)
    }
    rows.push(row)
  }
  return {
    id: 'months',
    title: { zh: '逐月情况', en: 'Month by month' },
    note: {
      zh: '每月按月报的口径，统计到当月末；最后一个月不晚于统计截止日',
      en: 'Each as in its monthly report, counted through its last day; the last of them through the through day',
    },
    columns: [
      { id: 'month', title: { zh: '月份', en: 'Month' }, kind: 'text' },
      ...shown.map(({ id, title, denominator }) => ({
        id,
        title,
        kind: denominator ? ('rate' as const) : ('number' as const),
      })),
    ],
    rows,
  }
}

function monthWithin(month: string, { through, asOf }: Cut): Cut {
  const whole = wholeMonth(month, asOf)
  return through < whole.last ? { ...whole, through, end: through } : whole
}
