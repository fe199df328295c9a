import type { Text } from '../law/words.ts'
import type { Report } from './report.ts'
import { balance, count, onTime, rate, sayRate, sum } from './sentences.ts'
import type { BulletinPart } from './sentences.ts'
import { sessionParts } from './session_sentences.ts'

/** The bulletin part by part; figures no part names are said in a last one, so that none is left out. */
export function metricsSaid(report: Report): { title: Text; sentences: Text[] }[] {
  const others = report.metrics.filter(({ id }) => !parts.some(({ figures }) => figures.includes(id)))
  return [
    ...parts.map(({ title, sentences }) => ({
      title,
      sentences: sentences.flatMap(sentence => sentence(report) ?? []),
    })),
    {
      title: { zh: '其他指标', en: 'Other figures' },
      sentences: others.flatMap(metric =>
        metric.denominator === null ? (count(metric.id)(report) ?? []) : sayRate(metric),
      ),
    },
  ]
}

// prettier-ignore
const parts: readonly BulletinPart[] = [
  { title: { zh: '总体情况', en: 'At a glance' },
    figures: ['carried_over', 'received', 'reopened', 'answered', 'ended_otherwise', 'open'],
    sentences: [balance, sum] },
  { title: { zh: '办结情况', en: 'Closure' },
    figures: ['due', 'closure_rate', 'on_time_rate', 'recorded_late', 'cohort_progress', 'closed', 'closed_imported'],
    sentences: [count('due'), rate('closure_rate'), onTime, rate('cohort_progress'), count('closed'), count('closed_imported')] },
  { title: { zh: '受理情况', en: 'Acceptance' },
    figures: ['timely_acceptance_office', 'acceptance_assumed_office', 'timely_acceptance_organ', 'acceptance_assumed_organ'],
    sentences: [rate('timely_acceptance_office'), count('acceptance_assumed_office'), rate('timely_acceptance_organ'), count('acceptance_assumed_organ')] },
  { title: { zh: '评价情况', en: 'Ratings' },
    figures: ['rated_share', 'rated_flagged', 'satisfaction_office', 'satisfaction_organ'],
    sentences: [rate('rated_share'), count('rated_flagged'), rate('satisfaction_office'), rate('satisfaction_organ')] },
  { title: { zh: '重复信访和来访', en: 'Repeats and visits' },
    figures: ['repeat_rate', 'visits', 'visit_heads', 'group_visits', 'group_visit_heads'],
    sentences: [rate('repeat_rate'), count('visits'), count('visit_heads'), count('group_visits'), count('group_visit_heads')] },
  ...sessionParts,
]
