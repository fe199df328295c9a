import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Erasure } from '../cases/erase.ts'
import { CannotDo } from './command.ts'

/** Every erasure of a list, or undefined where there is no such file. A line that is not understood is told, not skipped. */
export async function readList(file: string): Promise<Erasure[] | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new CannotDo(`${file} cannot be read`)
  })
  return text?.split('\n').flatMap((line, i) => (line === '' ? [] : [lineOf(line) ?? notUnderstood(file, i + 1)]))
}

const erasure = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  number: z.string(),
  parties: z.array(z.string()),
  words: z.boolean(),
  reason: z.string(),
  order: z.string().optional(),
})

function lineOf(line: string): Erasure | undefined {
  try {
    return erasure.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

const notUnderstood = (file: string, line: number): never => {
  throw new CannotDo(`${file}: line ${line} is not an erasure`)
}
