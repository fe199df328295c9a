import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'
import type { Upload } from '../cases/files.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import { isPrintable } from '../procedures/fields.ts'
import type { Field } from '../procedures/fields.ts'
import type { Ctx } from './context.ts'

/** A posted form: what was typed, as typed, and the files. */
export type Posted = { typed: Record<string, string[]>; uploads: Upload[] }

export async function readPosted(c: Ctx): Promise<Posted> {
  const form = await c.req.formData().catch(() => {
    throw new HTTPException(400)
  })
  // A map: a field may bear any name, `constructor` too, and come any number of times.
  const typed = new Map<string, string[]>()
  const uploads: Upload[] = []
  for (const [name, value] of form.entries()) {
    const all = typed.get(name)
    if (typeof value === 'string') all ? all.push(value) : typed.set(name, [value])
    else if (value.size > 0 || value.name !== '')
      uploads.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { typed: Object.fromEntries(typed), uploads }
}

/** What was typed into one field; nothing where it is empty or holds what cannot be seen. */
export const typedOne = (posted: Posted, name: string): string | undefined => {
  const value = posted.typed[name]?.[0]?.trim() ?? ''
  return value === '' || !isPrintable(value) ? undefined : value
}

/** The form's values in the shape its schema reads; empty fields are left out. */
export function inputOf(form: z.ZodObject | undefined, posted: Posted): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(form).flatMap(({ name, field }) => {
      const value = valueOf(name, field, posted)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function valueOf(name: string, field: Field, posted: Posted): unknown {
  const all = (posted.typed[name] ?? []).map(value => value.trim()).filter(value => value !== '')
  switch (field.kind) {
    case 'choices':
    case 'organs':
    case 'people':
    case 'parts':
      return all.length > 0 ? all : undefined
    case 'list':
      return all.length > 0
        ? all
            .flatMap(value => value.split(/\r?\n/))
            .map(line => line.trim())
            .filter(line => line !== '')
        : undefined
    case 'flag':
      return all.length > 0 ? true : undefined
    case 'outcomes':
      return outcomesOf(name, posted)
    default:
      return all[0]?.replaceAll('\r\n', '\n')
  }
}

/** `demands.0.demand` and `demands.0.outcome`, as many as there are. */
function outcomesOf(name: string, posted: Posted): unknown[] | undefined {
  const lines = Array.from({ length: 10 }, (_, i) => ({
    demand: typedOne(posted, `${name}.${i}.demand`),
    outcome: typedOne(posted, `${name}.${i}.outcome`),
  })).filter(line => line.demand !== undefined || line.outcome !== undefined)
  return lines.length > 0 ? lines : undefined
}
