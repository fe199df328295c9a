import { eachByItself, byLegalDay, whenever } from './treatment.ts'
import type { Treatment } from './treatment.ts'

/** How figures of what was done count what did not go straight through. */

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
