import { isPrintable } from '../procedures/fields.ts'

/** The last row of a page, as a word for the next page's address. */
export const sayKey = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** Its parts again; a word that cannot be read begins the list anew. */
export function readKey(word: string | undefined, length: number): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(word ?? '', 'base64url').toString())
    const texts = Array.isArray(parts) ? parts.filter(part => typeof part === 'string') : []
    return texts.length === length && texts.every(isPrintable) ? texts : undefined
  } catch {
    return undefined
  }
}
