import type { Actor } from '../accounts/actor.ts'
import { loadCalendar } from '../cases/calendar.ts'
import type { Store } from '../db/open.ts'
import { guards } from '../http/guards.ts'
import { dayOf } from '../law/day.ts'
import { lastReported } from '../reports/as_reported.ts'
import { cutEarlier, wholeMonth } from '../reports/cut.ts'
import { draw, readApart } from '../reports/draw.ts'
import type { Lists } from '../reports/lists.ts'
import { monthlyClosure } from '../reports/monthly_closure.ts'
import { overview } from '../reports/overview.ts'
import { rankingIn } from '../reports/ranking.ts'
import type { Report } from '../reports/report.ts'
import { district } from '../reports/scope.ts'
import { trendIn } from '../reports/trend.ts'
import { lapsingDays, lapsingFirst } from './lapsing.ts'
import { fourNumbers } from './numbers.ts'
import { whatRemains } from './remaining.ts'
import { currentSessions } from './sessions.ts'
import { shortened } from './short_ranking.ts'

export type Overview = Awaited<ReturnType<typeof readOverview>>

/** The page as data. Figures are the district's, whoever reads; matters are only those the reader may see. */
export async function readOverview(store: Store, actor: Actor, now: string) {
  const today = dayOf(now)
  const cut = wholeMonth(today.slice(0, 7), now)
  const drawing = { kind: overview, cut, scope: district, procedure: null }
  const { report, lists } = await draw(store, drawing, actor)
  const last = await lastReported(store.reader, monthlyClosure.slug)
  const sessions = await currentSessions(store, actor, today, 2)
  const calendar = await loadCalendar(store.reader)
  const isReader = guards.cases(actor)
  return {
    today,
    period: cut.title,
    numbers: fourNumbers({ report, lists, last, sessions }),
    trend: trendIn(report),
    ranking: {
      title: rankedOver(report),
      lastMonth: cutEarlier(cut, 1).period,
      groups: shortened(rankingIn(report), 2),
    },
    remaining: isReader && isOpen(report, lists) ? await whatRemains(store, actor, { drawing, report }, 5) : null,
    restated: isReader ? await readApart(store, 'restatedMonths', drawing, { actor }) : undefined,
    sessions,
    lapsing: isReader
      ? {
          days: await lapsingDays(store.reader, actor, today, calendar),
          first: await lapsingFirst(store, actor, today, calendar, 2),
        }
      : null,
  }
}

/** Matters due are named to whoever may see every one of them: else the number beside them would tell of what is hidden. */
const isOpen = ({ metrics }: Report, lists: Lists): boolean =>
  metrics.find(({ id }) => id === 'closure_rate')?.denominator === 0 ||
  lists['closure_rate']?.includes('denominator') === true

const rankedOver = ({ tables }: Report) => tables.find(({ id }) => id === 'by_organ')?.title ?? { zh: '', en: '' }
