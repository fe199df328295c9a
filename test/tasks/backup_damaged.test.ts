import { createReadStream, createWriteStream, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, pack } from 'tar-stream'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/db/vault.ts'
import { partsIn } from '../../src/tasks/archive.ts'
import type { Part } from '../../src/tasks/archive.ts'
import { backup } from '../../src/tasks/backup.ts'
import { newPlace, onBoth } from '../support/db.ts'
import { fresh, live, refusal, refusedAt } from './copies.ts'

onBoth('a damaged copy', (open, database) => {
  test('is refused for one byte in any of its parts, and the part is named', async () => {
    const copy = await copyOf(open)
    const place = await newPlace(database)
    const whole = readFileSync(copy)
    const places = await bytesWithin(copy)
    const kinds = new Set([...places.keys()].map(name => name.split('/')[0]))
    for (const kind of [
      'events',
      'texts',
      'parties',
      'files',
      'people',
      'outbox',
      'sealed',
      'manifest.json',
      'manifest.sha256',
    ])
      expect(kinds).toContain(kind)
    for (const [name, at] of places) {
      writeFileSync(copy, flipped(whole, at))
      const said = await refusedAt(place, copy)
      expect(said).toContain('is damaged')
      expect(said).toContain(name === 'manifest.sha256' ? 'manifest.json' : name)
    }
    await place.remove()
  })

  test('is refused for one byte in the heading of any of its parts', async () => {
    const copy = await copyOf(open)
    const place = await newPlace(database)
    const whole = readFileSync(copy)
    for (const [, at] of await bytesWithin(copy, 'heading')) {
      writeFileSync(copy, flipped(whole, at))
      expect(await refusedAt(place, copy)).toMatch(/is damaged|cut short/)
    }
    await place.remove()
  })

  test('is refused where it was cut short, wherever that was', async () => {
    const copy = await copyOf(open)
    const place = await newPlace(database)
    const whole = readFileSync(copy)
    for (const length of [0, 1, 512, 700, Math.floor(whole.length / 2), whole.length - 2_048]) {
      writeFileSync(copy, whole)
      truncateSync(copy, length)
      expect(await refusedAt(place, copy)).toMatch(/is damaged in or after|was cut short/)
    }
    await place.remove()
  })

  test('is refused where any part of it is missing, and the part is named', async () => {
    const copy = await copyOf(open)
    const place = await newPlace(database)
    const parts = await Array.fromAsync(partsIn(copy))
    for (const { name } of parts) {
      await writeParts(
        copy,
        parts.filter(part => part.name !== name),
      )
      const said = await refusedAt(place, copy)
      expect(said).toContain(name.startsWith('manifest') ? 'ends before its manifest' : `${name} is missing`)
    }
    await writeParts(copy, [{ name: 'events/000009.jsonl.gz', bytes: Buffer.from('x') }, ...parts])
    expect(await refusedAt(place, copy)).toContain('events/000009.jsonl.gz does not belong to it')
    await place.remove()
  })

  test('is refused of a newer format, and of another release', async () => {
    const copy = await copyOf(open)
    const parts = await Array.fromAsync(partsIn(copy))
    for (const [was, is, said] of [
      ['"format": 1', '"format": 2', 'is of a format this release does not read'],
      ['-foundation"', '-elsewhere"', 'the copy is of another release'],
    ] as const) {
      const bytes = Buffer.from(String(parts.at(-2)?.bytes).replace(was, is))
      const manifest = [
        { name: 'manifest.json', bytes },
        { name: 'manifest.sha256', bytes: Buffer.from(sha256(bytes)) },
      ]
      await writeParts(copy, [...parts.slice(0, -2), ...manifest])
      expect(await refusal(database, copy)).toContain(said)
    }
  })

  test('is refused with keys that are damaged, cut short, missing or of a newer format', async () => {
    const copy = await copyOf(open)
    const place = await newPlace(database)
    const keys = readFileSync(`${copy}.keys`, 'utf8')
    for (const broken of [keys.slice(0, -10), keys.slice(0, 900), keys.replace(/"wrapped":"./, '"wrapped":"!'), '']) {
      writeFileSync(`${copy}.keys`, broken)
      expect(await refusedAt(place, copy)).toMatch(/keys (is damaged|was cut short)/)
    }
    writeFileSync(`${copy}.keys`, keys.replace('"format":1', '"format":2'))
    expect(await refusedAt(place, copy)).toContain('keys is of a format this release does not read')
    expect(await refusedAt(place, copy, '/nowhere.keys')).toContain('/nowhere.keys cannot be read')
    await place.remove()
  })

  test('is refused under another master key', async () => {
    const copy = await copyOf(open)
    const other = { ...(await newPlace(database)), secretKey: 'another-secret-key-of-32-characters!' }
    expect(await refusedAt(other, copy)).toContain('SECRET_KEY')
    await other.remove()
  })
})

async function copyOf(open: Parameters<Parameters<typeof onBoth>[1]>[0]): Promise<string> {
  const store = await open()
  await live(store)
  const copy = fresh()
  await backup(store, copy)
  return copy
}

const flipped = (whole: Buffer, at: number): Buffer => {
  const bytes = Buffer.from(whole)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

/** Where in the file a byte of each part lies, or of the heading before it. */
async function bytesWithin(copy: string, which: 'part' | 'heading' = 'part'): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  let at = 0
  const tar = extract()
  const read = pipeline(createReadStream(copy), tar)
  for await (const entry of tar) {
    const { length } = await buffer(entry)
    if (length > 0) found.set(entry.header.name, which === 'part' ? at + 512 + Math.floor(length / 2) : at + 3)
    at += 512 + Math.ceil(length / 512) * 512
  }
  await read
  return found
}

async function writeParts(file: string, parts: readonly Part[]): Promise<void> {
  const tar = pack()
  const written = pipeline(tar, createWriteStream(file))
  for (const { name, bytes } of parts) tar.entry({ name, size: bytes.length, mode: 0o600 }, bytes)
  tar.finalize()
  await written
}
