import { sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { knownThrough } from './cut.ts'
import type { Report, ReportMetric } from './report.ts'

/** A sentence of the bulletin says a figure and nothing about it; without its figure there is no sentence. */
export type Sentence = (report: Report) => Text | undefined
export type BulletinPart = { title: Text; figures: readonly string[]; sentences: readonly Sentence[] }

/** What came, what was done, and what stands open. */
export const balance: Sentence = report => {
  const [carried, received, reopened] = ['carried_over', 'received', 'reopened'].map(id => countOf(report, id))
  const [answered, ended, open] = ['answered', 'ended_otherwise', 'open'].map(id => countOf(report, id))
  if (received === undefined || answered === undefined || ended === undefined) return undefined
  const { period } = report
  const day = sayDay(knownThrough(report))
  const done: Text = {
    zh: `办复${answered}件，以其他方式结束${ended}件`,
    en: `${answered} were answered and ${ended} ended otherwise`,
  }
  if (carried === undefined || reopened === undefined || open === undefined)
    return {
      zh: `${period.zh}，收件${received}件，${done.zh}。`,
      en: `In ${period.en} ${received} were received; ${done.en}.`,
    }
  return {
    zh: `${period.zh}，上期结转${carried}件，收件${received}件，恢复办理${reopened}件；${done.zh}；统计到${day.zh}，在办${open}件。`,
    en: `In ${period.en} ${carried} were carried over, ${received} received and ${reopened} reopened; ${done.en}; counted through ${day.en}, ${open} stand open.`,
  }
}

/** The sum anyone can add up; said only where it holds. */
export const sum: Sentence = report => {
  const numbers = ['carried_over', 'received', 'reopened', 'answered', 'ended_otherwise', 'open'].map(id =>
    countOf(report, id),
  )
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined) return undefined
  if (d === undefined || e === undefined || f === undefined || a + b + c !== d + e + f) return undefined
  return {
    zh: `收支平衡：${a}＋${b}＋${c}＝${d}＋${e}＋${f}。`,
    en: `The balance: ${a} + ${b} + ${c} = ${d} + ${e} + ${f}.`,
  }
}

/** A count by itself. */
export const count =
  (id: string): Sentence =>
  report => {
    const metric = metricOf(report, id)
    return (
      metric && {
        zh: `${metric.title.zh}${metric.numerator}${unitOf(metric).zh}。`,
        en: `${metric.title.en}: ${metric.numerator}${unitOf(metric).en}.`,
      }
    )
  }

/** A rate with what it is made of; over nothing it is said to be none. */
export const rate =
  (id: string): Sentence =>
  report => {
    const metric = metricOf(report, id)
    return metric && sayRate(metric)
  }

/** An on-time rate is never said without what was recorded late. */
export const onTime: Sentence = report => {
  const metric = metricOf(report, 'on_time_rate')
  const late = countOf(report, 'recorded_late')
  if (!metric || late === undefined) return undefined
  const said = sayRate(metric)
  return {
    zh: `${said.zh.slice(0, -1)}；按期的事项中迟录${late}件。`,
    en: `${said.en.slice(0, -1)}; of those on time ${late} were recorded late.`,
  }
}

export function sayRate({ title, numerator, denominator, rate }: ReportMetric): Text {
  return rate === null
    ? { zh: `${title.zh}：分母为0，不计算。`, en: `${title.en}: nothing to divide by, so no rate.` }
    : {
        zh: `${title.zh}${rate}%（分子${numerator}，分母${denominator}）。`,
        en: `${title.en}: ${rate}% (${numerator} of ${denominator}).`,
      }
}

const metricOf = ({ metrics }: Report, id: string) => metrics.find(metric => metric.id === id)
export const countOf = (report: Report, id: string) => metricOf(report, id)?.numerator

const unitOf = ({ unit }: ReportMetric): Text =>
  unit === '件次' ? { zh: '件', en: '' } : unit === '批次' ? { zh: '批次', en: '' } : { zh: '人次', en: '' }
