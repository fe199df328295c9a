import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Db } from '../db/dialect.ts'
import { CannotDo } from './command.ts'
import { pagesOf } from './kept.ts'

/**
 * The keys of cases and persons, each wrapped by the master key, as lines of JSON. They lie beside a copy and never in
 * it: whoever keeps only the newest keys keeps nobody who was erased since.
 */
export async function writeKeys(db: Db, file: string, at: string): Promise<number> {
  const out = await open(file, 'wx', 0o600)
  const hash = createHash('sha256')
  let keys = 0
  const write = async (lines: readonly object[]) => {
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('')
    hash.update(text)
    await out.write(text)
  }
  try {
    await write([{ banjie: 'keys', format: 1, at }])
    for await (const rows of pagesOf(db, 'keys')) {
      await write(rows)
      keys += rows.length
    }
    await out.write(`${JSON.stringify({ keys, sha256: hash.digest('hex') })}\n`)
    await out.sync()
    return keys
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await out.close()
  }
}

/** When the keys were copied, once the whole file was looked over. */
export async function checkKeys(file: string): Promise<{ at: string }> {
  const hash = createHash('sha256')
  let first: z.infer<typeof head> | undefined
  let keys = 0
  let isWhole = false
  for await (const line of linesOf(file)) {
    if (isWhole) throw new CannotDo(`${file} is damaged: it goes on after its end`)
    if (other.safeParse(line.value).success) throw new CannotDo(`${file} is of a format this release does not read`)
    const [begins, ends] = [head.safeParse(line.value), tail.safeParse(line.value)]
    if (ends.success) isWhole = ends.data.keys === keys && ends.data.sha256 === hash.digest('hex')
    if (ends.success && !isWhole) throw new CannotDo(`${file} is damaged: its keys are not those that were copied`)
    if (ends.success) continue
    hash.update(`${line.text}\n`)
    if (begins.success) first = begins.data
    else keys++
  }
  if (!first || !isWhole) throw new CannotDo(`${file} was cut short: it ends before its last line`)
  return { at: first.at }
}

/** The keys, some at a time. */
export async function* keysIn(file: string): AsyncGenerator<z.infer<typeof key>[]> {
  let some: z.infer<typeof key>[] = []
  for await (const { value } of linesOf(file)) {
    const read = key.safeParse(value)
    if (read.success) some.push(read.data)
    if (some.length < 500) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

const head = z.strictObject({ banjie: z.literal('keys'), format: z.literal(1), at: z.string() })
const other = z.object({ banjie: z.literal('keys'), format: z.number().gt(1) })
const key = z.strictObject({ id: z.string(), wrapped: z.string() })
const tail = z.strictObject({ keys: z.number(), sha256: z.string() })

async function* linesOf(file: string): AsyncGenerator<{ text: string; value: unknown }> {
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
      yield { text, value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof CannotDo) throw error
    throw new CannotDo(
      error instanceof SyntaxError ? `${file} is damaged: it is not lines of JSON` : `${file} cannot be read`,
    )
  }
}
