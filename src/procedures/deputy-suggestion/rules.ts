import { sharedRules } from '../motions/rules.ts'
import type { Listed, Parameter } from '../parameter.ts'

// prettier-ignore
const grounds: readonly Listed[] = [
  { code: '1', zh: '涉及本人或者亲属个人问题', en: 'A private matter of the deputy or relatives' },
  { code: '2', zh: '代转人民群众来信或者申诉、控告', en: 'Passes on letters, appeals or accusations of citizens' },
  { code: '3', zh: '涉及具体司法、监察案件', en: 'Concerns a case of courts or supervision' },
  { code: '4', zh: '涉及招标投标等具体经济活动', en: 'Concerns a bid or another business' },
  { code: '5', zh: '属于学术探讨或者产品推介', en: 'Academic discussion, or promotion of a product' },
  { code: '6', zh: '没有实际内容', en: 'Without substance' },
  { code: '7', zh: '一件多事，须分开提出', en: 'Several matters in one' },
]

// prettier-ignore
export const rules = {
  ...sharedRules,
  grounds:       { title: { zh: '不作为建议处理的情形', en: 'Grounds not to admit it' }, unit: 'list', standard: JSON.stringify(grounds), source: { zh: '青岛第十一条、北京第十二条、浙江第六条', en: 'Qingdao art. 11, Beijing art. 12, Zhejiang art. 6' } },
  sessionNumber: { title: { zh: '会议期间编号', en: 'Numbers in session' }, unit: 'words', standard: '{term}-{session}-{n}', source: { zh: '届—次—号；本地规则', en: 'Term, session, number; local rule' } },
  betweenNumber: { title: { zh: '闭会期间编号', en: 'Numbers between sessions' }, unit: 'words', standard: '{term}-{session}-B{n}', source: { zh: '闭会另编；本地规则', en: 'A series of their own; local rule' } },
  handOver:      { title: { zh: '交办期限（自受理登记）', en: 'Term to hand over, from registration' }, unit: 'term', standard: '5 working days', source: { zh: '青岛2021', en: 'Qingdao 2021' } },
  firstContact:  { title: { zh: '首次联系代表期限（自交办）', en: 'First contact with the deputy, from the hand-over' }, unit: 'term', standard: '20 working days', source: { zh: '重庆2017', en: 'Chongqing 2017' } },
} as const satisfies Readonly<Record<string, Parameter>>
