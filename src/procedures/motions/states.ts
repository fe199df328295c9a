import type { AssignmentState } from '../procedure.ts'

/** The parts of whoever signs, of the organs that handle it, and of what an answer claims or promises. */
// prettier-ignore
export const partStates = {
  invited:    { title: { zh: '待确认', en: 'Asked to sign' }, awaits: 'deputy' },
  signed:     { title: { zh: '已确认', en: 'Signed' }, awaits: 'handler' },
  declined:   { title: { zh: '谢绝联名', en: 'Declined' }, final: true },
  lapsed:     { title: { zh: '逾期未确认', en: 'Not confirmed in time' }, final: true },
  leaving:    { title: { zh: '同意撤回', en: 'Agrees to withdraw' }, awaits: 'deputy' },
  served:     { title: { zh: '已答复', en: 'Answered' }, awaits: 'deputy' },

  sent:       { title: { zh: '待签收', en: 'Sent' }, awaits: 'handler' },
  received:   { title: { zh: '办理中', en: 'In handling' }, awaits: 'handler' },
  objected:   { title: { zh: '申请退办', en: 'Objected' }, awaits: 'clerk' },
  drafted:    { title: { zh: '待签发', en: 'Awaiting signature' }, awaits: 'director' },
  answered:   { title: { zh: '已答复', en: 'Answered' }, awaits: 'deputy' },
  rated:      { title: { zh: '已评价', en: 'Rated' }, awaits: 'clerk' },
  returned:   { title: { zh: '已退办', en: 'Returned' }, final: true },
  opined:     { title: { zh: '已提出会办意见', en: 'Opinion given' }, final: true },
  missed:     { title: { zh: '未提出意见', en: 'No opinion given' }, final: true },

  claimed:    { title: { zh: '答复称已解决，待佐证', en: 'Claimed; evidence to come' }, awaits: 'handler' },
  promised:   { title: { zh: '已承诺，待落实', en: 'Promised' }, awaits: 'handler' },
  shown:      { title: { zh: '已报佐证，待确认', en: 'Evidence to be checked' }, awaits: 'clerk' },
  carriedOut: { title: { zh: '已落实', en: 'Carried out' }, final: true },
  replaced:   { title: { zh: '已由新的答复代替', en: 'Replaced by a later answer' }, final: true },

  asked:      { title: { zh: '待答复', en: 'Asked' }, awaits: 'handler' },
  reported:   { title: { zh: '待认可', en: 'Reported' }, awaits: 'clerk' },
  told:       { title: { zh: '已抄送', en: 'Copied' }, final: true },
  ended:      { title: { zh: '已结束', en: 'Ended' }, final: true },
} as const satisfies Readonly<Record<string, AssignmentState>>
