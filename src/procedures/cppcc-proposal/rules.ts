import { sharedRules } from '../motions/rules.ts'
import type { Listed, Parameter } from '../parameter.ts'

// prettier-ignore
const grounds: readonly Listed[] = [
  { code: '1', zh: '涉及党和国家秘密', en: 'Concerns secrets of Party or state' },
  { code: '2', zh: '国家有明确规定不宜办理', en: 'Expressly ruled out by the state' },
  { code: '3', zh: '中共党员对党内组织、人事的意见', en: 'A Party member on Party organisation or personnel' },
  { code: '4', zh: '民主党派成员反映本组织内部问题', en: 'A party’s member on that party’s own affairs' },
  { code: '5', zh: '进入民事、刑事、行政诉讼及仲裁程序', en: 'Before a court or an arbitrator' },
  { code: '6', zh: '属于学术研讨', en: 'Academic discussion' },
  { code: '7', zh: '为本人或者亲属解决个人问题', en: 'A private matter of the member or relatives' },
  { code: '8', zh: '宣传、推介具体作品、产品', en: 'Promotes a work or a product' },
  { code: '9', zh: '指名举报', en: 'Reports on a named person' },
  { code: '10', zh: '内容空泛、没有具体建议', en: 'Empty, or without a definite proposal' },
]

// prettier-ignore
export const rules = {
  ...sharedRules,
  grounds:       { title: { zh: '不予立案的情形', en: 'Grounds not to file it' }, unit: 'list', standard: JSON.stringify(grounds), source: { zh: '全国政协提案工作条例（2018年以前文本）', en: 'National regulations on proposals, text before 2018' } },
  sessionNumber: { title: { zh: '大会提案编号', en: 'Numbers of the plenary' }, unit: 'words', standard: '{term}-{session}-{n}', source: { zh: '届—次—号；本地规则', en: 'Term, session, number; local rule' } },
  betweenNumber: { title: { zh: '平时提案编号', en: 'Numbers between plenaries' }, unit: 'words', standard: '{term}-{session}-P{n}', source: { zh: '平时提案另编；本地规则', en: 'A series of their own; local rule' } },
  review:        { title: { zh: '审查期限（自提交）', en: 'Term to review, from submission' }, unit: 'term', standard: '10 working days', source: { zh: '本地规则', en: 'Local rule' } },
  handOver:      { title: { zh: '交办期限（自立案）', en: 'Term to hand over, from filing' }, unit: 'term', standard: '10 working days', source: { zh: '本地规则', en: 'Local rule' } },
  firstContact:  { title: { zh: '办前面商期限（自交办）', en: 'First contact with the member, from the hand-over' }, unit: 'term', standard: '15 working days', source: { zh: '崇义县', en: 'Chongyi' } },
  handling:      { title: { zh: '答复期限（自交办）', en: 'Term to answer, from the hand-over' }, unit: 'term', standard: '3 calendar months', source: { zh: '多数地方；四川大会提案五个月', en: 'Most places; Sichuan five months' } },
  feedback:      { title: { zh: '征询意见表', en: 'Feedback form' }, unit: 'choice', standard: 'seven', choices: { seven: { zh: '七问表', en: 'the seven questions' }, short: { zh: '态度、结果两问', en: 'attitude and result only' } }, source: { zh: '一个区的反馈表；各地不同', en: 'A district’s form; they differ' } },
} as const satisfies Readonly<Record<string, Parameter>>
