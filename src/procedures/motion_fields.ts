import { z } from 'zod'
import type { Text } from '../law/words.ts'
import { fields, isPrintable, keysOf } from './fields.ts'
import type { Field } from './fields.ts'

/** What only suggestions and proposals ask for: people, parts of the matter, rows of a local list, scales of one's own. */

/** Other people who may sign such a matter. */
export const people = (label: Text, hint?: Text) =>
  z
    .array(z.string().min(1).max(80).refine(isPrintable, 'control'))
    .min(1)
    .max(50)
    .register(fields, { label, keep: 'log', kind: 'people', ...(hint && { hint }) })

/** Open parts of the case in one of these roles and states. */
export const parts = (label: Text, roles: readonly string[], states: readonly string[]) =>
  z
    .array(z.string().min(1).max(20).refine(isPrintable, 'control'))
    .min(1)
    .max(51)
    .register(fields, { label, keep: 'log', kind: 'parts', of: { roles, states } })

/** A row of a list that each session has its own. */
export const listed = (label: Text, list: string, ask: Pick<Field, 'hint' | 'asks'> = {}) =>
  z
    .string()
    .trim()
    .min(1)
    .max(20)
    .refine(isPrintable, 'control')
    .register(fields, { label, keep: 'log', kind: 'listed', list, ...ask })

/** A scale of one's own, and what each answer on it counts as. */
export const scale = <const T extends Readonly<Record<string, Text>>>(
  label: Text,
  options: T,
  means: Readonly<Record<keyof T & string, string>>,
) => z.enum(keysOf(options)).register(fields, { label, options, means, keep: 'log', kind: 'choice' })
