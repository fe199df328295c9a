import type { Text } from '../law/words.ts'
import { isPrintable } from '../procedures/fields.ts'
import type { Errors } from '../procedures/read_form.ts'
import { codePattern, mustMean } from './rules.ts'
import type { Entry, Rule } from './rules.ts'

/** A posted form as it came. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** What was typed into one field, however often it came or not at all. */
export const one = (typed: Typed, name: string): string =>
  Object.hasOwn(typed, name) ? (typed[name]?.[0]?.trim() ?? '') : ''

/** The rows of a list as its form shows them: `rows.0.code`, `rows.0.zh` … */
export const rowsTyped = (rows: readonly Entry[]): Typed =>
  Object.fromEntries(
    rows.flatMap(({ code, zh, en, means }, i) =>
      Object.entries({ code, zh, en, means: means ?? '' }).map(([part, value]) => [`rows.${i}.${part}`, [value]]),
    ),
  )

/** As many rows as were typed: one that was cleared is gone. */
export function readRows(rule: Rule, typed: Typed): { value: string } | { errors: Errors } {
  const rows = Array.from({ length: mostRows }, (_, at) => rowAt(typed, at)).filter(isTyped)
  const errors = Object.assign({}, ...rows.map((row, i) => problemsOf(rule, row, isTaken(row, rows.slice(0, i)))))
  if (rows.length === 0) return { errors: { 'rows.0.code': [oneAtLeast] } }
  return Object.keys(errors).length > 0
    ? { errors }
    : { value: JSON.stringify(rows.map(({ code, zh, en, means }) => ({ code, zh, en, ...(means && { means }) }))) }
}

/** More than any list a house has needed. */
export const mostRows = 40

type Row = { at: number; code: string; zh: string; en: string; means: string }

function rowAt(typed: Typed, at: number): Row {
  const part = (name: string) => one(typed, `rows.${at}.${name}`)
  return { at, code: part('code'), zh: part('zh'), en: part('en'), means: part('means') }
}

const isTyped = ({ code, zh, en }: Row) => code !== '' || zh !== '' || en !== ''

const isTaken = ({ code }: Row, before: readonly Row[]) => before.some(row => row.code === code)

function problemsOf(rule: Rule, { at, code, zh, en, means }: Row, isTaken: boolean): Errors {
  const isMeant = means === '' ? !mustMean(rule) : Object.hasOwn(rule.means ?? {}, means)
  const wrong = (part: string, problem: Text) => ({ [`rows.${at}.${part}`]: [inRow(at, problem)] })
  return {
    ...(isTaken && wrong('code', twice(code))),
    ...(!codePattern.test(code) && wrong('code', badCode)),
    ...(!isSaid(zh) && wrong('zh', noChinese)),
    ...(!isSaid(en) && wrong('en', noEnglish)),
    ...(!isMeant && wrong('means', noMeaning)),
  }
}

const isSaid = (words: string) => words !== '' && words.length <= 200 && isPrintable(words)
const inRow = (at: number, { zh, en }: Text): Text => ({ zh: `第${at + 1}行：${zh}`, en: `Row ${at + 1}: ${en}` })

const oneAtLeast: Text = { zh: '至少填写一行', en: 'Fill in at least one row' }
const twice = (code: string): Text => ({ zh: `代码“${code}”重复`, en: `“${code}” is there twice` })
const badCode: Text = {
  zh: '代码由文字、数字、连字符组成，最多40个字',
  en: 'the code is letters, digits and hyphens, at most 40',
}
const noChinese: Text = { zh: '请填写中文，最多200个字', en: 'enter the Chinese words, at most 200 characters' }
const noEnglish: Text = { zh: '请填写英文，最多200个字符', en: 'enter the English words, at most 200 characters' }
const noMeaning: Text = { zh: '请选择这一行的含义', en: 'choose what this row means' }
