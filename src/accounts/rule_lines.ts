import type { SessionRuleTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { sayRule, saySource } from './rule_words.ts'
import type { Rule } from './rules.ts'

/** Each rule of a session as it stands on a day, what it will be, and the standard where it differs. */
export const linesOf = (rules: Readonly<Record<string, Rule>>, rows: readonly SessionRuleTable[], day: Day) =>
  Object.entries(rules).map(([name, rule]) => {
    const own = rows.filter(row => row.name === name)
    const now = own.findLast(row => row.from_day <= day)
    const next = own.find(row => row.from_day > day)
    const value = now?.value ?? rule.standard
    return {
      name,
      title: rule.title,
      group: groups[rule.unit],
      value: sayRule(rule, value),
      from: now?.from_day ?? null,
      source: saySource(rule, now?.source ?? rule.source.zh),
      isLocal: value !== rule.standard,
      standard: sayRule(rule, rule.standard),
      next: next && { value: sayRule(rule, next.value), from: next.from_day },
    }
  })

const groups = {
  term: 'days',
  day: 'days',
  number: 'ways',
  words: 'ways',
  choice: 'ways',
  list: 'lists',
} as const satisfies Record<Rule['unit'], string>
