import type { Ctx } from '../http/context.ts'
import type { ReportFormat } from '../http/urls.ts'
import type { Drawing } from './drawing.ts'
import { fileName, streamReport, typeOf } from './formats.ts'
import type { Reader } from './xlsx_file.ts'
import { sendFile } from './send_file.ts'

/** A report as a file to keep, in the language asked for or the reader's own; one who leaves stops its making. */
export async function sendReport(c: Ctx, drawing: Drawing, format: ReportFormat, reader: Reader): Promise<Response> {
  const asked = c.req.query('lang')
  const lang = asked === 'zh' || asked === 'en' ? asked : c.get('lang')
  const rendering = { format, lang, reader }
  const { bytes, size } = await streamReport(c.get('store'), drawing, rendering, c.req.raw.signal)
  return sendFile(c, bytes, { name: fileName(drawing, format), type: typeOf(format), size })
}
