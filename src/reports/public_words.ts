import type { Text } from '../law/words.ts'
import type { PublicFigure, PublicRow, PublicTable } from './public_release.ts'

/** A row of a table as it is read: organs stand below their kind, what is merged stands last. */
export type Line = { name: Text; isPart: boolean; n: number }

export const linesOf = ({ rows, others }: Pick<PublicRow, 'rows' | 'others'>, isPart = false): Line[] => [
  ...rows.flatMap(row => [{ name: row.name, isPart, n: row.n }, ...linesOf(row, true)]),
  ...(others === null ? [] : [{ name: merged, isPart, n: others }]),
]

export const titleOf = ({ of, by }: Pick<PublicTable, 'of' | 'by'>): Text => {
  const [what, how] = [of === 'received' ? received : answered, ways[by]]
  return { zh: `${what.zh}（${how.zh}）`, en: `${what.en} ${how.en}` }
}

/** `96.16 %` with the counts it is made of, a count, or that there are fewer than ten. */
export function sayFigure({ numerator, denominator, rate }: PublicFigure): Text {
  if (denominator === undefined) return numerator === null ? few : { zh: String(numerator), en: String(numerator) }
  if (numerator === null || denominator === null || !rate) return few
  const said = `${rate}%`
  return { zh: `${said}（${numerator}÷${denominator}）`, en: `${said} (${numerator} ÷ ${denominator})` }
}

const few = { zh: '少于10件，不公布', en: 'Fewer than 10, not published' }
const merged = { zh: '其余', en: 'Others' }
const received = { zh: '收件', en: 'Received' }
const answered = { zh: '办复', en: 'Answered' }

const ways = {
  channel: { zh: '按渠道', en: 'by channel' },
  category: { zh: '按内容分类', en: 'by category' },
  organ: { zh: '按单位', en: 'by organ' },
} satisfies Record<PublicTable['by'], Text>
