import type { Text } from '../law/words.ts'

/** A local number or word: dated, with its source, changed by an administrator. */
export type Parameter = {
  title: Text
  standard: string
  unit: 'term' | 'number' | 'words' | 'choice' | 'day' | 'list'
  source: Text
  /** The largest number it may be; 9999 where nothing is said. */
  most?: number
  choices?: Readonly<Record<string, Text>>
  /** What a row of a list may mean: a class of answers, that the matter is solved or that something is promised. */
  means?: Readonly<Record<string, Text>>
}

/** A row of a local list, such as a class of answers or a ground for not filing. */
export type Listed = { code: string; zh: string; en: string; means?: string }
