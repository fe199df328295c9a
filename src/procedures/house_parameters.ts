import type { Parameter } from './parameter.ts'

/** Numbers of the whole house, for every procedure. */
// prettier-ignore
export const houseParameters = {
  backdating: { title: { zh: '补录期限（工作日）', en: 'Days an act may be recorded late (working days)' }, unit: 'number', standard: '5', source: { zh: '本机关工作规则', en: 'Office practice' } },
  closingHour: { title: { zh: '月报定稿时间（每月首个工作日几点）', en: 'Hour the month is closed, on the first working day' }, unit: 'number', standard: '9', most: 23, source: { zh: '本机关工作规则', en: 'Office practice' } },
  lastDay:    { title: { zh: '期限末日是休息日', en: 'A last day that is a rest day' }, unit: 'choice', choices: { moves: { zh: '顺延到下一个工作日', en: 'moves to the next working day' }, stays: { zh: '不顺延', en: 'stays' } }, standard: 'moves', source: { zh: '民法典第二百零三条', en: 'Civil Code, art. 203' } },
} as const satisfies Record<string, Parameter>
