import { eachByItself } from './treatment.ts'
import type { Treatment } from './treatment.ts'

/** How figures of what fell due count what did not go straight through. */

/** What fell due it came. */
export const ofDue: Treatment = {
  carryOver: {
    zh: '不论何时收到，期限在本期届满的都计',
    en: 'whenever it was received, if its deadline falls in the period',
  },
  reopening: {
    zh: '原期限仍在应结之内，原答复撤销后不再算已办复；新期限另归其届满之期',
    en: 'the first deadline stays, and its voided answer no longer meets it; the new deadline counts in its own period',
  },
  merging: eachByItself,
  withdrawal: {
    zh: '届满以前撤回的不计；届满以后撤回的仍计，算未办复',
    en: 'withdrawn before the deadline it does not count; after it, it does, as not answered',
  },
  transfer: {
    zh: '届满以前移交、收回的不计入原单位，按新单位的期限计；届满以后移交的仍计入原单位',
    en: 'handed on before the deadline, it counts by the next organ’s; after it, it stays with the one that was late',
  },
  redo: {
    zh: '同恢复办理：原期限、新期限分别归其届满之期；几个期限在同一期届满的，该件只计一次，以其中最后的届满日判断是否按期（届次通报的按期办复率则要求每个期限都没有超过）',
    en: 'as a reopening: each deadline in its own period; where several fall in the same one, the matter counts once, and is on time if answered by the last of those days (a session’s bulletin asks that none of them ran out)',
  },
  lateRecording: {
    zh: '按答复的法定日期判断是否按期；届满以后才录入的列入“迟录”',
    en: 'on time by the legal day of the answer; what was recorded only after the deadline stands under “Recorded late”',
  },
}

/** The first steps after receipt, by their own deadlines. */
export const ofAcceptance: Treatment = {
  ...ofDue,
  reopening: {
    zh: '恢复受理的重新起算登记期限，另归其届满之期；恢复办理不影响',
    en: 'revived, it has a new deadline in its own period; a reopening changes nothing',
  },
  withdrawal: {
    zh: '届满以前撤回的不计；届满以后撤回的仍计，算未按期',
    en: 'withdrawn before the deadline it does not count; after it, it does, as missed',
  },
  redo: { zh: '不影响', en: 'changes nothing' },
  lateRecording: {
    zh: '按办理的法定日期判断；台账导入、日期系推定的不计，另列件数',
    en: 'by the legal day of the act; imported with an assumed day, it is left out and its number shown',
  },
}
