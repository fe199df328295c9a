import { isDay, sayDay } from '../law/day.ts'
import { isTerm, sayTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import { entriesOf } from './rules.ts'
import type { Entry, Rule } from './rules.ts'

/** A value of a rule in words. */
export function sayRule(rule: Rule, value: string): Text | string {
  const choice = rule.choices?.[value]
  if (choice) return choice
  if (rule.unit === 'list') return sayList(rule, entriesOf(value))
  if (rule.unit === 'day') return isDay(value) ? sayDay(value) : noDay
  return isTerm(value) ? sayTerm(value) : value
}

/** The standard's own source is known in both languages; what an administrator typed is as typed. */
export const saySource = (rule: Rule, source: string): Text | string =>
  source === rule.source.zh ? rule.source : source

function sayList({ means }: Rule, rows: readonly Entry[]): Text {
  const meant = (row: Entry) => (row.means === undefined ? undefined : means?.[row.means])
  const zh = (row: Entry) => `${row.code} ${row.zh}${meant(row) ? `（${meant(row)?.zh}）` : ''}`
  const en = (row: Entry) => `${row.code} ${row.en}${meant(row) ? ` (${meant(row)?.en})` : ''}`
  return { zh: rows.map(zh).join('；'), en: rows.map(en).join('; ') }
}

const noDay: Text = { zh: '不定日期', en: 'no such day' }
