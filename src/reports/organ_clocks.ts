import { sql } from 'kysely'
import type { Db } from '../db/dialect.ts'
import { rateOf } from '../law/rate.ts'
import { editions } from '../procedures/registry.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/**
 * Every clock of an organ that ran out in the period: how many, how many of them it met by their day, how many late, and
 * how many not by the through day. A window of somebody’s right is no clock of an organ’s.
 */
export async function clocksOf(db: Db, question: Question): Promise<ReportTable> {
  const found = await clocksQuery(db, question).execute()
  const rows = duties.flatMap(({ procedure, deadline, title }) => {
    const row = found.find(({ what, procedure: id }) => what === deadline && id === procedure.id)
    if (!row) return []
    const [due, met, onTime] = [Number(row.due), Number(row.met), Number(row.on_time)]
    return [[procedure.title, title, due, onTime, rateOf(onTime, due), met - onTime, due - met]]
  })
  return { ...head, rows }
}

/** Each stands due once a day and organ; what met it is the same organ’s, and of that clock, for there are others of that name. */
const clocksQuery = (db: Db, question: Question) =>
  db
    .selectFrom(standingDue(db, question).as('c'))
    .select(['c.procedure', 'c.what'])
    .select(eb => [
      eb.fn.countAll<number>().as('due'),
      sql<number>`sum(case when c.met > 0 then 1 else 0 end)`.as('met'),
      sql<number>`sum(case when c.by_due > 0 then 1 else 0 end)`.as('on_time'),
    ])
    .groupBy(['c.procedure', 'c.what'])

const standingDue = (db: Db, { cut, organ, procedure }: Question) =>
  db
    .selectFrom('facts as d')
    .select(['d.case_number', 'd.procedure', 'd.what', 'd.on_day'])
    .select(eb => {
      const met = eb
        .selectFrom('facts as m')
        .select(sql<number>`coalesce(sum(m.sign), 0)`.as('n'))
        .whereRef('m.case_number', '=', 'd.case_number')
        .whereRef('m.what', '=', 'd.what')
        .where('m.kind', '=', 'met')
        .where('m.organ', '=', organ)
        .where('m.recorded_at', '<=', cut.asOf)
        .whereRef('m.on_day', '=', 'd.on_day')
        .where('m.happened_on', '<=', cut.through)
      return [met.as('met'), met.whereRef('m.happened_on', '<=', 'd.on_day').as('by_due')]
    })
    .where('d.kind', '=', 'due')
    .where('d.what', 'in', [...new Set(duties.map(({ deadline }) => deadline))])
    .where('d.on_day', '>=', cut.start)
    .where('d.on_day', '<=', cut.last)
    .where('d.organ', '=', organ)
    .where('d.recorded_at', '<=', cut.asOf)
    .where('d.restricted', '=', 0)
    .$if(procedure !== null, rows => rows.where('d.procedure', '=', procedure ?? ''))
    .groupBy(['d.case_number', 'd.procedure', 'd.what', 'd.on_day'])
    .having(eb => eb.fn.sum('d.sign'), '>', 0)

const duties = editions.flatMap(procedure =>
  Object.entries(procedure.deadlines).flatMap(([deadline, { title, window }]) =>
    window ? [] : [{ procedure, deadline, title }],
  ),
)

const head: Omit<ReportTable, 'rows'> = {
  id: 'clocks',
  title: { zh: '本期届满的期限', en: 'Deadlines that fell in the period' },
  note: {
    zh: '按届满日（含延期）归月，每件每项期限计一次；不含检举控告类事项',
    en: 'By due day as extended, each matter once a deadline; accusations are left out',
  },
  columns: [
    { id: 'procedure', title: { zh: '类型', en: 'Procedure' }, kind: 'text' },
    { id: 'deadline', title: { zh: '期限', en: 'Deadline' }, kind: 'text' },
    { id: 'due', title: { zh: '届满', en: 'Due' }, kind: 'number' },
    { id: 'on_time', title: { zh: '按期', en: 'On time' }, kind: 'number' },
    { id: 'on_time_rate', title: { zh: '按期率（%）', en: 'On time (%)' }, kind: 'rate' },
    { id: 'late', title: { zh: '逾期完成', en: 'Done late' }, kind: 'number' },
    { id: 'missing', title: { zh: '尚未完成', en: 'Not done' }, kind: 'number' },
  ],
}
