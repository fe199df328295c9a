import type { Condition } from '../procedure.ts'

/** What was returned to be revised is the signer's until the term for it is over. */
export const notBeingRevised: Condition = {
  title: { zh: '不在修改期限内', en: 'Not being revised' },
  because: {
    zh: '已退回提出人修改，修改期限届满仍未重新提交的，才能这样处理',
    en: 'it was returned for revision; only once the term for that is over and it was not submitted again',
  },
  cites: 'office',
  holds: ({ state, deadlines, today }) => {
    const line = deadlines.findLast(({ deadline }) => deadline === 'revision')
    return state !== 'revising' || line === undefined || line.lapsedOn !== null || line.dueOn < today
  },
}
