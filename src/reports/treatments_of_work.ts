import { eachByItself, byLegalDay, whenever } from './treatment.ts'
import type { Treatment } from './treatment.ts'

/** How figures of what was done, and of what fell due, count what did not go straight through. */

/** An answer, on the day it was given. */
export const ofAnswer: Treatment = {
  carryOver: whenever,
  reopening: {
    zh: '恢复办理的，原答复从原期扣回；再次答复计入再次答复之期',
    en: 'reopened, the answer is taken back from its period; the next one counts in its own',
  },
  merging: {
    zh: '各件分别计算；并案件在转告主案答复之日计办复',
    en: 'each by itself; a merged one is answered when the answer is passed on to its signers',
  },
  withdrawal: {
    zh: '答复以前撤回的不计；答复以后撤回的仍计',
    en: 'withdrawn before the answer it does not count; after it, it does',
  },
  transfer: { zh: '计入答复时的主办单位', en: 'counts for the lead when it was answered' },
  redo: {
    zh: '复查、复核撤销或者决定重新办理的，原答复扣回，新答复另计',
    en: 'revoked on review, or ordered redone, the answer is taken back and the new one counts',
  },
  lateRecording: byLegalDay,
}

/** An ending without an answer, on its day. */
export const ofEnding: Treatment = {
  ...ofAnswer,
  reopening: { zh: '恢复受理的，从原期扣回', en: 'revived, it is taken back from its period' },
  merging: { zh: '关联、并案都不是结束，不计', en: 'neither a link nor a merger is an ending' },
  withdrawal: {
    zh: '撤回的计入撤回之期；答复以后撤回的不计',
    en: 'counts in the period it is withdrawn in, unless it was answered before',
  },
  transfer: {
    zh: '计入结束时的主办单位，没有的计入受理部门',
    en: 'counts for the lead when it ended, or for the office where there was none',
  },
  redo: {
    zh: '没有答复，无从重新办理；恢复受理的同恢复办理',
    en: 'there is no answer to redo; a revived one is taken back',
  },
}

/** A closure through its gates, on its day. */
export const ofClosure: Treatment = {
  ...ofAnswer,
  reopening: {
    zh: '恢复办理的，从原期扣回；再次办结另计',
    en: 'reopened, it is taken back from its period; the next closure counts in its own',
  },
  merging: eachByItself,
  withdrawal: { zh: '撤回的不是办结，不计', en: 'a withdrawal is no closure' },
  transfer: { zh: '计入办结时的主办单位', en: 'counts for the lead when it was closed' },
  redo: { zh: '办结后重新办理的，从原期扣回', en: 'redone after its closure, it is taken back' },
}

/** What fell due, whenever it came. */
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
  redo: { zh: '同恢复办理：原期限、新期限分别归期', en: 'as a reopening: each deadline in its own period' },
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

/** Ratings, on the day they were given. */
export const ofRating: Treatment = {
  carryOver: {
    zh: '不论何时收到，本期评价的即计',
    en: 'counted in the period it is rated in, whenever it was received',
  },
  reopening: { zh: '恢复办理以前的评价照计', en: 'what was rated before a reopening still counts' },
  merging: eachByItself,
  withdrawal: { zh: '已作的评价照计', en: 'a rating given before still counts' },
  transfer: {
    zh: '计入被评价的单位，后来移交的不改',
    en: 'counts for the body that was rated, whoever has the matter since',
  },
  redo: {
    zh: '重新办理后再次评价的，两次评价各归其期',
    en: 'rated again after a redo, both ratings count, each in its period',
  },
  lateRecording: { zh: '按评价日归期', en: 'counted on the day of rating' },
}

/** Rated, or the window to rate is over. */
export const ofRatingWindow: Treatment = {
  ...ofRating,
  reopening: {
    zh: '已经评价的照计；评价期限届满以前恢复办理、没有评价的不计',
    en: 'what was rated still counts; not rated and reopened before the window ended, it does not',
  },
  withdrawal: {
    zh: '已经评价的照计；评价期限届满以前撤回、没有评价的不计',
    en: 'what was rated still counts; not rated and withdrawn before the window ended, it does not',
  },
  redo: { zh: '同恢复办理；一件只计一次', en: 'as a reopening; a matter counts once' },
  transfer: { zh: '只按全区统计，移交不影响', en: 'counted for the district only; a transfer changes nothing' },
}

/** An act that was done, on its day. */
export const ofAct: Treatment = {
  carryOver: whenever,
  reopening: { zh: '恢复办理以前做过的照计', en: 'what was done before a reopening still counts' },
  merging: eachByItself,
  withdrawal: { zh: '做过以后撤回的照计', en: 'counts, though the matter was withdrawn later' },
  transfer: { zh: '后来移交的照计', en: 'counts, though the matter was handed on later' },
  redo: { zh: '同期再做的，每件只计一次', en: 'done again in the same period, the matter counts once' },
  lateRecording: byLegalDay,
}
