import { Readable } from 'node:stream'
import type { Actor } from '../accounts/actor.ts'
import type { Ctx } from '../http/context.ts'
import type { ReportFormat } from '../http/urls.ts'
import type { Drawing } from './drawing.ts'
import { fileName, streamReport, typeOf } from './formats.ts'

/** A report as a file to keep, in the language asked for or the reader's own; one who leaves stops its making. */
export async function sendReport(c: Ctx, drawing: Drawing, format: ReportFormat, actor: Actor): Promise<Response> {
  const asked = c.req.query('lang')
  const lang = asked === 'zh' || asked === 'en' ? asked : c.get('lang')
  const rendering = { format, lang, reader: actor }
  const { bytes, size } = await streamReport(c.get('store'), drawing, rendering, c.req.raw.signal)
  return new Response(Readable.toWeb(bytes), {
    headers: {
      'Content-Disposition': `attachment; filename="${fileName(drawing, format)}"`,
      'Content-Type': typeOf(format),
      'Content-Length': String(size),
      'Cache-Control': 'no-store',
    },
  })
}
