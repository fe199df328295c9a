import type { Db } from '../db/dialect.ts'
import type { SessionTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { editions } from '../procedures/registry.ts'

/** Every session (届次), of one procedure or of all, newest first. */
export const listSessions = (db: Db, procedure?: string): Promise<SessionTable[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .$if(procedure !== undefined, query => query.where('procedure', '=', procedure ?? ''))
    .orderBy('procedure')
    .orderBy('from_day', 'desc')
    .execute()

export const findSession = (db: Db, id: string): Promise<SessionTable | undefined> =>
  db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()

/** The session whose batch a submission of that day belongs to. */
export const sessionOn = (db: Db, procedure: string, day: Day): Promise<SessionTable | undefined> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('procedure', '=', procedure)
    .where('from_day', '<=', day)
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The procedures whose matters are numbered by session, in their latest edition. */
export const sessionalProcedures = (): readonly Procedure[] =>
  editions.filter(edition => isNumbered(edition) && latestOf(edition.id) === edition)

/** The edition whose local rules an administrator sets. */
export const latestOf = (procedure: string): Procedure | undefined => editions.findLast(({ id }) => id === procedure)

/** `congress-18-5`: short enough to be typed after `--session`. */
export const sessionId = (procedure: string, term: number, session: number): string =>
  `${words.get(procedure) ?? procedure}-${term}-${session}`

const words = new Map([
  ['deputy-suggestion', 'congress'],
  ['cppcc-proposal', 'cppcc'],
])

const isNumbered = (edition: Procedure & { numbered?: unknown }) => edition.numbered !== undefined
