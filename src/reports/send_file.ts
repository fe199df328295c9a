import { Readable } from 'node:stream'
import type { Ctx } from '../http/context.ts'

/** A file to keep. Who asks for its headers alone is sent nothing, and nothing of it stays open. */
export function sendFile(c: Ctx, bytes: Readable, { name, type, size }: { name: string; type: string; size: number }) {
  const isAskedAbout = c.req.method === 'HEAD'
  if (isAskedAbout) bytes.destroy()
  return new Response(isAskedAbout ? null : Readable.toWeb(bytes), {
    headers: {
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Type': type,
      'Content-Length': String(size),
      'Cache-Control': 'no-store',
    },
  })
}
