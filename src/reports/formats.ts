import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Store } from '../db/open.ts'
import type { ReportFormat } from '../http/urls.ts'
import type { Lang } from '../law/words.ts'
import { renderCsv } from './csv.ts'
import { writeDocx } from './docx.ts'
import { draw } from './draw.ts'
import type { Drawing } from './drawing.ts'
import { renderJson } from './json.ts'
import type { Report } from './report.ts'
import { xlsxFile } from './xlsx_file.ts'
import type { Reader, Watching } from './xlsx_file.ts'

export type Rendering = { format: ReportFormat; lang: Lang; reader: Reader }

/** Every format a report is written in. */
export const formats: readonly ReportFormat[] = ['json', 'csv', 'xlsx', 'docx']

/** The type a browser is told. */
export const typeOf = (format: ReportFormat): string => types[format]

const isFormat = (word: string | undefined): word is ReportFormat => formats.some(format => format === word)

/** `monthly-closure.xlsx` as its report and format. */
export function readFileName(file: string): { slug: string; format: ReportFormat } | undefined {
  const [slug = '', format, ...more] = file.split('.')
  return isFormat(format) && more.length === 0 ? { slug, format } : undefined
}

/** A file's name tells the report, the stretch and the organ, and nobody. */
export function fileName({ kind, cut, scope }: Drawing, format: ReportFormat): string {
  const name = `${kind.slug}-${cut.period}${scope.kind === 'organ' ? `-${scope.id}` : ''}.${format}`
  return name.replaceAll(/[^\w.-]/g, '_')
}

/** Writes a report into a file: the same bytes for the same log, reader and language. */
export async function writeReport(
  store: Store,
  drawing: Drawing,
  { format, lang, reader }: Rendering,
  path: string,
  watching: Watching = {},
): Promise<void> {
  if (format === 'xlsx') return xlsxFile(store, drawing, { path, lang, reader }, watching)
  const { report } = await draw(store, drawing)
  await (format === 'docx' ? writeDocx(path, report, lang) : writeFile(path, renderText(report, format, lang)))
}

export const renderText = (report: Report, format: 'json' | 'csv', lang: Lang): string =>
  format === 'json' ? renderJson(report) : renderCsv(report, lang)

/** Where files lie while they are made; a server that is killed leaves its own behind. */
export const makingIn = ({ dataDir }: Pick<Store, 'dataDir'>): string => join(dataDir, 'making')

async function newFolder(store: Store): Promise<string> {
  await mkdir(makingIn(store), { recursive: true, mode: 0o700 })
  return mkdtemp(join(makingIn(store), 'report-'))
}

/** A report as a stream of known length; the file under it is gone with the last byte. */
export async function streamReport(
  store: Store,
  drawing: Drawing,
  rendering: Rendering,
  watching: Watching = {},
): Promise<{ bytes: Readable; size: number }> {
  const folder = await newFolder(store)
  const path = join(folder, 'report')
  // What cannot be removed now is swept away a day later.
  const remove = () => rm(folder, { recursive: true, force: true }).catch(() => {})
  try {
    await writeReport(store, drawing, rendering, path, watching)
    const { size } = await stat(path)
    return { bytes: createReadStream(path).on('close', () => void remove()), size }
  } catch (error) {
    await remove()
    throw error
  }
}

const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} satisfies Record<ReportFormat, string>
