import { urls, withQuery } from '../http/urls.ts'
import { sayMonth } from '../law/day.ts'
import { rateOf } from '../law/rate.ts'
import type { Text } from '../law/words.ts'
import type { Reported } from '../reports/as_reported.ts'
import type { Side } from '../reports/figures.ts'
import type { Lists } from '../reports/lists.ts'
import { monthlyClosure } from '../reports/monthly_closure.ts'
import type { Report, ReportMetric } from '../reports/report.ts'
import { outcomeMetrics } from '../reports/session_outcomes.ts'
import type { Session } from './sessions.ts'

/** A share as the page prints it, its parts leading to their cases for a reader who may see them all. */
export type Share = {
  title: Text
  numerator: number
  denominator: number
  rate: string | null
  numeratorHref: string | undefined
  denominatorHref: string | undefined
}
/** One of the four numbers: a share, what it means, and what must be read with it. */
export type LeaderNumber = { title: Text; of: Text; share: Share; formula: Text; with: Aside[]; sessions: Share[] }
export type Aside = { words: Text; href?: string | undefined }

type Drawn = { report: Report; lists: Lists; last: Reported | undefined; sessions: readonly Session[] }

/** Answered, on time, carried out, satisfied: of the month that is running, beside the last one as it was reported. */
export function fourNumbers(drawn: Drawn): LeaderNumber[] {
  const { report, lists, last, sessions } = drawn
  const month = (id: string) => shareOf(report, lists, id)
  const before = (id: string) => (last ? [sayBefore(last, id)] : [])
  const late = report.metrics.find(({ id }) => id === 'recorded_late')
  const rated = month('rated_share')
  return [
    {
      title: titleOf(report, 'closure_rate'),
      of: { zh: '本月应结', en: 'due this month' },
      share: month('closure_rate'),
      formula: formulaOf(report, 'closure_rate'),
      with: before('closure_rate'),
      sessions: sessions.map(session => shareIn(session, 'answered')),
    },
    {
      title: titleOf(report, 'on_time_rate'),
      of: { zh: '本月应结', en: 'due this month' },
      share: month('on_time_rate'),
      formula: formulaOf(report, 'on_time_rate'),
      with: [
        { words: sayLate(late?.numerator ?? 0), href: addressOf(report, lists, 'recorded_late', 'numerator') },
        ...before('on_time_rate'),
      ],
      sessions: sessions.map(session => shareIn(session, 'onTime')),
    },
    {
      title: { zh: '落实', en: 'Carried out' },
      of: { zh: '本届次的承诺', en: 'promises' },
      share: added(sessions.map(session => shareIn(session, 'carriedOut'))),
      formula: outcomeMetrics.find(({ id }) => id === 'carry_out_rate')?.formula ?? unknown.title,
      with: [],
      sessions: sessions.map(session => shareIn(session, 'carriedOut')),
    },
    {
      title: { zh: '满意', en: 'Satisfied' },
      of: { zh: '本月对责任单位', en: 'organs, this month' },
      share: month('satisfaction_organ'),
      formula: formulaOf(report, 'satisfaction_organ'),
      with: [{ words: sayRated(rated), href: rated.numeratorHref }, ...before('satisfaction_organ')],
      sessions: sessions.map(session => shareIn(session, 'satisfied')),
    },
  ]
}

function shareOf(report: Report, lists: Lists, id: string): Share {
  const { title, numerator, denominator, rate } = report.metrics.find(metric => metric.id === id) ?? unknown
  return {
    title,
    numerator,
    denominator: denominator ?? 0,
    rate,
    numeratorHref: addressOf(report, lists, id, 'numerator'),
    denominatorHref: addressOf(report, lists, id, 'denominator'),
  }
}

/** The same figure of the monthly report as of the same instant. */
const addressOf = ({ month, asOf }: Report, lists: Lists, id: string, side: Side): string | undefined =>
  lists[id]?.includes(side) ? withQuery(urls.reportCases(monthlyClosure.slug, id), { month, asOf, side }) : undefined

const titleOf = ({ metrics }: Report, id: string): Text =>
  metrics.find(metric => metric.id === id)?.title ?? unknown.title

const formulaOf = ({ metrics }: Report, id: string): Text =>
  metrics.find(metric => metric.id === id)?.formula ?? { zh: '', en: '' }

function shareIn({ batch, figures }: Session, id: string): Share {
  const figure = figures.find(figure => figure.id === id)
  const [numerator, denominator] = [figure?.count ?? 0, figure?.of ?? 0]
  return {
    title: batch.procedure.title,
    numerator,
    denominator,
    rate: rateOf(numerator, denominator),
    numeratorHref: figure?.href,
    denominatorHref: undefined,
  }
}

function added(shares: readonly Share[]): Share {
  const numerator = shares.reduce((sum, share) => sum + share.numerator, 0)
  const denominator = shares.reduce((sum, share) => sum + share.denominator, 0)
  const rate = rateOf(numerator, denominator)
  return { title: unknown.title, numerator, denominator, rate, numeratorHref: undefined, denominatorHref: undefined }
}

function sayBefore({ month, asOf, metrics }: Reported, id: string): Aside {
  const rate = metrics.find(metric => metric.id === id)?.rate
  const said = rate === null || rate === undefined ? '—' : `${rate}%`
  return {
    words: { zh: `${Number(month.slice(5))}月定稿 ${said}`, en: `${sayMonth(month).en.slice(0, 3)} reported ${said}` },
    href: withQuery(urls.report(monthlyClosure.slug), { month, asOf }),
  }
}

const sayLate = (n: number): Text => ({ zh: `其中迟录 ${n} 件`, en: `${n} recorded late` })

const sayRated = ({ numerator, denominator, rate }: Share): Text => ({
  zh: `参评率 ${rate === null ? '—' : `${rate}%`}（${numerator}/${denominator}）`,
  en: `Share rated ${rate === null ? '—' : `${rate}%`} (${numerator}/${denominator})`,
})

const unknown: Pick<ReportMetric, 'title' | 'numerator' | 'denominator' | 'rate'> = {
  title: { zh: '—', en: '—' },
  numerator: 0,
  denominator: 0,
  rate: null,
}
