import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Erasure } from './erase.ts'

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
