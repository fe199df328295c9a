import { isTerm, parseTerm } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import { entriesOf, isValueOf } from './rules.ts'
import type { Rule } from './rules.ts'
import { one, readRows, rowsTyped } from './rule_rows.ts'
import type { Typed } from './rule_rows.ts'

/** A value as its form shows it. */
export function typedOf(rule: Rule, value: string): Typed {
  if (rule.unit === 'list') return rowsTyped(entriesOf(value))
  if (rule.unit !== 'term' || !isTerm(value)) return { value: [value] }
  const { count, unit } = parseTerm(value)
  return { count: [String(count)], unit: [unit] }
}

/** What was typed as a value of the rule, or what is wrong with it under the field's name. */
export function readRule(rule: Rule, typed: Typed): { value: string } | { errors: Errors } {
  if (rule.unit === 'list') return readRows(rule, typed)
  const value = one(typed, 'value')
  if (rule.unit === 'term') return readTerm(typed)
  if (isValueOf(rule, value)) return { value: rule.unit === 'number' ? String(Number(value)) : value }
  return { errors: { value: [rule.choices ? toChoose : (expected[rule.unit] ?? toFill)] } }
}

/** In a session both the number and which days count are local. */
function readTerm(typed: Typed): { value: string } | { errors: Errors } {
  const [count, unit] = [one(typed, 'count'), one(typed, 'unit')]
  const [isCount, isUnit] = [/^[1-9]\d{0,3}$/.test(count), isTerm(`1 ${unit}`)]
  return isCount && isUnit
    ? { value: `${count} ${unit}s` }
    : { errors: { ...(!isCount && { count: [toCount] }), ...(!isUnit && { unit: [toMeasure] }) } }
}

const toFill: Text = { zh: '请填写新的值', en: 'Enter the new value' }
const toChoose: Text = { zh: '请选择新的值', en: 'Choose the new value' }
const toCount: Text = { zh: '请填写1到9999的整数', en: 'Enter a whole number from 1 to 9999' }
const toMeasure: Text = { zh: '请选择怎样计算', en: 'Choose how it is counted' }
const expected: Readonly<Record<string, Text>> = {
  number: { zh: '请填写0到9999的整数', en: 'Enter a whole number from 0 to 9999' },
  day: { zh: '请填写日期，没有这样的日期就空着', en: 'Enter a day, or leave it empty where there is none' },
}
