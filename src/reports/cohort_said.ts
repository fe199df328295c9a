import type { Text } from '../law/words.ts'
import { about as whole } from './counted.ts'
import type { Cohort, Lines, Stretch, Test } from './cohort.ts'

/**
 * The lines a side of a figure counts, said from the data it is counted by: whoever doubts the formula in words can
 * hold it against this.
 */
export function sayCohort(cohort: Cohort): Text {
  if ('lines' in cohort) return join(cohort.lines.map(sayLines), { zh: '；', en: '; ' })
  if ('due' in cohort) {
    const clocks = [...new Set(cohort.due.map(({ deadline }) => deadline))].join('、')
    const days = stretches[cohort.days]
    return {
      zh: `每件一次：due 行（${clocks}），${days.zh}，合计大于 0`,
      en: `each matter once: lines “due” (${clocks.replaceAll('、', ', ')}), ${days.en}, not cancelled out`,
    }
  }
  if ('either' in cohort) {
    const said = join(cohort.either.map(sayCohort), { zh: '；或者 ', en: '; or ' })
    return { zh: `每件一次：${said.zh}`, en: `each matter once: ${said.en}` }
  }
  const [of, tests] = [sayCohort(cohort.of), join(cohort.having.map(sayTest), { zh: '，并且', en: ', and ' })]
  return { zh: `${of.zh}；其中${tests.zh}`, en: `${of.en}; of these those with ${tests.en}` }
}

function sayLines({ kind, about, days, weight, people, only = {} }: Lines): Text {
  const limits: Text[] = [
    ...(about && !isWhole(kind, about) ? [codes(about)] : []),
    ...(only.procedure === undefined ? [] : [{ zh: `类型 ${only.procedure}`, en: `procedure ${only.procedure}` }]),
    ...(only.channel === undefined ? [] : [{ zh: `渠道 ${only.channel}`, en: `channel ${only.channel}` }]),
    ...((only.headsFrom ?? 1) > 1 ? [{ zh: `${only.headsFrom}人以上`, en: `${only.headsFrom} people or more` }] : []),
    ...(only.imported === undefined ? [] : [only.imported ? imported : here]),
  ]
  const { zh, en } = join([stretches[days], ...limits], { zh: '，', en: ', ' })
  const minus = weight === -1 ? { zh: '减去 ', en: 'less ' } : { zh: '', en: '' }
  const heads = people ? { zh: '，按人数相加', en: ', adding up the people' } : { zh: '', en: '' }
  return { zh: `${minus.zh}${kind} 行，${zh}${heads.zh}`, en: `${minus.en}lines “${kind}”, ${en}${heads.en}` }
}

function sayTest(asked: Test | { readonly not: Test }): Text {
  const [test, isNot] = 'not' in asked ? [asked.not, true] : [asked, false]
  const limits: Text[] = [
    ...(test.about && !test.kinds.some(kind => isWhole(kind, test.about ?? [])) ? [codes(test.about)] : []),
    ...(test.byThrough ? [{ zh: '不晚于统计截止日', en: 'by the through day' }] : []),
    ...(test.byDue ? [{ zh: '不晚于期限日', en: 'by the day it was due' }] : []),
    ...(test.onDue ? [{ zh: '在期限日', en: 'on the day it was due' }] : []),
    ...(test.keptSinceDue
      ? [{ zh: '录入日不晚于期限日，其后未撤销', en: 'recorded by the day it was due and not taken back since' }]
      : []),
    ...(test.recordedByDue ? [{ zh: '录入日不晚于期限日', en: 'recorded by the day it was due' }] : []),
  ]
  const { zh, en } = join(limits, { zh: '，', en: ', ' })
  const [zhKinds, enKinds] = [test.kinds.join('、'), test.kinds.join(', ')]
  const [zhLimits, enLimits] = limits.length > 0 ? [`（${zh}）`, ` (${en})`] : ['', '']
  return {
    zh: `${isNot ? '没有' : '有'} ${zhKinds} 行${zhLimits}`,
    en: `${isNot ? 'no ' : ''}lines “${enKinds}”${enLimits}`,
  }
}

const isWhole = (kind: string, about: readonly string[]) =>
  Object.entries(whole).some(([line, all]) => line === kind && all.length === about.length)

const codes = (about: readonly string[]): Text => ({ zh: about.join('、'), en: about.join(', ') })

const join = (texts: readonly Text[], by: Text): Text => ({
  zh: texts.map(({ zh }) => zh).join(by.zh),
  en: texts.map(({ en }) => en).join(by.en),
})

const imported = { zh: '只计导入的', en: 'imported only' }
const here = { zh: '不计导入的', en: 'imported ones left out' }

// prettier-ignore
const stretches = {
  'in the month': { zh: '计入日在本期内', en: 'on a day in the period' },
  'in the whole month': { zh: '计入日在整个统计期内，不限于统计截止日', en: 'on a day in the whole period, past the through day too' },
  'up to the end': { zh: '计入日不晚于期末', en: 'on a day up to the end of the period' },
  'before, as it then stood': { zh: '计入日在期初以前，按期初以前的情况', en: 'on a day before the period, by what had happened before it' },
  'before, as it stands at the end': { zh: '计入日在期初以前，按期末的情况', en: 'on a day before the period, by what has happened by its end' },
  'before, changed in the month': { zh: '计入日在期初以前、本期内才改变的', en: 'on a day before the period, changed within it' },
} satisfies Record<Stretch, Text>
