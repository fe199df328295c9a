import { eachByItself, byLegalDay, ofThePeriod, officeKeeps } from './treatment.ts'
import type { Treatment } from './treatment.ts'

/** How figures of what came in, and of what stands open, count what did not go straight through. */

/** What came in, on the day it came. */
export const ofReceipt: Treatment = {
  carryOver: ofThePeriod,
  reopening: {
    zh: '恢复办理、恢复受理的仍是原件，不再计收件',
    en: 'a matter taken up again is the same matter and is not received anew',
  },
  merging: eachByItself,
  withdrawal: { zh: '后来撤回的照计', en: 'counts, though withdrawn later' },
  transfer: officeKeeps,
  redo: { zh: '重新办理的不再计', en: 'a redo is not received anew' },
  lateRecording: byLegalDay,
}

/** What is divided by is what came in; what is counted of it is that it came to an end. */
export const ofIntake: Treatment = {
  ...ofReceipt,
  reopening: {
    zh: '恢复办理、恢复受理的，原答复或者结束撤销，未再办复以前不算完成',
    en: 'taken up again, its answer or ending is void and it is not done until it is answered anew',
  },
  withdrawal: { zh: '撤回的算以其他方式结束', en: 'withdrawn, it is ended otherwise and so done' },
  redo: { zh: '撤销重办的，新答复以前不算完成', en: 'revoked for a redo, it is not done until it is answered anew' },
}

/** Repeats are counted where and when the later matter came in. */
export const ofRepeats: Treatment = {
  ...ofReceipt,
  merging: {
    zh: '后一件关联为重复的计入分子，仍各计一件；取消关联的扣回，均归收件之期',
    en: 'the later one, once linked, is what is counted, and each stays a matter; unlinked it is taken back, in the period of its receipt',
  },
}

/** What stood open at the beginning, as it stood then. */
export const ofStockBefore: Treatment = {
  carryOver: { zh: '本身就是结转', en: 'it is what is carried over' },
  reopening: {
    zh: '期初以后恢复办理的不计入，另列“恢复办理”',
    en: 'taken up again after the beginning, it stands under “Reopened” instead',
  },
  merging: eachByItself,
  withdrawal: { zh: '期初以前撤回的不计', en: 'withdrawn before the beginning, it does not count' },
  transfer: { zh: '只按全区统计，移交不影响', en: 'counted for the district only; a transfer changes nothing' },
  redo: { zh: '同恢复办理', en: 'as a reopening' },
  lateRecording: byLegalDay,
}

/** What stands open at the end. */
export const ofStock: Treatment = {
  ...ofStockBefore,
  carryOver: { zh: '结转的一并计入', en: 'what was carried over is in it' },
  reopening: { zh: '恢复办理、未再办复的计入', en: 'taken up again and not answered anew, it counts' },
  withdrawal: { zh: '撤回的不计', en: 'withdrawn, it does not count' },
  redo: { zh: '重新办理、未再办复的计入', en: 'redone and not answered anew, it counts' },
}

/** What was taken up again. */
export const ofReopening: Treatment = {
  ...ofStockBefore,
  carryOver: { zh: '期初以前已办复或者结束的才计', en: 'only what was answered or ended before the period' },
  reopening: {
    zh: '按恢复办理之日计；同期办复又恢复的不计',
    en: 'on the day it is taken up again; not where it was answered in the same period',
  },
  withdrawal: { zh: '撤回后恢复受理的计入', en: 'withdrawn and revived, it counts' },
  redo: { zh: '撤销重办、决定重新办理的计入', en: 'revoked on review, or ordered redone, it counts' },
}
