import type { Text } from '../law/words.ts'
import type { Treatment } from './treatment.ts'

const asKnown: Text = {
  zh: '期限届满后不得补录为期限内；其他补录按法定日期，录入以前已知的数字不变',
  en: 'nothing is dated into a term that has run out; otherwise by legal day, and figures as known before stay what they were',
}
const ofTheSession: Text = {
  zh: '按提出的届次计，跨年办理的仍属原届次；上一届次的不计',
  en: 'counted in the session it was submitted to, whatever year it is handled in; none of another session',
}

/** What was submitted to the session, and what became of it on review. */
export const ofSubmission: Treatment = {
  carryOver: ofTheSession,
  reopening: { zh: '重新办理不影响', en: 'a redo changes nothing' },
  merging: {
    zh: '并案的另列，不计入立案；取消并案的恢复待审查',
    en: 'merged ones stand apart and are not filed; undone, they are under review again',
  },
  withdrawal: {
    zh: '撤回的计入“撤回”，自撤回之日不再计入立案',
    en: 'withdrawn, it counts as withdrawn, and from that day no longer as filed',
  },
  transfer: { zh: '改交其他单位不影响', en: 'another organ changes nothing' },
  redo: { zh: '不影响', en: 'changes nothing' },
  lateRecording: asKnown,
}

/** How far it has come, until it goes back. */
export const ofProgress: Treatment = {
  ...ofSubmission,
  merging: { zh: '并案的不计入立案，也不计入分子', en: 'merged ones are in neither side' },
  withdrawal: { zh: '自撤回之日，分子、分母都不再计', en: 'from the day it is withdrawn it is in neither side' },
  transfer: {
    zh: '退办、收回后改交的，新单位签收、面商以前不算',
    en: 'returned or taken back and given to another organ, it does not hold until that one has done so',
  },
}

/** The answer that stands. */
export const ofBatchAnswer: Treatment = {
  ...ofProgress,
  reopening: {
    zh: '重新办理的，原答复撤销，再次答复以前不算',
    en: 'redone, the answer is void; not counted until it is answered anew',
  },
  transfer: {
    zh: '改交的，以新单位的答复为准；以前各期限超过的仍算超过',
    en: 'given to another organ, that one’s answer counts; a deadline missed before stays missed',
  },
  redo: {
    zh: '原答复撤销；重新办理的期限也须遵守',
    en: 'the answer is void; the deadline of the redo must be met as well',
  },
}

/** Who is late now. */
export const ofOverdue: Treatment = {
  ...ofBatchAnswer,
  transfer: {
    zh: '退办、收回以后不再计入原单位；改交的，按新单位的期限计；再交原单位的，按再次交办后的期限计',
    en: 'returned or taken back, its deadline is late for that organ no longer; the next one’s counts, and of an organ that is given it again those since',
  },
  redo: {
    zh: '原答复撤销，其期限已经答复的不再计；重新办理的期限届满没有答复的计入',
    en: 'the answer is void, and its deadline was met; that of the redo counts once it has run out',
  },
}

/** The ratings that stand. */
export const ofBatchRating: Treatment = {
  ...ofBatchAnswer,
  reopening: {
    zh: '重新办理的，原评价不再计，以再次评价为准',
    en: 'redone, the rating no longer counts; the next one does',
  },
  redo: { zh: '原评价不再计，以再次评价为准', en: 'the rating no longer counts; the next one does' },
  lateRecording: {
    zh: '按评价日；补评以前已知的数字不变',
    en: 'by the day of rating; figures as known before stay what they were',
  },
}

/** The first ratings, which nothing takes back. */
export const ofFirstRating: Treatment = {
  ...ofBatchRating,
  reopening: { zh: '重新办理不改变', en: 'a redo changes nothing' },
  redo: { zh: '不改变首次评价', en: 'the first rating stays what it was' },
}
