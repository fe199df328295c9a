import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'

/** Every statute a line may cite, with the day it came into force. */
// prettier-ignore
export const statutes = {
  XF:   { title: { zh: '信访工作条例', en: 'Regulations on Petition Work' }, inForce: '2022-05-01', articles: 50 },
  MFD:  { title: { zh: '民法典', en: 'Civil Code' }, inForce: '2021-01-01', articles: 1260 },
  DB:   { title: { zh: '代表法', en: 'Deputies Law' }, inForce: '2025-03-11', articles: 65 },
  DZF:  { title: { zh: '地方组织法', en: 'Local Organisation Law' }, inForce: '2022-03-12', articles: 90 },
  TA:   { title: { zh: '政协提案工作条例', en: 'Regulations on CPPCC Proposals' }, inForce: '2018-11-29', articles: 60 },
  GK:   { title: { zh: '政府信息公开条例', en: 'Regulations on Open Government Information' }, inForce: '2019-05-15', articles: 56 },
  PIPL: { title: { zh: '个人信息保护法', en: 'Personal Information Protection Law' }, inForce: '2021-11-01', articles: 74 },
  BMF:  { title: { zh: '保守国家秘密法', en: 'Law on Guarding State Secrets' }, inForce: '2024-05-01', articles: 65 },
  PJ:   { title: { zh: '信访事项办理群众满意度评价工作办法（试行）', en: 'Measures on Rating Petition Handling (trial)' }, inForce: '2022-05-01', articles: 20 },
} as const satisfies Record<string, { title: Text; inForce: Day; articles: number }>

type Statute = keyof typeof statutes

/** Statute and article, as in `XF 23(2)`; a measure without articles to name, as in `PJ` or `TA`; or the office's own practice. */
export type Citation = `${Statute} ${number}` | `${Statute} ${number}(${number})` | 'PJ' | 'TA' | 'office'

/** “信访工作条例 第三十四条”. */
export function sayCitation(citation: Citation): Text {
  if (citation === 'office') return { zh: '本机关工作规则', en: 'office practice' }
  const { statute, article, item } = parseCitation(citation)
  const { title } = statutes[statute]
  if (article === null) return title
  const zhItem = item === null ? '' : `第（${chineseNumber(item)}）项`
  const enItem = item === null ? '' : `(${item})`
  return { zh: `${title.zh} 第${chineseNumber(article)}条${zhItem}`, en: `${title.en}, art. ${article}${enItem}` }
}

export function parseCitation(citation: Exclude<Citation, 'office'>) {
  const [, word = '', article, item] = /^([A-Z]+)(?: (\d+)(?:\((\d+)\))?)?$/.exec(citation) ?? []
  if (!isStatute(word)) throw new RangeError(`No statute is named ${citation}`)
  return { statute: word, article: numberOrNull(article), item: numberOrNull(item) }
}

const isStatute = (word: string): word is Statute => word in statutes
const numberOrNull = (digits: string | undefined) => (digits === undefined ? null : Number(digits))

/** 1–9999 in Chinese numerals: 三十四, 二百零三. */
export function chineseNumber(n: number): string {
  const digits = '零一二三四五六七八九'
  const said = [...String(n)]
    .map((digit, i, all) =>
      digit === '0' ? '零' : (digits[Number(digit)] ?? '') + (['', '十', '百', '千'][all.length - 1 - i] ?? ''),
    )
    .join('')
  return said.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}
