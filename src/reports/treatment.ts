import type { Text } from '../law/words.ts'

/** How a figure counts a matter that did not go straight from receipt to answer. */
export type Treatment = Readonly<
  Record<'carryOver' | 'reopening' | 'merging' | 'withdrawal' | 'transfer' | 'redo' | 'lateRecording', Text>
>

/** Each is linked, never lost: 重复件 and 并案 stay matters of their own. */
export const eachByItself: Text = {
  zh: '关联的重复件、并案的各件，分别计算，不合并',
  en: 'matters linked as repeats, or merged, each count by themselves',
}
export const byLegalDay: Text = {
  zh: '按法定日期归期，不按录入日；补录以前已知的数字不变',
  en: 'counted on the legal day and not on the day of recording; figures as known before stay what they were',
}
export const whenever: Text = {
  zh: '不论何时收到，本期发生的即计',
  en: 'counted in the period it happens in, whenever it was received',
}
export const ofThePeriod: Text = {
  zh: '以前各期收到的不计',
  en: 'what was received in an earlier period does not count',
}
export const officeKeeps: Text = {
  zh: '转送、交办、收回、移交都不改变，仍计入首次收到的部门',
  en: 'sent on, taken back or handed on, it stays with the office that first received it',
}
