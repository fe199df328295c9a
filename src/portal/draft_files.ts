import { readFile, rm } from 'node:fs/promises'
import { pathOf, problemOf, sealFile } from '../cases/files.ts'
import type { Upload } from '../cases/files.ts'
import type { Store } from '../db/open.ts'
import { openBytes, openText } from '../db/vault.ts'
import type { Text } from '../law/words.ts'
import type { Draft } from './drafts.ts'

export type DraftFile = { id: string; name: string; size: number; sha256: string }

/** What was uploaded to a draft so far: sealed on disk, named only inside the draft's seal. */
export async function listDraftFiles(store: Store, { id, key }: Pick<Draft, 'id' | 'key'>): Promise<DraftFile[]> {
  const rows = await store.db
    .selectFrom('files')
    .select(['id', 'name', 'size', 'sha256'])
    .where('draft', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, name: openText(key.bytes, row.name) }))
}

/** Keeps the files, or says what is wrong with them and keeps none. */
export async function addDraftFiles(
  store: Store,
  draft: Draft,
  uploads: readonly Upload[],
  now: string,
): Promise<Text | undefined> {
  const already = await listDraftFiles(store, draft)
  if (already.length + uploads.length > mostFiles) return tooMany
  const problem = await problemOf(
    uploads,
    already.reduce((sum, file) => sum + file.size, 0),
  )
  if (problem) return problem
  for (const upload of uploads) {
    const row = await sealFile(store, draft.key, upload, now)
    await store.db
      .insertInto('files')
      .values({ ...row, case_number: null, draft: draft.id, seq: null })
      .execute()
  }
  return undefined
}

/** The files as they were given, to be sealed again under the key of the case. */
export async function readDraftFiles(store: Store, draft: Draft): Promise<Upload[]> {
  const files = await listDraftFiles(store, draft)
  return Promise.all(
    files.map(async file => ({
      name: file.name,
      bytes: openBytes(draft.key.bytes, await readFile(pathOf(store, file.sha256))),
    })),
  )
}

/** Removes one file of the draft, or all of them, from the disk and from the table. */
export async function forgetFiles(store: Store, draft: string, file?: string): Promise<void> {
  const rows = await store.db
    .selectFrom('files')
    .select(['id', 'sha256'])
    .where('draft', '=', draft)
    .where('case_number', 'is', null)
    .execute()
  for (const row of rows.filter(({ id }) => file === undefined || id === file)) {
    await rm(pathOf(store, row.sha256), { force: true })
    await store.db.deleteFrom('files').where('id', '=', row.id).execute()
  }
}

const mostFiles = 30
const tooMany: Text = { zh: '附件最多30个，请减少', en: 'At most 30 attachments; attach fewer' }
