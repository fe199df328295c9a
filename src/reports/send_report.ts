import type { Ctx } from '../http/context.ts'
import type { ReportFormat } from '../http/urls.ts'
import type { Lang } from '../law/words.ts'
import type { Drawing } from './drawing.ts'
import { mostAtOnce } from './exports.ts'
import { fileName, streamReport, typeOf } from './formats.ts'
import { sendFile } from './send_file.ts'
import type { Progress, Reader } from './xlsx_file.ts'

/**
 * A report as a file to keep, in the language asked for or the reader's own; one who leaves stops its making. Undefined
 * where a workbook turns out, before its first row is written, to be too long to wait for.
 */
export async function sendReport(
  c: Ctx,
  drawing: Drawing,
  format: ReportFormat,
  reader: Reader,
): Promise<Response | undefined> {
  const long = new AbortController()
  const signal = AbortSignal.any([c.req.raw.signal, long.signal])
  const tell = ({ listed }: Progress) => {
    if (listed > mostAtOnce) long.abort()
  }
  const rendering = { format, lang: langAsked(c, c.req.query('lang')), reader }
  try {
    const { bytes, size } = await streamReport(c.get('store'), drawing, rendering, { signal, tell })
    return sendFile(c, bytes, { name: fileName(drawing, format), type: typeOf(format), size })
  } catch (error) {
    if (long.signal.aborted) return undefined
    throw error
  }
}

/** The language a file is asked for in, or its reader's own. */
export const langAsked = (c: Ctx, word: string | undefined): Lang =>
  word === 'zh' || word === 'en' ? word : c.get('lang')
