import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from './dialect.ts'

/**
 * Keys and seals. Every case and every person has a key of its own, wrapped by the master key; destroying the
 * row destroys the words. Which ciphers are used is known to this file alone.
 */
export const masterKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'banjie', 'master key', 32))

export type Key = { readonly id: string; readonly bytes: Buffer }

export async function makeKey(db: Db, master: Buffer, id: string): Promise<Key> {
  const { key, row } = newKey(master, id)
  await db.insertInto('keys').values(row).execute()
  return key
}

/** A key, and the row that keeps it. */
export function newKey(master: Buffer, id: string): { key: Key; row: { id: string; wrapped: string } } {
  const bytes = randomBytes(32)
  return { key: { id, bytes }, row: { id, wrapped: seal(master, bytes) } }
}

/** The key, or undefined where it was destroyed. */
export async function findKey(db: Db, master: Buffer, id: string): Promise<Key | undefined> {
  return (await findKeys(db, master, [id])).get(id)
}

export async function findKeys(db: Db, master: Buffer, ids: readonly string[]): Promise<Map<string, Key>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('keys')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, { id: row.id, bytes: open(master, row.wrapped) }]))
}

/** AES-256-GCM, as base64url of nonce, tag and ciphertext. */
export function seal(key: Buffer, plain: Uint8Array | string): string {
  return sealBytes(key, plain).toString('base64url')
}

export const open = (key: Buffer, sealed: string): Buffer => openBytes(key, Buffer.from(sealed, 'base64url'))

export const openText = (key: Buffer, sealed: string): string => open(key, sealed).toString('utf8')

export function sealBytes(key: Buffer, plain: Uint8Array | string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
  ])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

export function openBytes(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

/** A salted commitment: the log can prove the words, the words cannot be guessed from the log. */
export function commit(plain: string): { salt: string; commitment: string } {
  const salt = randomBytes(16).toString('base64url')
  return { salt, commitment: digest(salt, plain) }
}

export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000'), 'utf8').digest('base64url')

/** A keyed hash to look a person or an address up by, useless without the master key. */
export const lookupHash = (master: Buffer, kind: string, value: string): string =>
  createHmac('sha256', master).update(`${kind}\u0000${value}`, 'utf8').digest('base64url')

/** What a person types back: no 0 or O, no 1, I or L. */
export function randomCode(length: number, alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'): string {
  const letters: string[] = []
  while (letters.length < length) {
    const byte = randomBytes(1)[0] ?? 255
    if (byte < 256 - (256 % alphabet.length)) letters.push(alphabet[byte % alphabet.length] ?? '')
  }
  return letters.join('')
}

/** Of bytes that are kept, to know them again. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
