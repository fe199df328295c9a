import { isDay } from './day.ts'
import type { Day } from './day.ts'
import type { Text } from './words.ts'

/** What a check makes of a text: the value as it is kept, or what is wrong and what to do. */
export type Checked<T = string> = { readonly ok: T } | { readonly problem: Text }

/**
 * GB 11643: the resident identity number. The area code may be an abolished one, so it is not looked up.
 * With `today`, nobody may be born later.
 */
export function parseResidentId(text: string, today?: Day): Checked {
  const id = bare(text).toUpperCase()
  if (!/^\d{17}[\dX]$/.test(id)) return { problem: notAnId }
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(born) || (today !== undefined && born > today)) return { problem: notBorn(born) }
  return idCheck(id) === id[17] ? { ok: id } : { problem: wrongIdCheck }
}

/** GB 32100: the unified social credit code. */
export function parseCreditCode(text: string): Checked {
  const code = bare(text).toUpperCase()
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return { problem: notACode }
  return codeCheck(code) === code[17] ? { ok: code } : { problem: wrongCodeCheck }
}

/** A mobile number of the mainland: its eleven digits. */
export function parseMobile(text: string): Checked {
  const number = withoutCountry(text)
  return /^1[3-9]\d{9}$/.test(number) ? { ok: number } : { problem: notAMobile }
}

/** A landline with its area code, 0413-56501234 or 0413-56501234-801. */
export function parseLandline(text: string): Checked {
  const found = /^(01\d|02\d|0[3-9]\d{2})(\d{7,8})(?:(?:x|ext\.?|转)(\d{1,5}))?$/i.exec(landlineDigits(text))
  return found ? { ok: found.slice(1).filter(Boolean).join('-') } : { problem: notALandline }
}

/** Either kind of telephone. */
export function parsePhone(text: string): Checked {
  const asMobile = parseMobile(text)
  const asLandline = parseLandline(text)
  return 'ok' in asMobile ? asMobile : 'ok' in asLandline ? asLandline : { problem: notAPhone }
}

/** Full-width figures become plain; spaces, dashes and invisible marks go. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}]/gu, '')

const withoutCountry = (text: string): string => bare(text).replace(/^(?:\(?(?:\+|00)86\)?|86(?=1\d{10}$))/, '')

/** The area code stands as 0413, (0413) or +86 413; a third group after a dash is the extension. */
function landlineDigits(text: string): string {
  const groups = text.normalize('NFKC').replace(/\p{Pd}/gu, '-')
  const marked = groups.replace(/(\d{7,8})\s*-\s*(\d{1,5})\s*$/, '$1x$2')
  return withoutCountry(marked)
    .replace(/[()]/g, '')
    .replace(/^(?=[1-9]\d{8,})/, /^\s*(?:\+|00)\s*86/.test(groups) ? '0' : '')
}

function idCheck(id: string): string | undefined {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((sum, weight, i) => sum + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11]
}

function codeCheck(code: string): string | undefined {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((sum, weight, i) => sum + weight * alphabet.indexOf(code.charAt(i)), 0)
  return alphabet[(31 - (sum % 31)) % 31]
}

const notAnId: Text = {
  zh: '公民身份号码应为18位：前17位数字，末位数字或X。请对照证件核对后重填',
  en: 'A resident identity number has 18 characters: 17 digits, then a digit or X. Compare it with the card',
}

const notBorn = (born: string): Text => ({
  zh: `公民身份号码第7至14位应为出生日期，${born}不存在或晚于今天。请对照证件核对后重填`,
  en: `Digits 7 to 14 of the identity number are the date of birth; ${born} does not exist or is yet to come. Compare it with the card`,
})

const wrongIdCheck: Text = {
  zh: '公民身份号码的校验位不符（GB 11643），有一位填错。请对照证件核对后重填',
  en: 'The last character of the identity number does not fit the others (GB 11643): one is wrong. Compare it with the card',
}

const notACode: Text = {
  zh: '统一社会信用代码应为18位：2位代码、6位区划数字、10位数字或大写字母（不含I、O、S、V、Z）。请对照证照核对后重填',
  en: 'A unified social credit code has 18 characters: 2, then 6 digits of the area, then 10, without I, O, S, V, Z. Compare it with the certificate',
}

const wrongCodeCheck: Text = {
  zh: '统一社会信用代码的校验位不符（GB 32100），有一位填错。请对照证照核对后重填',
  en: 'The last character of the credit code does not fit the others (GB 32100): one is wrong. Compare it with the certificate',
}

const notAMobile: Text = {
  zh: '手机号码应为11位数字，以13至19开头。请核对后重填',
  en: 'A mobile number has 11 digits and begins with 13 to 19. Check it and enter it again',
}

const notALandline: Text = {
  zh: '固定电话应带区号，如 0413-56501234。请补上区号后重填',
  en: 'A landline needs its area code, such as 0413-56501234. Add it and enter it again',
}

const notAPhone: Text = {
  zh: '电话应为一个11位手机号码，或带区号的固定电话（如 0413-56501234）。请核对，只留一个号码',
  en: 'A telephone is one mobile number of 11 digits or a landline with area code, such as 0413-56501234. Check it and keep one number',
}
