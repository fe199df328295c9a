import type { FactTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Cohort } from './cohort.ts'
import { cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import type { CaseLines, Known } from './count.ts'
import type { Cut } from './cut.ts'
import { isStanding } from './may_stand.ts'

/** By dimension, cohort and word, with tabs between. */
export type CountedThrough = Map<string, number>

/** What a case says of itself last, by which tables break it down. */
export const said = ['petition_kind', 'channel', 'category', 'place'] as const
/** The cohorts that tables break down by organ, kind, channel, category and place. */
export const brokenDown: readonly CohortName[] = [
  ...(['received', 'answered', 'endedOtherwise', 'closedHere'] as const),
  ...(['due', 'dueAnswered', 'dueOnTime', 'dueRecordedLate'] as const),
]

const byMonth = Object.entries(cohorts).filter(([name]) => !isStanding(name))

/** Whether a year’s is the sum of its months’: a matter that is due twice in a year is due once in it. */
export const addsUpOverMonths = (cohort: Cohort): boolean =>
  'lines' in cohort && cohort.lines.every(({ days }) => days === 'in the month')
const byYear = byMonth.filter(([, meant]) => !addsUpOverMonths(meant))

/** What a year counts once is kept beside: in total and by organ. */
export const ofYear = (dimension: 'procedure' | 'organ') => `year ${dimension}` as const

/** What a case adds to each cohort through a day of its month, by dimension and word. */
export function countedInMonth(byKind: CaseLines, last: FactTable, cut: Cut): CountedThrough {
  const known: Known = new Map()
  const { counted, count } = counter()
  for (const [cohort, meant] of byMonth)
    for (const { n, organ } of countIn(byKind, cut, meant, known)) {
      count('procedure', cohort, '', n)
      if (!isBrokenDown.has(cohort)) continue
      count('organ', cohort, organ ?? '', n)
      for (const dimension of said) count(dimension, cohort, last[dimension] ?? '', n)
    }
  return counted
}

/** The same of its year, of what is no sum of months. */
export function countedInYear(byKind: CaseLines, cut: Cut): CountedThrough {
  const known: Known = new Map()
  const { counted, count } = counter()
  for (const [cohort, meant] of byYear)
    for (const { n, organ } of countIn(byKind, cut, meant, known)) {
      count(ofYear('procedure'), cohort, '', n)
      if (isBrokenDown.has(cohort)) count(ofYear('organ'), cohort, organ ?? '', n)
    }
  return counted
}

function counter() {
  const counted: CountedThrough = new Map()
  const count = (dimension: string, cohort: string, word: string, n: number) => {
    const name = [dimension, cohort, word].join('\t')
    counted.set(name, (counted.get(name) ?? 0) + n)
  }
  return { counted, count }
}

const isBrokenDown: ReadonlySet<string> = new Set(brokenDown)
const counted = new Set(['received', 'answered', 'ended', 'closed', 'due', 'rated', 'rated-flagged'])

/** The days of each month or year (of so many letters) on which figures of a case may change, its first among them. */
export function daysOf(lines: readonly FactTable[], letters: 7 | 4): Map<string, Day[]> {
  const periods = lines.flatMap(({ kind, on_day, happened_on }) =>
    counted.has(kind) ? [on_day.slice(0, letters), happened_on.slice(0, letters)] : [],
  )
  const days = new Set(lines.flatMap(({ on_day, happened_on }) => [on_day, happened_on]))
  return new Map(
    [...new Set(periods)].map(period => {
      const first = `${period}-01-01`.slice(0, 10)
      return [period, [...new Set([first, ...[...days].filter(day => day.startsWith(period)).sort()])]]
    }),
  )
}
