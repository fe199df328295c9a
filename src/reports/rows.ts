import { expressionBuilder, sql } from 'kysely'
import type { AliasableExpression, Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { Tables } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { stretches } from './cohort.ts'
import type { Cohort, Days, Deadline, Lines, Stretch, Test } from './cohort.ts'
import type { Cut } from './cut.ts'

/**
 * What a figure is asked of. Accusations enter no figure but their own line (《信访工作条例》 art. 30): were they in the
 * district's and not in its parts, the difference would tell how many there are, and an instant later, when.
 */
export type Question = {
  readonly cut: Cut
  readonly procedure: string | null
  readonly organ: string | null
  readonly accusations: 'left out' | 'alone'
  /** The session whose batch it is asked of, or null. */
  readonly session: string | null
}

/** A case as a figure counts it: `n` is what it adds, `on_day` the legal day it is counted on. */
export type Row = {
  case_number: string
  n: number
  on_day: Day
  organ: string | null
}
export type Rows = AliasableExpression<Row>

/** One side of a figure, as a query: its sum is the figure, its cases are the list. */
export const rowsOf = (db: Db, question: Question, cohort: Cohort): Rows => {
  if ('lines' in cohort) return linesIn(db, question, cohort.lines)
  if ('due' in cohort) return eachDue(db, dueLines(db, question, cohort.due, cohort.days))
  if ('of' in cohort) return those(db, question, rowsOf(db, question, cohort.of), cohort.having)
  const [first, ...rest] = cohort.either.map(one => plain(db, rowsOf(db, question, one)))
  if (!first) throw new Error('A cohort must be one of something')
  return eachCase(
    db,
    rest.reduce((all, one) => all.unionAll(one), first),
  )
}

/** The lines a cohort is made of, before anything is asked of their cases: all it counts is among them. */
export function linesBehind(db: Db, question: Question, cohort: Cohort): Rows {
  if ('lines' in cohort) return linesIn(db, question, cohort.lines)
  if ('due' in cohort) return dueLines(db, question, cohort.due, cohort.days)
  if ('of' in cohort) return linesBehind(db, question, cohort.of)
  const [first, ...rest] = cohort.either.map(one => plain(db, linesBehind(db, question, one)))
  if (!first) throw new Error('A cohort must be one of something')
  return rest.reduce((all, one) => all.unionAll(one), first)
}

const plain = (db: Db, rows: Rows) => db.selectFrom(rows.as('one')).select(['case_number', 'n', 'on_day', 'organ'])

function linesIn(db: Db, question: Question, ranges: readonly Lines[]): Rows {
  const [first, ...rest] = ranges.map(range => lines(db, question, range))
  if (!first) throw new Error('A cohort must have lines')
  return rest.reduce((all, one) => all.unionAll(one), first)
}

/** The signed lines of one kind within days, as known at the instant: a range of an index, and nothing beside it. */
function lines(db: Db, question: Question, { kind, about, days, weight = 1, people, only = {} }: Lines) {
  const { procedure, channel, headsFrom, imported } = only
  return db
    .selectFrom('facts')
    .select(['case_number', sql<number>`sign * ${people ? sql.ref('heads') : sql.lit(weight)}`.as('n')])
    .select(['organ', 'on_day'])
    .where('kind', '=', kind)
    .where(eb => eb.and(about ? [eb('what', 'in', [...about])] : []))
    .where('recorded_at', '<=', question.cut.asOf)
    .where(eb => eb.and(within(eb, stretches[days](question.cut))))
    .where(eb => eb.and(inScope(eb, question)))
    .$if(procedure !== undefined, rows => rows.where('procedure', '=', procedure ?? ''))
    .$if(channel !== undefined, rows => rows.where('channel', '=', channel ?? ''))
    .$if(headsFrom !== undefined, rows => rows.where('heads', '>=', headsFrom ?? 0))
    .$if(imported !== undefined, rows => rows.where('origin', imported ? '=' : '<>', 'import'))
}

const dueLines = (db: Db, question: Question, deadlines: readonly Deadline[], days: Stretch) =>
  lines(db, question, { kind: 'due', about: [...new Set(deadlines.map(({ deadline }) => deadline))], days }).where(eb =>
    eb.or(
      deadlines.map(({ procedure, deadline: what }) =>
        procedure === undefined ? eb('what', '=', what) : eb.and({ procedure, what }),
      ),
    ),
  )

/** Each case once, where its lines do not cancel out, on the last day it is counted, for the organ of that day. */
const eachCase = (db: Db, rows: Rows) =>
  db
    .selectFrom(rows.as('l'))
    .groupBy('case_number')
    .having(eb => eb.fn.sum('l.n'), '>', 0)
    .select(['case_number', sql.lit<number>(1).as('n')])
    .select(eb => [organOfLast, eb.fn.max('l.on_day').as('on_day')])

/** Each case that stands due on a day: a line moved by an extension is due there no longer, nor by the organ before. */
const eachDue = (db: Db, rows: Rows) =>
  eachCase(
    db,
    db
      .selectFrom(rows.as('l'))
      .groupBy(['case_number', 'on_day', 'organ'])
      .having(eb => eb.fn.sum('l.n'), '>', 0)
      .select(['case_number', 'on_day', sql.lit<number>(1).as('n')])
      .select('organ'),
  )

type Counted = ExpressionBuilder<Tables & { c: Row }, 'c'>
/** Those of the cases of which something stands true, read off each case's own lines. */
const those = (db: Db, question: Question, rows: Rows, tests: readonly (Test | { not: Test })[]) =>
  db
    .selectFrom(rows.as('c'))
    .selectAll('c')
    .where(eb =>
      eb.and(
        tests.map(test =>
          'not' in test ? eb(net(eb, question, test.not), '<=', 0) : eb(net(eb, question, test), '>', 0),
        ),
      ),
    )

/** Off the case’s few lines: named beside the case, the kind would send a planner without statistics to an index of all cases. */
function net(
  eb: Counted,
  { cut }: Question,
  { kinds, about, happened, byThrough, byDue, onDue, recordedByDue, keptSinceDue }: Test,
): Expression<number> {
  const counts = expressionBuilder<Tables & { f: Tables['facts']; c: Row }, 'f' | 'c'>()
  const day = happened ? 'f.happened_on' : 'f.on_day'
  const isMeant = counts.and([
    counts('f.kind', 'in', [...kinds]),
    ...(about ? [counts('f.what', 'in', [...about])] : []),
    ...(byThrough ? [counts(day, '<=', cut.through)] : []),
    ...(byDue ? [counts(day, '<=', counts.ref('c.on_day'))] : []),
    ...(onDue ? [counts('f.on_day', '=', counts.ref('c.on_day'))] : []),
    ...(recordedByDue ? [counts('f.recorded_on', '<=', counts.ref('c.on_day'))] : []),
  ])
  const added = sql<number>`sum(case when ${isMeant} then f.sign else 0 end)`
  const lines = eb
    .selectFrom('facts as f')
    .whereRef('f.case_number', '=', 'c.case_number')
    .where('f.recorded_at', '<=', cut.asOf)
  if (!keptSinceDue) return lines.select(sql<number>`coalesce(${added}, 0)`.as('net')).$asScalar()
  const acts = lines.groupBy(['f.seq', 'f.recorded_on']).select(['f.recorded_on', added.as('n')])
  return eb
    .selectFrom(acts.as('a'))
    .select(
      sql<number>`coalesce(sum(case when a.recorded_on <= ${sql.ref('c.on_day')} or a.n < 0 then a.n else 0 end), 0)`.as(
        'net',
      ),
    )
    .$asScalar()
}

function within(eb: ExpressionBuilder<Tables, 'facts'>, days: Days): Expression<SqlBool>[] {
  return [
    ...(days.from === undefined ? [] : [eb('on_day', '>=', days.from)]),
    ...(days.to === undefined ? [] : [eb('on_day', '<=', days.to)]),
    ...(days.happenedFrom === undefined ? [] : [eb('happened_on', '>=', days.happenedFrom)]),
    ...(days.happenedTo === undefined ? [] : [eb('happened_on', '<=', days.happenedTo)]),
  ]
}

/** A matter found to be an accusation is recast from its first line, so its lines say which it is. */
const inScope = (eb: ExpressionBuilder<Tables, 'facts'>, { procedure, organ, accusations }: Question) => [
  ...(procedure === null ? [] : [eb('facts.procedure', '=', procedure)]),
  ...(organ === null ? [] : [eb('facts.organ', '=', organ)]),
  eb('facts.restricted', '=', eb.lit(accusations === 'alone' ? 1 : 0)),
]

const organOfLast = sql<string | null>`nullif(substr(max(l.on_day || coalesce(l.organ, '')), 11), '')`.as('organ')
