import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { actorById } from '../accounts/person.ts'
import { StillWriting } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { ExportTable } from '../db/tables.ts'
import { findAsked } from './api.ts'
import { claimExport, dropClaim, endClaim, keepClaim } from './export_claim.ts'
import { exportPath, removeExport } from './export_files.ts'
import { askedBy } from './exports.ts'
import { xlsxFile } from './xlsx_file.ts'
import type { Progress } from './xlsx_file.ts'

/** A file that a server died over so often is not tried again. */
const mostTries = 3

export type Made = {
  id: string
  state: ExportTable['state']
  written: number
  peak?: number | undefined
  error?: unknown
}

/**
 * Makes the next workbook that was asked for, in a process of its own; nothing where none waits. How far it is is told once a
 * second, and a cancelled one is let go then. Where the server stops, or somebody writes for long, it waits for the next.
 */
export async function makeNextExport(
  store: Store,
  now: () => string,
  stopping: AbortSignal,
): Promise<Made | undefined> {
  const row = await claimExport(store.db, now())
  if (!row) return undefined
  const made = await make(store, row, now, stopping)
  if (made.state !== 'ready') await removeExport(store, row)
  return made
}

async function make(store: Store, row: ExportTable, now: () => string, stopping: AbortSignal): Promise<Made> {
  const fail = async (problem: ExportTable['problem'], error?: unknown): Promise<Made> => {
    const isMine = await endClaim(store.db, row, { state: 'failed', problem, ended_at: now() })
    return { id: row.id, state: isMine ? 'failed' : 'cancelled', written: 0, error }
  }
  if (row.tries > mostTries) return fail('stopped')
  const actor = await actorById(store.reader, row.person)
  const found = actor && (await findAsked(store, latest(now(), row.asked_at), actor, row.report, askedBy(row)))
  if (!actor || found?.outcome !== 'done') return fail('closed')
  const path = exportPath(store, row)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const watched = watch(store, row, now)
  try {
    const signal = AbortSignal.any([stopping, watched.lost])
    await xlsxFile(store, found.drawing, { path, lang: row.lang, reader: actor }, { signal, tell: watched.tell })
  } catch (error) {
    if (watched.lost.aborted) return { id: row.id, state: 'cancelled', written: 0 }
    if (!stopping.aborted && !(error instanceof StillWriting)) return fail('error', error)
    await dropClaim(store.db, row)
    return { id: row.id, state: 'waiting', written: 0 }
  } finally {
    await watched.end()
  }
  // It may have been cancelled, and its file removed, this very moment.
  const file = await stat(path).catch(() => undefined)
  if (!file) return fail('error')
  const { written, lists, peak } = watched.last()
  const end = { state: 'ready', written, listed: written, lists: JSON.stringify(lists), ended_at: now() } as const
  const isMine = await endClaim(store.db, row, { ...end, size: file.size })
  return { id: row.id, state: isMine ? 'ready' : 'cancelled', written, peak }
}

/** Keeps the claim once a second, until it is lost. */
function watch(store: Store, row: ExportTable, now: () => string) {
  const lost = new AbortController()
  let last: Progress = { written: 0, listed: 0, lists: [] }
  let keeping: Promise<void> = Promise.resolve()
  const keep = async () => {
    // A database that does not answer for a moment is no reason to stop.
    const isMine = await keepClaim(store.db, row, last, now()).catch(() => true)
    if (!isMine) lost.abort()
  }
  const timer = setInterval(() => (keeping = keep()), 1_000)
  return {
    lost: lost.signal,
    tell: (progress: Progress) => void (last = progress),
    last: () => last,
    end: async () => {
      clearInterval(timer)
      await keeping
    },
  }
}

/** Of several servers one’s clock may be behind the one that was asked. */
const latest = (a: string, b: string) => (a > b ? a : b)
