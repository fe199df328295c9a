import type { Text } from './words.ts'

export type Unit = (typeof units)[number]

/** A length of time as the law gives it. The unit says which days count, so a bare '15 days' is not a term. */
export type Term = `${number} ${Unit}` | `${number} ${Unit}s`

/** Whether the text is a term: a whole number from 1 to 9999 and a unit. */
export const isTerm = (text: string): text is Term => read(text) !== null

/** How many of which unit. RangeError when the text is no term. */
export function parseTerm(term: Term): { count: number; unit: Unit } {
  const parts = read(term)
  if (!parts) throw new RangeError(`Not a term (a whole number of ${units.join('s, ')}s): ${term}`)
  return parts
}

/** The term as a notice prints it, in both languages. RangeError when the text is no term. */
export function sayTerm(term: Term): Text {
  const { count, unit } = parseTerm(term)
  return { zh: `${count}${measure[unit]}`, en: `${count} ${unit}${count === 1 ? '' : 's'}` }
}

const units = ['calendar day', 'working day', 'calendar month', 'hour'] as const

const measure = {
  'calendar day': '日',
  'working day': '个工作日',
  'calendar month': '个月',
  hour: '小时',
} as const satisfies Record<Unit, string>

function read(text: string): { count: number; unit: Unit } | null {
  const [, digits, word] = /^([1-9]\d{0,3}) (.+?)s?$/.exec(text) ?? []
  const unit = units.find(unit => unit === word)
  return unit ? { count: Number(digits), unit } : null
}
