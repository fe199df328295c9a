import { z } from 'zod'
import type { Text } from '../law/words.ts'
import { parsePhone, parseResidentId } from '../law/identifiers.ts'

/**
 * What a person fills in. One schema serves the inputs, the posts and the API. `keep` says where the value goes:
 * into the log, or beside it under the case's key (`text`) or the person's own key (`party`).
 */
export type Field = {
  label: Text
  hint?: Text
  kind:
    | 'words'
    | 'paragraph'
    | 'choice'
    | 'choices'
    | 'day'
    | 'organ'
    | 'organs'
    | 'category'
    | 'case'
    | 'count'
    | 'flag'
    | 'tel'
    | 'id'
    | 'list'
    | 'outcomes'
    | 'fact'
    /** A leader of the district, an earlier step of the case, and what the case itself gives. */
    | 'leader'
    | 'act'
    | 'given'
    /** People who may sign, and open parts of the case; and a row of a local list. */
    | 'people'
    | 'parts'
    | 'listed'
  keep: 'log' | 'text' | 'party' | 'nowhere'
  /** The part of a sealed value that the log may hold. */
  logs?: (value: unknown) => unknown
  options?: Readonly<Record<string, Text>>
  max?: number
  /** Organs offered: those below one's own, other petition offices, any but one's own, or streets and townships. */
  among?: 'below' | 'offices' | 'others' | 'streets'
  /** Of a case named: one of these acts was done in it, and the same person filed it. */
  after?: readonly string[]
  /** Of a case named: another of the same office, in one of these states. */
  in?: readonly string[]
  /** Of parts: those in these roles and states. */
  of?: { roles: readonly string[]; states: readonly string[] }
  /** The local rule that holds the list, and the fields a row of such a meaning asks for. */
  list?: string
  asks?: Readonly<Record<string, readonly string[]>>
  /** What an answer counts as in the rates, where the scale is another. */
  means?: Readonly<Record<string, string>>
}

export const fields = z.registry<Field>()

type Ask = { label: Text; hint?: Text; max?: number; keep?: Field['keep'] }

export const words = ({ keep = 'text', max = 200, ...ask }: Ask) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isPrintable, 'control')
    .register(fields, { ...ask, max, keep, kind: 'words' })

export const paragraph = ({ keep = 'text', max = 10_000, ...ask }: Ask) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isPrintable, 'control')
    .register(fields, { ...ask, max, keep, kind: 'paragraph' })

export const choice = <const T extends Readonly<Record<string, Text>>>(label: Text, options: T, hint?: Text) =>
  z.enum(keysOf(options)).register(fields, { label, options, keep: 'log', kind: 'choice', ...(hint && { hint }) })

export const choices = <const T extends Readonly<Record<string, Text>>>(label: Text, options: T, hint?: Text) =>
  z
    .array(z.enum(keysOf(options)))
    .register(fields, { label, options, keep: 'log', kind: 'choices', ...(hint && { hint }) })

export const day = (label: Text, hint?: Text) =>
  z.iso.date().register(fields, { label, keep: 'log', kind: 'day', ...(hint && { hint }) })

export const organ = (label: Text, hint?: Text, among?: Field['among']) =>
  z
    .string()
    .min(1)
    .max(80)
    .refine(isPrintable, 'control')
    .register(fields, { label, keep: 'log', kind: 'organ', ...(hint && { hint }), ...(among && { among }) })

/** The street or township a matter is about. */
export const place = (label: Text, hint?: Text) => organ(label, hint, 'streets')

export const organs = (label: Text, hint?: Text) =>
  z
    .array(z.string().min(1).max(80).refine(isPrintable, 'control'))
    .max(20)
    .register(fields, { label, keep: 'log', kind: 'organs', ...(hint && { hint }) })

export const category = (label: Text) =>
  z.string().min(1).max(80).refine(isPrintable, 'control').register(fields, { label, keep: 'log', kind: 'category' })

/** The number of an earlier case. */
export const caseNumber = (label: Text, hint?: Text, which: Pick<Field, 'after' | 'in'> = {}) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .min(1)
    .max(80)
    .refine(isPrintable, 'control')
    .register(fields, { label, keep: 'log', kind: 'case', ...(hint && { hint }), ...which })

export const count = (label: Text, min: number, max: number, hint?: Text) =>
  z.coerce
    .number()
    .int()
    .min(min)
    .max(max)
    .register(fields, { label, keep: 'log', kind: 'count', ...(hint && { hint }) })

export const flag = (label: Text, hint?: Text) =>
  z.boolean().register(fields, { label, keep: 'log', kind: 'flag', ...(hint && { hint }) })

/** Several lines of words, one thing a line. */
export const list = ({ keep = 'text', max = 20, ...ask }: Ask) =>
  z
    .array(z.string().trim().min(1).max(500).refine(isPrintable, 'control'))
    .min(1)
    .max(max)
    .register(fields, { ...ask, max, keep, kind: 'list' })

const idWord = (kind: 'leader' | 'act', label: Text, hint?: Text) =>
  z
    .string()
    .min(1)
    .max(80)
    .refine(isPrintable, 'control')
    .register(fields, { label, keep: 'log', kind, ...(hint && { hint }) })

export const leader = (label: Text, hint?: Text) => idWord('leader', label, hint)

/** An act that was done in this case. */
export const doneAct = (label: Text, hint?: Text) => idWord('act', label, hint)

/** What the case itself gives a form to be judged by; nobody fills it in. */
export const given = () =>
  z
    .string()
    .optional()
    .register(fields, { label: { zh: '渠道', en: 'Channel' }, keep: 'nowhere', kind: 'given' })

export const tel = (label: Text, hint?: Text) =>
  z
    .string()
    .trim()
    .max(40)
    .refine(value => 'ok' in parsePhone(value), 'phone')
    .transform(value => okOf(parsePhone(value), value))
    .register(fields, { label, keep: 'party', kind: 'tel', ...(hint && { hint }) })

export const residentId = (label: Text, hint?: Text, keep: Field['keep'] = 'party') =>
  z
    .string()
    .trim()
    .max(40)
    .refine(value => 'ok' in parseResidentId(value), 'residentId')
    .transform(value => okOf(parseResidentId(value), value))
    .register(fields, { label, keep, kind: 'id', ...(hint && { hint }) })

/** Everything but line breaks and tabs that cannot be seen is refused: it hides words or breaks files. */
export function isPrintable(value: string): boolean {
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value)
}

const okOf = (parsed: { ok: string } | object, value: string) => ('ok' in parsed ? parsed.ok : value)

export function keysOf<T extends Readonly<Record<string, Text>>>(
  options: T,
): [keyof T & string, ...(keyof T & string)[]] {
  const [first, ...rest] = Object.keys(options)
  if (first === undefined) throw new RangeError('A choice needs something to choose from')
  return [first, ...rest]
}

/** Each demand with what becomes of it: the words sealed, the outcomes in the log. */
export const outcomes = <const T extends Readonly<Record<string, Text>>>(label: Text, options: T) =>
  z
    .array(
      z.object({
        demand: z.string().trim().min(1).max(500).refine(isPrintable, 'control'),
        outcome: z.enum(keysOf(options)),
      }),
    )
    .min(1)
    .max(10)
    .register(fields, { label, options, keep: 'text', kind: 'outcomes', logs: value => outcomesOf(value) })

/** The last four digits of the telephone or identity number; compared and never kept. */
export const secondFact = () =>
  z
    .string()
    .trim()
    .regex(/^\d{3}[\dXx]$/, 'lastFour')
    .register(fields, {
      label: { zh: '电话或者身份证号码后四位', en: 'Last four of your telephone or identity number' },
      hint: { zh: '证明是您本人', en: 'To show that it is you' },
      keep: 'nowhere',
      kind: 'fact',
      max: 4,
    })
    .optional()

const outcomesOf = (value: unknown) =>
  Array.isArray(value)
    ? value.map(line => (typeof line === 'object' && line !== null && 'outcome' in line ? line.outcome : null))
    : []
