import * as identifiers from '../law/identifiers.ts'
import type { Checked } from '../law/identifiers.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'

/** The word of a cell as one of the ledger's ids: the id itself, or how offices say it. */
export const parseProcedure = wordOf({
  petition: ['信访', '信访事项', '信访件'],
  'deputy-suggestion': ['建议', '代表建议', '人大建议', '人大代表建议'],
  'cppcc-proposal': ['提案', '政协提案', '委员提案', '政协委员提案'],
  'service-request': ['诉求', '群众诉求', '服务诉求', '热线诉求', '12345诉求'],
})

export const parseKind = wordOf({
  suggestion: ['建议意见类', '建议意见', '意见建议'],
  accusation: ['检举控告类', '检举控告'],
  appeal: ['申诉求决类', '申诉求决', '申诉', '求决'],
})

/** 信访工作条例 31: the six ways of handling an appeal. */
export const parseRoute = wordOf({
  '1': ['一', '第一项', '(一)', '第1项'],
  '2': ['二', '第二项', '(二)', '第2项'],
  '3': ['三', '第三项', '(三)', '第3项'],
  '4': ['四', '第四项', '(四)', '第4项'],
  '5': ['五', '第五项', '(五)', '第5项'],
  '6': ['六', '第六项', '(六)', '第6项'],
})

export const parseChannel = wordOf({
  online: ['网信', '网上', '网络信息', '网上信访', '网络', '网站', '互联网'],
  letter: ['来信', '书信', '信件', '书面来信'],
  phone: ['电话', '来电', '热线', '12345'],
  fax: ['传真'],
  visit: ['走访', '来访', '上访'],
})

export const parseRating = wordOf({
  satisfied: ['满意'],
  basically: ['基本满意'],
  dissatisfied: ['不满意'],
})

/** One line of at most so many characters; line breaks and tabs inside become a space. */
export const parseLine =
  (most: number) =>
  (text: string): Checked => {
    const line = text.trim().replace(/\s*[\t\r\n\u2028\u2029]\s*/g, ' ')
    return line.length <= most ? { ok: line } : { problem: tooLong(line.length, most) }
  }

/** A text as it is, line breaks and all. */
export const parseBody = (text: string): Checked =>
  text.length <= 100_000 ? { ok: text } : { problem: tooLong(text.length, 100_000) }

export const parseNumber = (text: string): Checked => (isShortened(text) ? { problem: shortened } : parseLine(64)(text))

export const parsePhone = (text: string): Checked =>
  isShortened(text) ? { problem: shortened } : identifiers.parsePhone(text)

/** What looks like an identity number or credit code must be a right one; other papers are kept as they are. */
export function parseIdNumber(text: string, today: Day): Checked {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (isShortened(number)) return { problem: shortened }
  if (/^\d{13,}X?$/.test(number)) return identityOrCredit(number, today)
  if (/^[0-9A-Z]{18}$/.test(number)) return identifiers.parseCreditCode(number)
  return /^[\p{L}\p{N}()〔〕-]{4,40}$/u.test(number) ? { ok: number } : { problem: notAPaper }
}

/** Some credit codes are all digits; what is neither is told as the identity number it most likely is. */
function identityOrCredit(number: string, today: Day): Checked {
  const asCredit = identifiers.parseCreditCode(number)
  return 'ok' in asCredit ? asCredit : identifiers.parseResidentId(number, today)
}

/** A character no text may hold, named and placed; tabs and line breaks are fine. */
export function controlProblem(text: string): Text | undefined {
  const at = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Cs}/u)
  if (at < 0) return undefined
  const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    zh: `第${at + 1}个字符是看不见的控制字符 ${name}。请删去后重试`,
    en: `Character ${at + 1} is the control character ${name}. Delete it and try again`,
  }
}

/** Takes an id or one of its words, however spaced, cased or widened. */
function wordOf<W extends string>(table: Record<W, readonly string[]>): (text: string) => Checked<W> {
  const isId = (name: string): name is W => Object.hasOwn(table, name)
  const ids = Object.keys(table).filter(isId)
  const byWord = new Map(ids.flatMap(id => [id, ...table[id]].map((word): [string, W] => [plain(word), id])))
  const problem = unknownWord(ids.map(id => [id, table[id][0] ?? id]))
  return text => {
    const id = byWord.get(plain(text))
    return id === undefined ? { problem } : { ok: id }
  }
}

function plain(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\s\p{Cf}_]/gu, '')
    .toLowerCase()
}

function unknownWord(words: readonly (readonly [string, string])[]): Text {
  return {
    zh: `不在可用的词之内。请改为：${words.map(([, zh]) => zh).join('、')}`,
    en: `Not one of the words in use. Write ${words.map(([id]) => id).join(', ')}`,
  }
}

/** 1.10105E+17 is what a spreadsheet leaves of a long number. */
const isShortened = (text: string): boolean => /^\s*\d(\.\d+)?E\+\d+\s*$/i.test(text)

const shortened: Text = {
  zh: '表格软件已把这个长数字缩写，原数字丢失。请把该列设为“文本”格式后重新填写',
  en: 'The spreadsheet has shortened this long number and lost its digits. Format the column as text and enter it again',
}

const tooLong = (length: number, most: number): Text => ({
  zh: `共${length}个字符，最多${most}个。请缩短`,
  en: `It has ${length} characters; at most ${most} fit. Shorten it`,
})

const notAPaper: Text = {
  zh: '看不懂的证件号（可能被遮盖）。请填写完整号码，没有的留空',
  en: 'This is no number of a paper (it may be masked). Enter it in full, or leave the cell empty',
}
