import type { Db } from '../db/dialect.ts'
import type { Known } from '../law/redact.ts'
import { listNames } from './names.ts'
import { isPersonal } from './view.ts'
import type { CaseView } from './view.ts'
import { readParty } from './words.ts'

/**
 * Who signed, and the telephone they left: what a published answer must not give away. Where they asked for confidence
 * or did not agree to be published, not even the surname stays; with confidence nor does the body they sit in.
 */
export async function knownOf(db: Db, master: Buffer, view: CaseView): Promise<Known> {
  const { set } = view.data
  const signing = view.assignments.filter(isPersonal)
  const people = [
    ...(
      await listNames(
        db,
        signing.flatMap(({ person }) => person ?? []),
      )
    ).values(),
  ]
  const party = await readParty(db, master, view.row.number)
  const phones = [party?.phone, party?.agentPhone].flatMap(phone => phone ?? [])
  const isConfidential = set['confidential'] === true
  if (!isConfidential && set['publicWish'] !== 'no') return { names: people, hidden: [], phones }
  const bodies = isConfidential
    ? await namesOfBodies(
        db,
        signing.map(({ organ }) => organ),
      )
    : []
  return { names: [], hidden: [...people, ...bodies], phones }
}

/** Every name a body has had, in either language. */
async function namesOfBodies(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organ_names')
    .select(['zh', 'en'])
    .where('organ', 'in', [...new Set(ids)])
    .execute()
  return rows.flatMap(({ zh, en }) => [zh, en])
}
