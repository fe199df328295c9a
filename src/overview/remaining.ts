import { findOrgans } from '../accounts/organs.ts'
import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import { sayWho, viewsOf } from '../cases/explain.ts'
import { readTitles } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { urls, withQuery } from '../http/urls.ts'
import { compare } from '../law/compare.ts'
import { addDays } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { list } from '../reports/draw.ts'
import type { Drawing } from '../reports/drawing.ts'
import { monthlyClosure } from '../reports/monthly_closure.ts'
import type { Report } from '../reports/report.ts'
import { answersDue, countMatters } from './clocks.ts'
import { openAnswers } from './open_answers.ts'

/** A matter that is not answered: who has it, where it stands, by when it is to be answered now. */
type Unanswered = {
  number: string
  label: string | null
  title: string
  who: Text
  state: Text
  due: Day | undefined
}

/** `missing` is what the closure rate’s denominator has and its numerator has not; `earlier` was due before the month. */
export type Remaining = { missing: number; href: string; earlier: number; rows: Unanswered[] }

/** So many of a long list are read to find which of them is due first. */
const READ = 50

/** What keeps the month’s closure rate from 100 %, the longest due first; and beside it what earlier months still owe. */
export async function whatRemains(
  store: Store,
  actor: Actor,
  { drawing, report }: { drawing: Drawing; report: Report },
  most: number,
): Promise<Remaining> {
  const rate = report.metrics.find(({ id }) => id === 'closure_rate')
  const missing = (rate?.denominator ?? 0) - (rate?.numerator ?? 0)
  const page = { metric: 'closure_rate', side: 'missing', after: '', limit: READ } as const
  const listing = missing > 0 ? await list(store, drawing, actor, page) : undefined
  const { month, asOf } = report
  return {
    missing,
    href: withQuery(urls.reportCases(monthlyClosure.slug, page.metric), { month, asOf, side: page.side }),
    earlier: await countMatters(store.reader, answersDue(store.reader, actor, { to: addDays(drawing.cut.start, -1) })),
    rows: await describe(store, actor, listing?.numbers ?? [], most),
  }
}

async function describe(
  { reader, master }: Store,
  actor: Actor,
  numbers: readonly string[],
  most: number,
): Promise<Unanswered[]> {
  const dues = await openAnswers(reader, numbers)
  const first = numbers.toSorted((a, b) => compare(dues.get(a) ?? '~', dues.get(b) ?? '~')).slice(0, most)
  const cases = await casesWith(reader, actor, first)
  const views = await viewsOf(reader, cases)
  const organs = await findOrgans(
    reader,
    cases.flatMap(row => row.awaits_organ ?? []),
  )
  const titles = await readTitles(reader, master, first)
  return first.flatMap(number => {
    const view = views.find(({ row }) => row.number === number)
    if (!view) return []
    const { row, procedure } = view
    return [
      {
        number,
        label: row.label,
        title: titles.get(number) ?? number,
        who: sayWho(row.awaits_role, row.awaits_organ, organs),
        state: procedure.states[row.state]?.title ?? { zh: row.state, en: row.state },
        due: dues.get(number),
      },
    ]
  })
}

const casesWith = (db: Db, actor: Actor, numbers: readonly string[]) =>
  db
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where('number', 'in', ['', ...numbers])
    .execute()
