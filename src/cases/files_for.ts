import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import { listFiles } from './files.ts'
import type { CaseFile } from './files.ts'
import type { CaseView } from './view.ts'
import { mayLearnWho } from './kept.ts'

/** The files a reader may have: a power of attorney tells who somebody is, and is kept where that is kept. */
export async function listFilesFor({ reader, master }: Store, view: CaseView, actor: Actor): Promise<CaseFile[]> {
  const { number, office } = view.row
  const files = await listFiles(reader, master, number)
  if (mayLearnWho(actor, office, view.data)) return files
  const events = await reader
    .selectFrom('events')
    .select(['seq', 'act'])
    .where('stream', '=', `case:${number}`)
    .execute()
  const telling = events.filter(({ act }) => view.procedure.acts[act]?.party !== undefined).map(({ seq }) => seq)
  return files.filter(({ seq }) => seq === null || !telling.includes(seq))
}
