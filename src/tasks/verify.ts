import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { listErasures } from '../cases/erase.ts'
import { pathOf } from '../cases/files.ts'
import type { Payload } from '../cases/project.ts'
import { replay } from '../cases/replay.ts'
import { readTexts } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import { unsoundHours } from '../db/digest.ts'
import { hashOf, noHead } from '../db/log.ts'
import type { Store } from '../db/open.ts'
import type { FactTable } from '../db/tables.ts'
import { digest, findKey, openBytes } from '../db/vault.ts'
import type { Key } from '../db/vault.ts'
import { derivedFrom, differing, readDerived } from './replay.ts'
import { unsoundArchive } from '../reports/unsound_archive.ts'
import { checkFigures } from '../reports/unsound_figures.ts'
import { strays } from './rebuild.ts'
import { readStreams, streamsIn } from './streams.ts'
import type { Stream } from './streams.ts'

export type Verified = { streams: number; events: number; digest: string }

/**
 * Reads the whole log and says whatever does not hold: a gap, a broken chain, words or files that are not those
 * the log committed to, rows that are not what the log tells, a closed month that is not what was kept. The digest over all heads names the log as it stands.
 */
export async function verify(store: Store, complain: (what: string) => void): Promise<Verified> {
  const heads = createHash('sha256')
  const read = { streams: 0, events: 0 }
  const figures = await checkFigures(store.reader)
  for await (const batch of streamsIn(store.reader)) {
    for (const { name, events } of batch) {
      checkChain({ name, events }).forEach(complain)
      heads.update(`${name}\u0000${events.length}\u0000${events.at(-1)?.hash ?? ''}\n`)
      read.streams++
      read.events += events.length
    }
    const names = batch.map(({ name }) => name).filter(name => name.startsWith('case:'))
    if (names.length > 0) (await checkCases(store, names, figures.show)).forEach(complain)
  }
  for (const number of await strays(store)) complain(`${number}: is a case the log knows nothing of`)
  for (const hour of await unsoundHours(store.reader))
    complain(`${hour}: the digest kept for this hour is not what the log gives; run rebuild`)
  for (const period of figures.unsound())
    complain(`${period}: the figures kept for this period are not what the log gives; run rebuild`)
  for await (const what of unsoundArchive(store.reader)) complain(what)
  return { ...read, digest: heads.digest('base64url') }
}

function checkChain({ name, events }: Stream): string[] {
  let last = noHead
  return events.flatMap(event => {
    const wrong = [
      ...(event.seq === last.seq + 1 ? [] : [`${name}: event ${last.seq + 1} is missing`]),
      ...(event.prev_hash === last.hash ? [] : [`${name}: event ${event.seq} does not follow the one before it`]),
      ...(event.hash === hashOf(event) ? [] : [`${name}: event ${event.seq} was changed`]),
    ]
    last = event
    return wrong
  })
}

/** On one snapshot, as acts go on meanwhile. */
const checkCases = (store: Store, names: readonly string[], show: (lines: FactTable[]) => void): Promise<string[]> =>
  store.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async trx => {
      const wrong: string[] = []
      const erased = await wordsErased(trx)
      const kept = await readDerived(
        trx,
        names.map(name => name.slice('case:'.length)),
      )
      for (const { name, events } of await readStreams(trx, names)) {
        const number = name.slice('case:'.length)
        const rows = kept.get(number)
        const key = await findKey(trx, store.master, name)
        wrong.push(...(rows ? checkRows(number, events, rows, show) : []))
        if (key) wrong.push(...(await checkWords(store, trx, number, events.slice(erased.get(number) ?? 0))))
        if (key) wrong.push(...(await checkFiles(store, trx, number, key)))
      }
      return wrong
    })

/** The last event of a case whose words were destroyed on purpose. */
const wordsErased = async (trx: Db): Promise<Map<string, number>> =>
  new Map((await listErasures(trx)).flatMap(({ number, words, through }) => (words ? [[number, through]] : [])))

function checkRows(
  number: string,
  events: Stream['events'],
  rows: Parameters<typeof differing>[1],
  show: (lines: FactTable[]) => void,
): string[] {
  try {
    const replayed = replay(events)
    show(replayed?.lines ?? [])
    return replayed
      ? differing(derivedFrom(replayed), rows).map(
          table => `${number}: ${table} is not what the log tells; run rebuild`,
        )
      : []
  } catch (error) {
    return [`${number}: cannot be replayed: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** Every text is the one its event committed to, and none is missing. */
async function checkWords(store: Store, trx: Db, number: string, events: Stream['events']): Promise<string[]> {
  const texts = await readTexts(trx, store.master, number).catch(() => undefined)
  if (!texts) return [`${number}: its texts cannot be opened`]
  const found = new Map(texts.map(({ seq, field, salt, text }) => [`${seq} ${field}`, digest(salt, text)]))
  const committed = events.flatMap(({ seq, payload }) => {
    const { texts = {} }: Payload = JSON.parse(payload)
    return Object.entries(texts).map(([field, commitment]): [string, string] => [`${seq} ${field}`, commitment])
  })
  const names = new Set(committed.map(([place]) => place))
  return [
    ...committed
      .filter(([place, commitment]) => found.get(place) !== commitment)
      .map(([place]) => `${number}: text ${place} is not the one the log committed to`),
    ...[...found.keys()].filter(place => !names.has(place)).map(place => `${number}: text ${place} is not in the log`),
  ]
}

async function checkFiles(store: Store, trx: Db, number: string, key: Key): Promise<string[]> {
  const rows = await trx
    .selectFrom('files')
    .select(['id', 'sha256', 'size'])
    .where('case_number', '=', number)
    .where('pulled_at', 'is', null)
    .execute()
  const wrong: string[] = []
  for (const { id, sha256, size } of rows) {
    const problem = await problemOfFile(pathOf(store, sha256), sha256, size, key)
    if (problem) wrong.push(`${number}: file ${id} ${problem}`)
  }
  return wrong
}

async function problemOfFile(path: string, sha256: string, size: number, key: Key): Promise<string | undefined> {
  const sealed = await readFile(path).catch(() => undefined)
  if (!sealed) return 'is not on disk'
  if (createHash('sha256').update(sealed).digest('hex') !== sha256) return 'was changed on disk'
  try {
    return openBytes(key.bytes, sealed).length === size ? undefined : 'is not of its size'
  } catch {
    return 'cannot be opened'
  }
}
