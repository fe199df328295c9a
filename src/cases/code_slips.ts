import { randomUUID } from 'node:crypto'
import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import { openText, seal } from '../db/vault.ts'

/** A new query code on its way to the petitioner; once it was shown, no code. */
export type CodeSlip = { person: string; number: string; code?: string; at: string }

const lifetime = { minutes: 30 }

/** Keeps a code sealed until its clerk looks at it; gives the name of the slip, which says nothing. */
export async function keepCode({ db, master }: Store, slip: CodeSlip): Promise<string> {
  const id = randomUUID()
  const expires = Temporal.Instant.from(slip.at).add(lifetime).toString({ smallestUnit: 'millisecond' })
  const sealed = seal(master, JSON.stringify(slip))
  await db
    .insertInto('drafts')
    .values({ id: idOf(id), sealed, version: 1, expires_at: expires })
    .execute()
  return id
}

/** The slip for whoever gave out the code, with the code the first time only, however often it is asked for at once. */
export async function showCode(
  { db, master }: Store,
  id: string,
  actor: Actor,
  number: string,
  now: string,
): Promise<CodeSlip | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select(['sealed', 'version'])
    .where('id', '=', idOf(id))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  const slip: CodeSlip | undefined = row && JSON.parse(openText(master, row.sealed))
  if (slip?.person !== actor.id || slip.number !== number) return undefined
  const { code, ...shown } = slip
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set({ sealed: seal(master, JSON.stringify(shown)), version: 2 })
    .where('id', '=', idOf(id))
    .where('version', '=', 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? slip : shown
}

const idOf = (id: string) => `code:${id}`
