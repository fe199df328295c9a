import type { SessionRuleTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Procedure } from '../procedures/procedure.ts'

type Pattern = { name: string; value: string; from: Day }

/** What is wrong with a pattern that numbers are drawn from; nothing is with any other rule. */
export function problemOfPattern(
  { numbered }: Pick<Procedure, 'numbered'>,
  { name, value, from }: Pattern,
  rules: readonly SessionRuleTable[],
): Text | undefined {
  const patterns = Object.values(numbered ?? {})
  if (!patterns.includes(name)) return undefined
  if (!value.includes('{n}')) return needsNumber
  const others = rules.filter(rule => rule.name !== name && patterns.includes(rule.name))
  return others.some(rule => rule.value === value && isInForceFrom(rule, from, others)) ? sameAsOther : undefined
}

/** On that day or later. */
const isInForceFrom = (rule: SessionRuleTable, from: Day, rules: readonly SessionRuleTable[]) =>
  !rules.some(({ name, from_day }) => name === rule.name && from_day > rule.from_day && from_day <= from)

const needsNumber: Text = {
  zh: '编号里须有顺序号{n}，否则各件编号相同',
  en: 'The number needs {n}, its place in the series; without it all would be numbered alike',
}
const sameAsOther: Text = {
  zh: '会议期间和闭会期间的编号不能相同，请改用另一种写法',
  en: 'Numbers in session and between sessions may not look the same; write it another way',
}
