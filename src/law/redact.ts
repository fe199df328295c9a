import { narrow, numbersIn } from './personal_numbers.ts'

/** What is known of those whom a text must not give away. */
export type Known = {
  /** Names of which the surname may stay; and names of which nothing may. */
  readonly names: readonly string[]
  readonly hidden: readonly string[]
  /** Telephones on record. */
  readonly phones: readonly string[]
}

export type Problem = { readonly kind: 'phone' | 'id' | 'email' | 'name'; readonly found: string }

/**
 * The text as it may be published (《政府信息公开条例》 arts. 15, 37): telephones as 138****5678, no identity number, names
 * as 张某某, addresses to the street. Whoever publishes it reads it all the same.
 */
export function redact(text: string, known: Known): string {
  const covers = [...numbersIn(text, known.phones), ...namesIn(text, known)]
  return covers
    .toSorted((a, b) => b.at - a.at)
    .reduce((said, { at, end, mask }) => said.slice(0, at) + mask + said.slice(end), text)
    .replace(houses, '')
}

/** What must still not be published, as it stands in the text. */
export function problemsIn(text: string, known: Known): Problem[] {
  return [...numbersIn(text, known.phones), ...namesIn(text, known)]
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind, at, end }) => ({ kind, found: text.slice(at, end) }))
}

/** `张某某`, `欧阳某某`; of a name in Latin letters nothing stays. */
export function maskName(name: string): string {
  const bare = name.replace(between, '')
  if (!/^\p{Script=Han}/u.test(bare)) return '某某'
  const surname = bare.length > 2 && compound.includes(bare.slice(0, 2)) ? bare.slice(0, 2) : [...bare][0]
  return `${surname}某某`
}

/** Each name, longest first, also where somebody wrote it with spaces. */
function namesIn(text: string, { names, hidden }: Known) {
  const plain = narrow(text)
  const sought = [
    ...hidden.map(name => ({ name, mask: '某某' })),
    ...names.map(name => ({ name, mask: maskName(name) })),
  ].toSorted((a, b) => b.name.length - a.name.length)
  const found = sought.flatMap(({ name, mask }) =>
    [...plain.matchAll(nameIn(name))].map(({ 0: said, index }) => {
      return { kind: 'name' as const, at: index, end: index + said.length, mask }
    }),
  )
  return found.filter((one, i) => !found.slice(0, i).some(({ at, end }) => one.at < end && at < one.end))
}

const between = /[^\S\n]|\p{Cf}/gu
const never = /(?!)/g

/** A Latin name is a word of its own; a single letter names nobody. */
function nameIn(name: string): RegExp {
  const letters = [...narrow(name).replace(between, '')]
  if (letters.length < 2) return never
  const source = letters
    .map(letter => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
    .join(String.raw`(?:[^\S\n]|\p{Cf})*`)
  return letters.every(letter => /\p{Script=Han}/u.test(letter))
    ? new RegExp(source, 'gu')
    : new RegExp(String.raw`(?<!\p{Script=Latin})${source}(?!\p{Script=Latin})`, 'giu')
}

const compound =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 夏侯 端木 呼延 南宫 独孤 轩辕 西门 申屠 澹台 太史 淳于 钟离 闻人 赫连 万俟 濮阳'.split(
    ' ',
  )

const figure = '(?:[0-9０-９]{1,4}|[一二三四五六七八九十百零〇]{1,4})'
const unit = `(?:${figure}|[A-Za-zＡ-Ｚ甲乙丙丁])`
const dash = String.raw`[-－—–]`
const place = '(?<=路|街|巷|弄|道|胡同|里|村|屯|小区|花园|家园|公寓|大厦|苑|园|庄|社区|坊)'
const within = `(?:\\s?${unit}(?:号楼|号院|栋|幢|座|单元|门洞|层|楼|室|房))`
const room = String.raw`(?:\s?[0-9０-９]{3,4}(?![0-9０-９年户个部米元万]))?`

/** What stands behind the street: houses, buildings, staircases, floors and rooms; not line 1, nor document 12. */
const houses = new RegExp(
  [
    `${place}\\s?${figure}(?:${dash}${figure})*号(?!线|文|令|井|机|公告|建议|提案|议案|桥)(?:院|楼)?(?:[至到、]${figure}号(?:院|楼)?)*${within}*${room}`,
    `${place}\\s?${figure}${dash}${figure}${dash}${figure}(?:室|号)?`,
    `(?<![0-9０-９])${unit}(?:号楼|号院|栋|幢|座)${within}*\\s?${unit}(?:单元|室|房)${within}*${room}`,
    `(?<![0-9０-９])${unit}单元${within}*\\s?${unit}(?:室|房)`,
  ].join('|'),
  'gu',
)
