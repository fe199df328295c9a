import { createHash, randomUUID } from 'node:crypto'
import { open as openFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { FileTable } from '../db/tables.ts'
import { findKey, openBytes, openText, seal, sealBytes } from '../db/vault.ts'
import type { Key } from '../db/vault.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'

export type Upload = { name: string; bytes: Uint8Array }

export const fileLimit = 20 * 1024 * 1024
export const caseLimit = 100 * 1024 * 1024

/** What may be attached, by what the bytes are and not by what the name says. */
// prettier-ignore
const allowed: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/heic': 'heic', 'image/webp': 'webp', 'image/gif': 'gif', 'image/tiff': 'tif',
  'application/pdf': 'pdf', 'video/mp4': 'mp4', 'audio/mpeg': 'mp3', 'audio/x-m4a': 'm4a', 'audio/amr': 'amr', 'audio/wav': 'wav',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
}

export const allowedEndings = Object.values(allowed)

/** Seals and writes each file; the row names it, the disk holds it under the hash of what lies there. */
export async function storeFiles(
  store: Store,
  trx: Db,
  {
    number,
    seq,
    key,
    uploads,
    now,
  }: { number: string; seq: number; key: Key; uploads: readonly Upload[]; now: string },
): Promise<string[]> {
  const ids: string[] = []
  for (const upload of uploads) {
    const row = await sealFile(store, key, upload, now)
    await trx
      .insertInto('files')
      .values({ ...row, case_number: number, draft: null, seq })
      .execute()
    ids.push(row.id)
  }
  return ids
}

/** What is wrong with files that are to join a case, under the name of their field. */
export async function checkFiles(trx: Db, number: string | undefined, uploads: readonly Upload[]): Promise<Errors> {
  if (uploads.length === 0) return {}
  const problem = await problemOf(uploads, number === undefined ? 0 : await sizeOf(trx, number))
  return problem ? { files: [problem] } : {}
}

/** What is wrong with these files, and what to do; undefined where they may be kept. */
export async function problemOf(uploads: readonly Upload[], already = 0): Promise<Text | undefined> {
  for (const { name, bytes } of uploads) {
    if (bytes.length === 0) return { zh: `“${name}”是空文件，请重新选择`, en: `“${name}” is empty; choose it again` }
    if (bytes.length > fileLimit)
      return { zh: `“${name}”超过20兆，请压缩或者分开`, en: `“${name}” is over 20 MB; compress or split it` }
    if (!(await sniff(bytes))) {
      return {
        zh: `“${name}”不是可以上传的类型，请用图片、PDF、Word、Excel、录音、录像或者纯文本`,
        en: `“${name}” is not of a kind that can be attached: use pictures, PDF, Word, Excel, audio, video or plain text`,
      }
    }
  }
  const total = uploads.reduce((sum, { bytes }) => sum + bytes.length, already)
  return total > caseLimit
    ? { zh: '全部附件超过100兆，请减少', en: 'The attachments together are over 100 MB; attach fewer' }
    : undefined
}

/** The type of the bytes, if it is one that may be attached. */
export async function sniff(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return found.mime in allowed ? found.mime : undefined
  return isPlainText(bytes) ? 'text/plain' : undefined
}

export async function sealFile(
  store: Store,
  key: Key,
  { name, bytes }: Upload,
  now: string,
): Promise<Omit<FileTable, 'case_number' | 'draft' | 'seq'>> {
  const sealed = sealBytes(key.bytes, bytes)
  const sha256 = createHash('sha256').update(sealed).digest('hex')
  await writeOnce(pathOf(store, sha256), sealed)
  const type = (await sniff(bytes)) ?? 'application/octet-stream'
  return {
    id: randomUUID(),
    name: seal(key.bytes, name.slice(0, 200)),
    type,
    size: bytes.length,
    sha256,
    created_at: now,
    pulled_at: null,
  }
}

export type CaseFile = { id: string; name: string; type: string; size: number; seq: number | null; isPulled: boolean }

export async function listFiles(db: Db, master: Buffer, number: string): Promise<CaseFile[]> {
  const key = await findKey(db, master, `case:${number}`)
  const rows = await db
    .selectFrom('files')
    .selectAll()
    .where('case_number', '=', number)
    .orderBy('created_at')
    .orderBy('seq')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: key && row.name !== '' ? openText(key.bytes, row.name) : '',
    type: row.type,
    size: row.size,
    seq: row.seq,
    isPulled: row.pulled_at !== null,
  }))
}

/** The bytes of a file of this case; undefined where it is absent, pulled or its key destroyed. */
export async function readCaseFile(
  store: Store,
  number: string,
  id: string,
): Promise<{ name: string; ending: string; bytes: Buffer } | undefined> {
  const key = await findKey(store.reader, store.master, `case:${number}`)
  const row = await store.reader
    .selectFrom('files')
    .selectAll()
    .where('id', '=', id)
    .where('case_number', '=', number)
    .where('pulled_at', 'is', null)
    .executeTakeFirst()
  if (!key || !row) return undefined
  const bytes = openBytes(key.bytes, await readFile(pathOf(store, row.sha256)))
  return { name: openText(key.bytes, row.name), ending: allowed[row.type] ?? 'bin', bytes }
}

export async function pullFile(trx: Db, number: string, id: string, now: string): Promise<void> {
  await trx
    .updateTable('files')
    .set({ pulled_at: now })
    .where('id', '=', id)
    .where('case_number', '=', number)
    .execute()
}

export const pathOf = (store: Pick<Store, 'dataDir'>, sha256: string): string =>
  join(store.dataDir, 'files', sha256.slice(0, 2), sha256)

/** What lies on disk under this hash goes. */
export const removeBytes = (store: Pick<Store, 'dataDir'>, sha256: string): Promise<void> =>
  rm(pathOf(store, sha256), { force: true })

async function sizeOf(db: Db, number: string): Promise<number> {
  const row = await db
    .selectFrom('files')
    .select(eb => eb.fn.sum<number>('size').as('size'))
    .where('case_number', '=', number)
    .executeTakeFirst()
  return Number(row?.size ?? 0)
}

/** On disk before it is named: what was acknowledged survives a crash. */
async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const partial = `${path}.${randomUUID()}`
  const file = await openFile(partial, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, path)
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return (
      !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text)
    )
  } catch {
    return false
  }
}
