import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Act } from '../procedures/procedure.ts'
import { listFiles } from './files.ts'
import type { CaseFile } from './files.ts'
import { readsAs } from './sight.ts'
import type { CaseView } from './view.ts'

/**
 * The files a reader may have: signers those of the steps that are told to them; a power of attorney tells who somebody
 * is, and is kept where that is kept.
 */
export async function listFilesFor({ reader, master }: Store, view: CaseView, actor: Actor): Promise<CaseFile[]> {
  const files = await listFiles(reader, master, view.row.number)
  switch (readsAs(view, actor)) {
    case 'official':
      return files
    case 'signer':
      return without(files, await eventsOf(reader, view, act => act.inner === true)).filter(({ seq }) => seq !== null)
    case 'unknowing':
      return without(files, await eventsOf(reader, view, act => act.party !== undefined))
  }
}

const without = (files: readonly CaseFile[], events: readonly number[]) =>
  files.filter(({ seq }) => seq === null || !events.includes(seq))

/** The events of acts like these. */
async function eventsOf(db: Db, { procedure, row }: CaseView, isLike: (act: Act) => boolean): Promise<number[]> {
  const events = await db
    .selectFrom('events')
    .select(['seq', 'act'])
    .where('stream', '=', `case:${row.number}`)
    .execute()
  const isMeant = (name: string) => {
    const act = procedure.acts[name]
    return act !== undefined && isLike(act)
  }
  return events.filter(({ act }) => isMeant(act)).map(({ seq }) => seq)
}
