import { addDays } from '../law/day.ts'
import type { Db } from '../db/dialect.ts'
import { balance, cohorts } from './cohorts.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import { holdingOf, sumHeld, wordOf } from './held.ts'
import type { Held } from './held.ts'
import type { Question } from './rows.ts'
import { linesOf } from './touched.ts'

type Standing = 'open' | 'carriedOver'

/** Is it about what stood open on a day? That is counted over all that ever came, and must not be listed so. */
export const isStanding = (cohort: CohortName | undefined, { organ, accusations }: Question): cohort is Standing =>
  (cohort === 'open' || cohort === 'carriedOver') && organ === null && accusations === 'left out'

/**
 * The cases that stood open, by number: what is open now, and what was answered or ended since the day, or was found out
 * to have been since the instant. Whether each of these stood open then is read off its own lines.
 */
export async function numbersStanding(
  db: Db,
  question: Question,
  cohort: Standing,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const found: string[] = []
  for (let from = after; ;) {
    const [open, gone] = [await openAfter(db, from, limit), await goneAfter(db, question, cohort, from, limit)]
    const isLast = open.length < limit && gone.length < limit
    const through = [open, gone].flatMap(some => (some.length < limit ? [] : (some.at(-1) ?? []))).sort()[0] ?? ''
    const numbers = [...new Set([...open, ...gone])].filter(number => isLast || number <= through).sort()
    for await (const lines of linesOf(db, numbers, question.cut.asOf)) {
      const [first] = lines
      if (first && isAsked(first, question) && stands(lines, question, cohort)) found.push(first.case_number)
      if (found.length === limit) return found
    }
    if (isLast) return found
    from = through
  }
}

/** Who had what stood open, case by case. */
export async function holdersIn(db: Db, question: Question, page = 2000): Promise<Held[]> {
  const found: { word: string; n: number }[] = []
  for (let after = ''; ;) {
    const numbers = await numbersStanding(db, question, 'open', { after, limit: page })
    for await (const lines of linesOf(db, numbers, question.cut.asOf)) {
      const holding = holdingOf(
        Map.groupBy(lines, line => line.kind),
        question.cut,
      )
      if (holding) found.push({ word: wordOf(holding), n: 1 })
    }
    if (numbers.length < page) return sumHeld(found)
    after = numbers.at(-1) ?? ''
  }
}

type Lines = Parameters<typeof countIn>[0] extends ReadonlyMap<string, infer Of> ? Of : never

const isAsked = ({ procedure, session }: Lines[number], question: Question) =>
  (question.procedure === null || procedure === question.procedure) &&
  (question.session === null || session === question.session)

const stands = (lines: Lines, { cut }: Question, cohort: Standing): boolean =>
  countIn(
    Map.groupBy(lines, line => line.kind),
    cut,
    cohorts[cohort],
  ).reduce((sum, { n }) => sum + n, 0) > 0

const openAfter = async (db: Db, after: string, limit: number): Promise<string[]> =>
  (
    await db
      .selectFrom('cases')
      .select('number')
      .where('is_open', '=', eb => eb.lit(1))
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit)
      .execute()
  ).map(({ number }) => number)

/** One pass over the lines of what went, in the index they are counted by. */
async function goneAfter(db: Db, { cut }: Question, cohort: Standing, after: string, limit: number): Promise<string[]> {
  const day = cohort === 'open' ? cut.end : addDays(cut.start, -1)
  const rows = await db
    .selectFrom('facts')
    .select('case_number')
    .where(eb =>
      eb.or(balance.gone.map(({ kind, about }) => eb.and([eb('kind', '=', kind), eb('what', 'in', [...about])]))),
    )
    .where('restricted', '=', eb => eb.lit(0))
    .where('case_number', '>', after)
    .where(eb => eb.or([eb('on_day', '>', day), eb('happened_on', '>', day), eb('recorded_at', '>', cut.asOf)]))
    .groupBy('case_number')
    .orderBy('case_number')
    .limit(limit)
    .execute()
  return rows.map(row => row.case_number)
}
