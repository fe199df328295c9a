import type { Listed, Parameter } from '../parameter.ts'

/** What differs from place to place, with a standard and where it was read; every session may have its own. */

// prettier-ignore
const meanings = {
  solved:    { zh: '已经解决或者采纳', en: 'solved or adopted' },
  promised:  { zh: '承诺解决，列入台账', en: 'promised, and kept on the ledger' },
  planned:   { zh: '列入规划，没有日期', en: 'planned, without a day' },
  reference: { zh: '留作参考', en: 'kept for reference' },
}

// prettier-ignore
const classes: readonly Listed[] = [
  { code: 'A', zh: '解决或者基本解决', en: 'Solved or mostly solved', means: 'solved' },
  { code: 'B', zh: '正在解决或者列入计划逐步解决', en: 'Being solved, or planned with a day', means: 'promised' },
  { code: 'C', zh: '因目前条件限制以后解决', en: 'To be solved later', means: 'planned' },
  { code: 'D', zh: '留作参考', en: 'Kept for reference', means: 'reference' },
]

// prettier-ignore
export const sharedRules = {
  classes:       { title: { zh: '办理结果类别', en: 'Classes of answers' }, unit: 'list', means: meanings, standard: JSON.stringify(classes), source: { zh: '通行的四类；各地不同，由本届次规定', en: 'The usual four; they differ from place to place' } },
  objection:     { title: { zh: '退办期限（自交办）', en: 'Window to object, from the hand-over' }, unit: 'term', standard: '7 calendar days', source: { zh: '营口市西市区2023年做法', en: 'Practice of a Liaoning district, 2023' } },
  reassignment:  { title: { zh: '退办后重新交办期限', en: 'Term to decide on an objection' }, unit: 'term', standard: '10 working days', source: { zh: '河南2017、重庆2017', en: 'Henan 2017, Chongqing 2017' } },
  coHandling:    { title: { zh: '会办意见期限（自交办）', en: 'Term for a co-handler’s opinion, from the hand-over' }, unit: 'term', standard: '30 working days', source: { zh: '重庆2017', en: 'Chongqing 2017' } },
  longest:       { title: { zh: '办理最长期限', en: 'Longest term' }, unit: 'term', standard: '6 calendar months', source: { zh: '代表法第五十一条', en: 'Deputies Law, art. 51' } },
  internalDue:   { title: { zh: '内部办结日期', en: 'Internal date to answer by' }, unit: 'day', standard: '', source: { zh: '本级工作安排；法定期限之外的提醒', en: 'The district’s own plan; a reminder beside the legal date' } },
  service:       { title: { zh: '送达期限（自答复）', en: 'Term to serve the answer' }, unit: 'term', standard: '5 working days', source: { zh: '本地规则', en: 'Local rule' } },
  ratingWindow:  { title: { zh: '评价期限（自答复送达）', en: 'Rating window, from service' }, unit: 'term', standard: '15 working days', source: { zh: '北京；崇义县', en: 'Beijing; Chongyi' } },
  silence:       { title: { zh: '逾期未评价', en: 'Silence' }, unit: 'choice', standard: 'silence', choices: { silence: { zh: '不计入满意率', en: 'is left out of satisfaction' }, counts: { zh: '按方案视为满意，单列', en: 'counts as satisfied under the scheme, shown apart' } }, source: { zh: '重庆2017：不计入', en: 'Chongqing 2017: left out' } },
  redo:          { title: { zh: '重新办理期限', en: 'Term to redo' }, unit: 'term', standard: '1 calendar months', source: { zh: '山东、浙江、河南、上海', en: 'Shandong, Zhejiang, Henan, Shanghai' } },
  redoOrder:     { title: { zh: '谁决定重新办理', en: 'Who orders a redo' }, unit: 'choice', standard: 'office', choices: { office: { zh: '受理部门', en: 'the office' }, chief: { zh: '受理部门负责人', en: 'the head of the office' }, signer: { zh: '提出人不满意即可要求', en: 'the signer, if dissatisfied' } }, source: { zh: '上海、重庆由代表工作机构决定', en: 'Shanghai and Chongqing: the office' } },
  withdrawJoint: { title: { zh: '联名的撤回', en: 'Withdrawing what several signed' }, unit: 'choice', standard: 'lead', choices: { lead: { zh: '由领衔人决定', en: 'the lead signer decides' }, all: { zh: '须全体同意', en: 'all must agree' } }, source: { zh: '青岛；上海须全体同意', en: 'Qingdao; in Shanghai all must agree' } },
  withdrawal:    { title: { zh: '撤回的时限', en: 'Until when it may be withdrawn' }, unit: 'choice', standard: 'beforeAnswer', choices: { beforeAnswer: { zh: '答复以前', en: 'before the answer' }, beforeHandOver: { zh: '交办以前', en: 'before the hand-over' } }, source: { zh: '青岛；北京限于交办以前', en: 'Qingdao; Beijing before the hand-over' } },
  revision:      { title: { zh: '修改后重新提交期限', en: 'Term to revise and submit again' }, unit: 'term', standard: '15 working days', source: { zh: '本地规则', en: 'Local rule' } },
  publication:   { title: { zh: '答复公开期限', en: 'Term to publish the answer' }, unit: 'term', standard: '20 working days', source: { zh: '政府信息公开条例第二十六条', en: 'Open Information Regulations, art. 26' } },
  followUp:      { title: { zh: '跟踪办理期限', en: 'Follow-up' }, unit: 'term', standard: '12 calendar months', source: { zh: '次年跟踪办理的通行做法', en: 'The usual follow-up year' } },
  supervisionAnswer: { title: { zh: '督办答复期限', en: 'Term to answer a supervision' }, unit: 'term', standard: '15 working days', source: { zh: '本地规则', en: 'Local rule' } },
} as const satisfies Readonly<Record<string, Parameter>>
