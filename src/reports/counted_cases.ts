import { editions } from '../procedures/registry.ts'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { isAnswering } from './counted.ts'
import type { Cut } from './cut.ts'
import type { Rows } from './rows.ts'

/** A case as a figure counted it, told from its lines alone: no title, no names of people, nothing anyone wrote. */
export type CountedCase = {
  number: string
  procedure: string
  organ: string | null
  /** What it adds to the figure: 1, or the people who came. */
  adds: number
  counted: Day
  received: Day | undefined
  due: Day | undefined
  outcome: Text
  outcomeOn: Day | undefined
  closed: Day | undefined
}

/** The cases behind one side of a figure, by number: counted many at a time, told few at a time. */
export async function* countedCases(db: Db, rows: Rows, cut: Cut, page = 20_000): AsyncGenerator<CountedCase[]> {
  for (let after = ''; ;) {
    const found = await db
      .selectFrom(rows.as('c'))
      .where('c.case_number', '>', after)
      .groupBy('c.case_number')
      .having(eb => eb.fn.sum('c.n'), '>', 0)
      .select(eb => ['c.case_number', eb.fn.sum<number>('c.n').as('n'), eb.fn.max('c.on_day').as('on_day')])
      .select(eb => eb.fn.max('c.organ').as('organ'))
      .orderBy('c.case_number')
      .limit(page)
      .execute()
    for (let at = 0; at < found.length; at += batch) yield tell(db, found.slice(at, at + batch), cut)
    if (found.length < page) return
    after = found.at(-1)?.case_number ?? ''
  }
}

const batch = 500

type Found = { case_number: string; n: number; on_day: Day; organ: string | null }

async function tell(db: Db, found: readonly Found[], cut: Cut): Promise<CountedCase[]> {
  const numbers = found.map(row => row.case_number)
  const lines = await linesStanding(db, numbers, cut)
  return found.map(row => ({
    number: row.case_number,
    organ: row.organ,
    adds: Number(row.n),
    counted: row.on_day,
    ...toldBy(lines.get(row.case_number) ?? []),
  }))
}

type Line = { case_number: string; procedure: string; kind: string; what: string; on_day: Day }

/** The lines that stand, as known at the instant; a deadline may lie ahead, what was done may not. */
async function linesStanding(db: Db, numbers: readonly string[], { asOf, through }: Cut): Promise<Map<string, Line[]>> {
  const lines = await db
    .selectFrom('facts')
    .select(['case_number', 'procedure', 'kind', 'what', 'on_day'])
    .where('case_number', 'in', [...numbers])
    .where('kind', 'in', ['received', 'due', 'answered', 'ended', 'closed'])
    .where('recorded_at', '<=', asOf)
    .where(eb => eb.or([eb('kind', '=', 'due'), eb('on_day', '<=', through)]))
    .groupBy(['case_number', 'procedure', 'kind', 'what', 'on_day'])
    .having(eb => eb.fn.sum('sign'), '>', 0)
    .orderBy('case_number')
    .orderBy('on_day')
    .orderBy('kind')
    .orderBy('what')
    .execute()
  return Map.groupBy(lines, line => line.case_number)
}

function toldBy(lines: readonly Line[]) {
  const procedure = lines[0]?.procedure ?? ''
  const last = (test: (line: Line) => boolean) => lines.findLast(test)
  const of = (kind: string) => last(line => line.kind === kind)
  const [answered, ended] = [of('answered'), of('ended')]
  return {
    procedure,
    received: of('received')?.on_day,
    due: last(({ kind, what }) => kind === 'due' && isAnswering(procedure, what))?.on_day,
    outcome: answered ? answeredText : ended ? titleOf(procedure, ended.what) : openText,
    outcomeOn: (answered ?? ended)?.on_day,
    closed: of('closed')?.on_day,
  }
}

const titleOf = (procedure: string, act: string): Text =>
  editions.find(({ id, acts }) => id === procedure && act in acts)?.acts[act]?.title ?? { zh: act, en: act }

const answeredText = { zh: '已办复', en: 'Answered' }
const openText = { zh: '在办', en: 'Open' }
