import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Erasure } from '../cases/erase.ts'
import { CannotDo } from './command.ts'

/** The list of erasures lies in the data directory, outside every copy: ids and reasons, one erasure a line. */
export const listIn = (dataDir: string): string => join(dataDir, 'erasures.log')

/** On disk before it returns. */
export async function addToList(file: string, erasures: readonly Erasure[]): Promise<void> {
  const lines = erasures.map(erasure => `${JSON.stringify(erasure)}\n`).join('')
  const out = await open(file, 'a', 0o600)
  try {
    await out.write(lines)
    await out.sync()
  } finally {
    await out.close()
  }
  const folder = await open(dirname(file))
  await folder.sync().finally(() => folder.close())
}

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
