import { z } from 'zod'
import type { Db } from '../db/dialect.ts'
import type { SessionRuleTable } from '../db/tables.ts'
import { isDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import { isTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { isPrintable } from '../procedures/fields.ts'
import type { Parameter } from '../procedures/parameter.ts'

/** A rule of a session: a procedure's parameter, with what a row of a list may mean. */
export type Rule = Omit<Parameter, 'unit'> & {
  unit: Parameter['unit'] | 'day' | 'list'
  means?: Readonly<Record<string, Text>>
}

/** One row of a list: an answer class, a ground for not admitting. */
export type Entry = z.infer<typeof entry>

/** The rules of a session in force on a day, by name. */
export async function rulesOn(db: Db, session: string, day: Day): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('session_rules')
    .select(['name', 'value'])
    .where('session', '=', session)
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Every value rules of this session have or will have, the first first. */
export const listRules = (db: Db, session: string): Promise<SessionRuleTable[]> =>
  db
    .selectFrom('session_rules')
    .selectAll()
    .where('session', '=', session)
    .orderBy('name')
    .orderBy('from_day')
    .execute()

/** The rows of a list; none where the value is no list. */
export function entriesOf(value: string): Entry[] {
  try {
    return entries.parse(JSON.parse(value))
  } catch {
    return []
  }
}

/** Whether a value is one the rule can have. */
export function isValueOf(rule: Rule, value: string): boolean {
  if (rule.choices) return Object.hasOwn(rule.choices, value)
  switch (rule.unit) {
    case 'term':
      return isTerm(value)
    case 'number':
      return /^\d{1,4}$/.test(value)
    case 'day':
      return value === '' || isDay(value)
    case 'list':
      return isListOf(rule, entriesOf(value))
    default:
      return value.trim() !== '' && value.length <= 200 && isPrintable(value)
  }
}

/** Where every row of the standard means something, so must every local row. */
export const mustMean = ({ means, standard }: Rule): boolean =>
  means !== undefined && entriesOf(standard).every(row => row.means !== undefined)

const isListOf = (rule: Rule, rows: readonly Entry[]) =>
  rows.length > 0 &&
  new Set(rows.map(({ code }) => code)).size === rows.length &&
  rows.every(({ means }) => (means === undefined ? !mustMean(rule) : Object.hasOwn(rule.means ?? {}, means)))

const said = z.string().trim().min(1).max(200).refine(isPrintable)
export const codePattern = /^[\p{L}\p{N}_-]{1,40}$/u
const entry = z.object({ code: z.string().regex(codePattern), zh: said, en: said, means: z.string().optional() })
const entries = z.array(entry).max(40)
