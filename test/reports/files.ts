import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { readAsked } from '../../src/reports/read.ts'
import { reportNamed } from '../../src/reports/registry.ts'
import type { Drawing } from '../../src/reports/drawing.ts'
import { writeReport } from '../../src/reports/formats.ts'
import type { Rendering } from '../../src/reports/formats.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace } from '../support/db.ts'
import { at, petition } from './district.ts'

/** April: one due and answered, one due and not, one just come, and an accusation no file may show. */
export async function tellApril(store: Store): Promise<void> {
  await seatCast(store)
  const answered = { answered: '2026-04-02', closed: '2026-04-03' }
  await petition(store, 'X1', { filed: '2026-02-02', accepted: '2026-02-05', ...answered })
  await petition(store, 'X2', { filed: '2026-02-10', accepted: '2026-02-12' })
  await petition(store, 'X3', { filed: '2026-04-02', accepted: '2026-04-03' })
  await petition(store, 'X4', { filed: '2026-04-02', accepted: '2026-04-03', kind: 'accusation' })
}

export async function drawingOfApril(store: Store): Promise<Drawing> {
  const kind = reportNamed('monthly-closure')
  const asked = { month: '2026-04', asOf: '2026-06-30' }
  const read = kind && (await readAsked(store.reader, kind, asked, at('2026-12-01')))
  if (!read || 'errors' in read) throw new Error('There is no such report')
  return read.ok
}

/** The file and where it lies. */
export async function fileOfApril(store: Store, { format, lang = 'zh', reader = 'everything' }: Asked) {
  const path = join(mkdtempSync(join(tmpdir(), 'banjie-file-')), `report.${format}`)
  await writeReport(store, await drawingOfApril(store), { format, lang, reader }, path)
  return { path, bytes: readFileSync(path) }
}

type Asked = Pick<Rendering, 'format'> & Partial<Rendering>

export async function sheetsOf(bytes: Buffer) {
  return new Map((await readXlsx(bytes)).map(({ sheet, data }) => [sheet, data]))
}

/** The same log on the other database. */
export async function withCopy(here: Store, work: (there: Store) => Promise<void>): Promise<void> {
  const { remove, ...place } = await newPlace('postgres')
  const there = await openStore(place)
  for (const table of ['events', 'facts', 'organs', 'organ_names', 'categories'] as const) {
    await there.db.deleteFrom(table === 'events' ? 'facts' : table).execute()
    const rows = await here.db.selectFrom(table).selectAll().execute()
    if (rows.length > 0) await there.db.insertInto(table).values(rows).execute()
  }
  try {
    await work(there)
  } finally {
    await there.close()
    await remove()
  }
}
