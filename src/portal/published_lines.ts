import { listSessions } from '../accounts/terms.ts'
import { answersGiven, toPublish } from '../cases/answers_given.ts'
import type { Given } from '../cases/answers_given.ts'
import { rowsOf } from '../cases/listed.ts'
import { parametersOn } from '../cases/parameters.ts'
import type { CaseData } from '../cases/view.ts'
import type { Db } from '../db/dialect.ts'
import type { AssignmentTable, CaseTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { edition } from '../procedures/registry.ts'
import { outcomeOf } from './published_outcome.ts'
import { sayPublishedId } from './published_id.ts'

/** One organ's answer as the public sees it: its name as of then, and what it comes to as of today. */
export type PublishedAnswer = {
  organ: Text
  on: Day
  class: { code: string; label: Text } | undefined
  outcome: Text | undefined
  /** It is handled anew, or was answered anew since: what was published no longer stands. */
  isReplaced: boolean
}

export type PublishedLine = {
  id: string
  label: string
  kind: Text
  session: Text | undefined
  publishedOn: Day
  answers: PublishedAnswer[]
}

/** Everything but the words, for as many as a page shows. */
export async function describePublished(db: Db, rows: readonly CaseTable[], today: Day): Promise<PublishedLine[]> {
  const parts = await partsOf(db, rows)
  const read = rows.map(row => {
    const data: CaseData = JSON.parse(row.data)
    const own = parts.filter(({ case_number }) => case_number === row.number)
    const published = data.did['publish']?.seq ?? 0
    const given = answersGiven({ data, assignments: own })
    const toShow = toPublish(given)
    // Whatever was decided with a later answer, the earlier one is public still.
    const shown = given.filter(answer => toShow.includes(answer) || answer.seq > published)
    return { row, own, shown, published }
  })
  const nameOf = await namesIn(db, [...new Set(read.flatMap(({ shown }) => shown.map(({ organ }) => organ)))])
  const labelOf = await classesIn(db, rows)
  const sessions = await listSessions(db)
  return read.map(({ row, own, shown, published }) => ({
    id: sayPublishedId(row),
    label: row.label ?? '',
    kind: edition(row.procedure, row.procedure_version).title,
    session: sessions.find(({ id }) => id === row.session),
    publishedOn: row.published_on ?? '',
    answers: shown.map(answer => {
      const isReplaced = answer.isReplaced || answer.seq > published
      return {
        organ: nameOf(answer.organ, answer.on),
        on: answer.on,
        class: isReplaced ? undefined : labelOf(row, answer.class),
        outcome: isReplaced ? undefined : outcomeOf(answer, stateOf(own, answer), today),
        isReplaced,
      }
    }),
  }))
}

const partsOf = async (db: Db, rows: readonly CaseTable[]): Promise<AssignmentTable[]> =>
  rows.length === 0
    ? []
    : db
        .selectFrom('assignments')
        .selectAll()
        .where(
          'case_number',
          'in',
          rows.map(({ number }) => number),
        )
        .orderBy('id')
        .execute()

/** How far the organ's claim or promise has come; what a later answer replaced is left out. */
const stateOf = (parts: readonly AssignmentTable[], { organ }: Given): string | undefined =>
  parts
    .filter(part => part.role === 'outcome' && part.organ === organ && part.state !== 'replaced')
    .toSorted((a, b) => b.is_open - a.is_open)[0]?.state

async function namesIn(db: Db, ids: readonly string[]): Promise<(organ: string, on: Day) => Text> {
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('organ_names').selectAll().where('organ', 'in', ids).orderBy('from_day').execute()
  return (organ, on) =>
    rows.findLast(row => row.organ === organ && row.from_day <= on) ??
    rows.find(row => row.organ === organ) ?? { zh: organ, en: organ }
}

/** A class in the words of its session's own list, as in force when the matter was received. */
async function classesIn(db: Db, rows: readonly CaseTable[]) {
  const key = (row: CaseTable) => `${row.session} ${row.received_on}`
  const distinct = [...new Map(rows.map(row => [key(row), row])).values()]
  const lists = await Promise.all(
    distinct.map(async row => {
      const procedure = edition(row.procedure, row.procedure_version)
      const rules = await parametersOn(db, procedure, row.received_on, row.session)
      return [key(row), rowsOf(procedure, rules, 'classes')] as const
    }),
  )
  const listOf = new Map(lists)
  return (row: CaseTable, code: string | undefined): PublishedAnswer['class'] => {
    const found = listOf.get(key(row))?.find(one => one.code === code)
    return found && { code: found.code, label: { zh: found.zh, en: found.en } }
  }
}
