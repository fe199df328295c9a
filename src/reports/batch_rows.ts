import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import type { Db } from '../db/dialect.ts'
import type { partMilestones } from '../procedures/motions/milestones.ts'
import { marks } from './batch_cohort.ts'
import type { BatchCohort, Mark, MarkId } from './batch_cohort.ts'
import type { Counting } from './countings.ts'
import { knownThrough } from './cut.ts'
import type { Cut } from './cut.ts'
import { lostFirst } from './first_ratings.ts'
import type { Facts } from './first_ratings.ts'
import type { Question, Rows } from './rows.ts'

/** Counts a cohort in the lines of a session: its marks as they stand on the through day, as known at the instant. */
export const batchCounting = (means: BatchCohort): Counting =>
  Object.assign((db: Db, question: Question) => batchRows(db, question, means), { means })

function batchRows(db: Db, { cut, session }: Question, { batch: { holds, lacks = [], first } }: BatchCohort): Rows {
  if (session === null) throw new Error('Asked of no session')
  const asked = [...holds, ...lacks].map((id): Mark => marks[id])
  return db
    .selectFrom('facts as f')
    .where('f.session', '=', session)
    .where('f.kind', 'in', [...new Set(asked.map(({ kind }) => kind))])
    .where(eb => eb.or(asked.map(mark => isOf(eb, mark, cut))))
    .where('f.on_day', '<=', cut.through)
    .where('f.recorded_at', '<=', cut.asOf)
    .$if(first !== undefined, rows => rows.where(eb => eb.not(eb.exists(lostFirst(eb, cut)))))
    .groupBy('f.case_number')
    .having(eb =>
      eb.and([
        ...holds.map(id => eb(standing(id, cut), '>', sql.lit(0))),
        ...lacks.map(id => eb(standing(id, cut), '<=', sql.lit(0))),
      ]),
    )
    .select(['f.case_number', sql.lit<number>(1).as('n')])
    .select(eb => [eb.fn.max('f.on_day').as('on_day'), leadOf(eb, cut).as('organ')])
}

function isOf(eb: Facts, { kind, about, startsWith, unmet }: Mark, cut: Cut): Expression<SqlBool> {
  return eb.and([
    eb('f.kind', '=', kind),
    ...(about ? [eb('f.what', 'in', [...about])] : []),
    ...(startsWith === undefined ? [] : [eb('f.what', 'like', `${startsWith}%`)]),
    ...(unmet ? [eb(owing[unmet](eb, cut), '>', sql.lit(0))] : []),
  ])
}

/** How often the clock of a line ran out on its day for the organ that has it, less how often it was met. */
const owed = (eb: Facts, cut: Cut) =>
  eb
    .selectFrom('facts as o')
    .select(
      sql<number>`coalesce(sum(case
        when o.what <> f.what or o.on_day <> f.on_day or coalesce(o.organ, '') <> coalesce(f.organ, '') then 0
        when o.kind = 'due' and o.on_day < ${knownThrough(cut)} then o.sign
        when o.kind = 'met' and o.happened_on <= ${knownThrough(cut)} then -o.sign
        else 0 end), 0)`.as('owed'),
    )
    .whereRef('o.case_number', '=', 'f.case_number')
    .where('o.recorded_at', '<=', cut.asOf)
    .where(of => of.or([of('f.organ', 'is', null), of('o.seq', '>=', givenIn(eb, cut))]))
    .$asScalar()

/** The act in which the organ of a line was given the part it has; nothing where it has none. */
const givenIn = (eb: Facts, { through, asOf }: Cut) =>
  eb
    .selectFrom('facts as p')
    .select(sql<number>`case when sum(p.sign) > 0 then max(case when p.sign > 0 then p.seq end) end`.as('seq'))
    .whereRef('p.case_number', '=', 'f.case_number')
    .whereRef('p.organ', '=', 'f.organ')
    .where('p.kind', '=', 'part')
    .where('p.what', '=', handedOver)
    .where('p.on_day', '<=', through)
    .where('p.recorded_at', '<=', asOf)
    .$asScalar()

const handedOver = 'handedOver' satisfies keyof typeof partMilestones

/**
 * How often the clock of a line ran out for its organ before the through day, less how often the organ has met one of its
 * name. Off the case’s few lines, as in `rows.ts`.
 */
const owedByName = (eb: Facts, { through, asOf }: Cut) =>
  eb
    .selectFrom('facts as o')
    .select(
      sql<number>`coalesce(sum(case
        when o.what <> f.what or o.organ <> f.organ then 0
        when o.kind = 'due' and o.on_day < ${through} then o.sign
        when o.kind = 'met' and o.happened_on <= ${through} then -o.sign
        else 0 end), 0)`.as('owed'),
    )
    .whereRef('o.case_number', '=', 'f.case_number')
    .where('o.recorded_at', '<=', asOf)
    .$asScalar()

const owing = { 'by who has it': owed, 'by name': owedByName } satisfies Record<NonNullable<Mark['unmet']>, unknown>

/** What the lines of a mark add up to. */
function standing(id: MarkId, { through }: Cut) {
  const { kind, about = [], startsWith, before, ever }: Mark = marks[id]
  const what = startsWith === undefined ? sql`f.what in (${sql.join(about)})` : sql`f.what like ${`${startsWith}%`}`
  const earlier = before ? sql`and f.on_day < ${through}` : sql``
  const kept = ever ? sql`and f.sign > 0` : sql``
  return sql<number>`sum(case when f.kind = ${kind} and ${what} ${earlier} ${kept} then f.sign else 0 end)`
}

/** Whoever leads it then, or the office while nobody does. */
const leadOf = (eb: Facts, { through, asOf }: Cut) =>
  eb
    .selectFrom('facts as l')
    .select('l.organ')
    .whereRef('l.case_number', '=', 'f.case_number')
    .where('l.kind', 'in', ['received', 'milestone'])
    .where('l.on_day', '<=', through)
    .where('l.recorded_at', '<=', asOf)
    .orderBy('l.seq', 'desc')
    .orderBy('l.line', 'desc')
    .limit(1)
    .$asScalar()
