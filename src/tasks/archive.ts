import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { gunzipSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { z } from 'zod'
import { sha256 } from '../db/vault.ts'
import { CannotDo } from './command.ts'

/** A copy is a tar file: rows as gzipped JSON lines, sealed files under their hash, and last a manifest of it all. */
export type Part = { name: string; bytes: Buffer }
export type Manifest = z.infer<typeof manifest>

const manifest = z.object({
  application: z.literal('banjie'),
  format: z.literal(1, { error: 'is of a format this release does not read' }),
  at: z.string(),
  database: z.string(),
  migrations: z.array(z.string()),
  /** Tells whether a master key is the one the copy was made under, and nothing else of it. */
  master: z.string(),
  parts: z.array(z.object({ name: z.string(), rows: z.number(), sha256: z.string() })),
  files: z.number(),
  /** Files that were not on disk when the copy was made. */
  absent: z.array(z.string()),
  log: z.object({ streams: z.number(), events: z.number(), digest: z.string() }),
})

const LAST = ['manifest.json', 'manifest.sha256'] as const

/** Writes a copy part by part; it has its name only once it is whole and on disk. */
export async function writeArchive(
  file: string,
  fill: (add: (part: Part) => Promise<void>) => Promise<Manifest>,
): Promise<Manifest> {
  const partial = `${file}.${randomUUID()}`
  const tar = pack()
  const written = pipeline(tar, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }))
  const add = ({ name, bytes }: Part) =>
    new Promise<void>((resolve, reject) => {
      const entry = tar.entry({ name, size: bytes.length, mode: 0o600 })
      entry.on('error', reject).on('finish', resolve)
      entry.end(bytes)
    })
  const filled = async () => {
    const described = await fill(add)
    const bytes = Buffer.from(`${JSON.stringify(described, null, 1)}\n`)
    await add({ name: LAST[0], bytes })
    await add({ name: LAST[1], bytes: Buffer.from(sha256(bytes)) })
    tar.finalize()
    return described
  }
  try {
    const [described] = await Promise.all([filled(), written])
    await rename(partial, file)
    return described
  } catch (error) {
    tar.destroy()
    await written.catch(() => {})
    await rm(partial, { force: true })
    throw error
  }
}

/** The parts of a copy in order, one in memory at a time. */
export async function* partsIn(file: string): AsyncGenerator<Part> {
  await open(file).then(
    handle => handle.close(),
    () => Promise.reject(new CannotDo(`${file} cannot be read`)),
  )
  const tar = extract()
  const read = pipeline(createReadStream(file), tar).catch(() => {})
  let last = 'its beginning'
  try {
    for await (const entry of tar) {
      const name = entry.header.name
      last = name
      yield { name, bytes: await buffer(entry) }
    }
  } catch (error) {
    if (error instanceof CannotDo) throw error
    throw new CannotDo(
      `${file} is damaged in or after ${last}: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    tar.destroy()
    await read
  }
}

/** Reads a copy from end to end before anything is made of it; what is damaged is named. */
export async function checkArchive(file: string): Promise<Manifest> {
  const found: { name: string; sha256: string }[] = []
  const sealedFiles = new Set<string>()
  const named: string[] = []
  let described: Part | undefined
  let sealed: string | undefined
  for await (const part of partsIn(file)) {
    if (part.name === LAST[0]) described = part
    else if (part.name === LAST[1]) sealed = part.bytes.toString('utf8')
    else if (!part.name.startsWith('sealed/')) {
      found.push({ name: part.name, sha256: sha256(part.bytes) })
      if (part.name.startsWith('files/')) named.push(...filesNamed(part.bytes))
    } else if (part.name === `sealed/${sha256(part.bytes)}`) sealedFiles.add(part.name)
    else throw new CannotDo(`${file} is damaged: ${part.name} is not what was copied`)
  }
  if (!described || sealed === undefined)
    throw new CannotDo(`${file} was cut short: it ends before its manifest, after ${found.at(-1)?.name ?? 'nothing'}`)
  if (sha256(described.bytes) !== sealed) throw new CannotDo(`${file} is damaged: ${LAST[0]} is not what was written`)
  const told = readManifest(file, described.bytes)
  checkParts(file, told, found)
  const missing = named.find(name => !sealedFiles.has(`sealed/${name}`) && !told.absent.includes(name))
  if (missing !== undefined) throw new CannotDo(`${file} is damaged: sealed/${missing} is missing`)
  if (sealedFiles.size !== told.files)
    throw new CannotDo(`${file} is damaged: it holds ${sealedFiles.size} files where there were ${told.files}`)
  return told
}

export const rowsOf = (bytes: Buffer) =>
  gunzipSync(bytes)
    .toString('utf8')
    .split('\n')
    .flatMap(line => (line === '' ? [] : [row.parse(JSON.parse(line))]))

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** The files that rows tell of and that were not pulled; rows that are damaged are told of by their hash. */
function filesNamed(bytes: Buffer): string[] {
  try {
    return rowsOf(bytes).flatMap(({ sha256, pulled_at }) => (pulled_at === null ? [String(sha256)] : []))
  } catch {
    return []
  }
}

function readManifest(file: string, bytes: Buffer): Manifest {
  const read = manifest.safeParse(JSON.parse(bytes.toString('utf8')))
  if (read.success) return read.data
  throw new CannotDo(`${file} cannot be read: ${read.error.issues[0]?.message ?? 'its manifest is not understood'}`)
}

function checkParts(file: string, described: Manifest, found: { name: string; sha256: string }[]): void {
  const at = new Map(found.map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of described.parts) {
    if (!at.has(name)) throw new CannotDo(`${file} is damaged: ${name} is missing`)
    if (at.get(name) !== sha256) throw new CannotDo(`${file} is damaged: ${name} is not what was copied`)
  }
  const stranger = found.find(({ name }) => !described.parts.some(part => part.name === name))
  if (stranger) throw new CannotDo(`${file} is damaged: ${stranger.name} does not belong to it`)
}
