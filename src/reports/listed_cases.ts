import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import type { Cohort } from './cohort.ts'
import type { CohortName } from './cohorts.ts'
import { countIn } from './count.ts'
import type { Counting } from './countings.ts'
import { casesOf } from './figures.ts'
import { linesBehind } from './rows.ts'
import type { Question } from './rows.ts'
import { isStanding, mayHaveStood } from './may_stand.ts'
import { linesOf } from './touched.ts'

/** What is counted, and its name where it has one among the cohorts. */
type Asked = { name?: CohortName | undefined; means: Cohort }
type Place = { after: string; limit: number }

/**
 * The cases a side counts, by number, at most so many. Where something is asked of each case, only as many are asked as
 * fill the page.
 */
export async function numbersListed(db: Db, question: Question, counting: Counting, place: Place): Promise<string[]> {
  const { cohort: name, means } = counting
  if (means && !('batch' in means) && isAsked(name, means) && isOfDistrict(question))
    return numbersAsked(db, question, { name, means }, place)
  const found = await casesOf(db, counting(db, question))
    .where('c.case_number', '>', place.after)
    .orderBy('c.case_number')
    .limit(place.limit)
    .execute()
  return found.map(row => row.case_number)
}

const isAsked = (name: CohortName | undefined, means: Cohort): boolean =>
  (name !== undefined && isStanding(name)) || 'of' in means || 'either' in means

const isOfDistrict = ({ organ, accusations }: Question): boolean => organ === null && accusations === 'left out'

/** Some cases at a time, and more where few of them are counted; of what may have stood many, for each time costs a pass. */
export async function numbersAsked(
  db: Db,
  question: Question,
  cohort: Asked,
  { after, limit }: Place,
): Promise<string[]> {
  const found: string[] = []
  const isPass = cohort.name !== undefined && isStanding(cohort.name)
  for (let [from, some] = [after, (isPass ? 400 : 2) * limit]; ; some *= 8) {
    const numbers = await mayBeCounted(db, question, cohort, from, some)
    for await (const lines of linesOf(db, numbers, question.cut.asOf)) {
      const [first] = lines
      if (first && isWithin(first, question) && isCounted(lines, question, cohort)) found.push(first.case_number)
      if (found.length === limit) return found
    }
    if (numbers.length < some) return found
    from = numbers.at(-1) ?? ''
  }
}

async function mayBeCounted(db: Db, question: Question, { name, means }: Asked, after: string, limit: number) {
  if (name !== undefined && isStanding(name)) return mayHaveStood(db, question, name, after, limit)
  const rows = await db
    .selectFrom(linesBehind(db, question, means).as('l'))
    .select('l.case_number')
    .where('l.case_number', '>', after)
    .groupBy('l.case_number')
    .orderBy('l.case_number')
    .limit(limit)
    .execute()
  return rows.map(row => row.case_number)
}

const isWithin = ({ procedure, session }: FactTable, question: Question) =>
  (question.procedure === null || procedure === question.procedure) &&
  (question.session === null || session === question.session)

const isCounted = (lines: readonly FactTable[], { cut }: Question, { means }: Asked): boolean =>
  countIn(
    Map.groupBy(lines, line => line.kind),
    cut,
    means,
  ).reduce((sum, { n }) => sum + n, 0) > 0
