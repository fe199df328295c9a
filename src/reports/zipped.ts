import { Readable } from 'node:stream'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of an archive; its text is asked for only as fast as the archive is read. */
export type Part = { name: string; chunks: Iterable<string> | AsyncIterable<string> }

/**
 * An archive in which nothing tells when or where it was written: every part bears the instant given. (yazl packs part
 * after part outside the main thread; the spreadsheet writers on npm hold a workbook in memory, or date it themselves.)
 */
export async function zipInto(out: Writable, parts: readonly Part[], at: string, signal?: AbortSignal): Promise<void> {
  const zip = new ZipFile()
  zip.on('error', error => out.destroy(error instanceof Error ? error : new Error(String(error))))
  for (const { name, chunks } of parts) {
    const source = Readable.from(chunks)
    source.on('error', error => zip.emit('error', error))
    zip.addReadStream(source, name, { mtime: asLocal(at), forceDosTimestamp: true, mode: 0o100644 })
  }
  zip.end()
  await pipeline(zip.outputStream, out, signal ? { signal } : {})
}

/** A zip keeps the clock on the wall: the same in every time zone only if the wall shows UTC. */
function asLocal(at: string): Date {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(at).toZonedDateTimeISO('UTC')
  return new Date(year, month - 1, day, hour, minute, second)
}
