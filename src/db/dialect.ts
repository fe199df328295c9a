import type { Expression, Kysely, RawBuilder, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

/** What was recorded by an instant cannot be told yet: somebody who began to write before it, an import perhaps, goes on. */
export class StillWriting extends Error {}

/** Everything that differs by database. Written twice, in `sqlite.ts` and `postgres.ts`, and nowhere else. */
export type Dialect = {
  readonly name: 'sqlite' | 'postgres'
  /** A read holds up everything else in its process: a long one goes to a thread of its own. */
  readonly readsBlock: boolean
  /** Is this error a second row with the same key? */
  readonly isDuplicate: (error: unknown) => boolean
  /** Is this error a passing one (busy, serialisation), worth another try? */
  readonly isPassing: (error: unknown) => boolean
  /** The instant it is, by the database. */
  readonly clock: (db: Db) => Promise<string>
  /** Waits until nothing that began to write before `instant` is still writing; StillWriting where that takes long. */
  readonly settle: (db: Db, instant: string) => Promise<void>
  readonly indexWords: (trx: Db, caseNumber: string, grams: string) => Promise<void>
  readonly forgetWords: (trx: Db, caseNumber: string) => Promise<void>
  /** After words were destroyed: leaves nothing of them in the database's files. False where a reader still holds on. */
  readonly scrub: (db: Db) => Promise<boolean>
  /** A condition on `number`: the case's words hold every one of these grams. */
  readonly matchesWords: (number: Expression<string>, grams: readonly string[]) => RawBuilder<boolean>
  /** `JSON` text member as text. */
  readonly member: (json: Expression<string>, key: string) => RawBuilder<string | null>
  /** Counts what the tables hold, so that the planner knows which index is the shorter way; no value is sampled. */
  readonly learn: (store: { db: Db; reader: Db }) => Promise<void>
  /** The query plan as lines. */
  readonly explain: (db: Db, query: { compile(): { sql: string; parameters: readonly unknown[] } }) => Promise<string[]>
}
