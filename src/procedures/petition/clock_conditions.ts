import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { isWindowOpen, latest } from './facts.ts'

/** Whether a term or a right's window still runs. */
export const notYetExtended: Condition = {
  title: { zh: '尚未延期', en: 'Not extended before' },
  because: { zh: '办理期限只能延长一次', en: 'the handling term may be extended only once' },
  cites: 'XF 34',
  holds: facts => handlingNow(facts)?.extended === null,
}

export const notYetExpired: Condition = {
  title: { zh: '办理期限未届满', en: 'The handling term has not expired' },
  because: { zh: '延期必须在办理期限届满前作出并记录', en: 'an extension must be recorded before the term expires' },
  cites: 'XF 34',
  holds: facts => facts.today <= (handlingNow(facts)?.dueOn ?? ''),
}

/** Taken back while it is disputed, it is still being registered: the term goes on. */
export const isNotBeingRegistered: Condition = {
  title: { zh: '登记转送期限没有在走', en: 'No registration term is running' },
  because: { zh: '登记转送期限还在走', en: 'the registration term is still running' },
  cites: 'XF 22',
  holds: facts => !facts.deadlines.some(line => line.deadline === 'registration' && line.isOpen),
}

export const withinObjection: Condition = {
  title: { zh: '在五个工作日异议期内', en: 'Within the five working days for objections' },
  because: {
    zh: '异议须自收到之日起五个工作日内提出；经核实仍指定本单位的，不得再次异议',
    en: 'an objection is open for five working days from receipt, and not again after the sender has upheld the transfer',
  },
  cites: 'XF 23',
  holds: facts => isWindowOpen(facts, 'objection'),
}

export const withinReviewRequest: Condition = {
  title: { zh: '在三十日申请复查期内', en: 'Within the thirty days to request a review' },
  because: {
    zh: '复查须自收到书面答复之日起三十日内申请',
    en: 'a review must be requested within thirty days of the written answer',
  },
  cites: 'XF 35',
  holds: facts => isWindowOpen(facts, 'reviewRequest'),
}

export const withinReReviewRequest: Condition = {
  title: { zh: '在三十日申请复核期内', en: 'Within the thirty days to request a re-review' },
  because: {
    zh: '复核须自收到复查意见之日起三十日内申请',
    en: 'a re-review must be requested within thirty days of the review',
  },
  cites: 'XF 36',
  holds: facts => isWindowOpen(facts, 'reReviewRequest'),
}

export const windowHasLapsed: Condition = {
  title: { zh: '申请期限已届满', en: 'The window has lapsed' },
  because: { zh: '申请复查（复核）的期限尚未届满', en: 'the window to request a review has not lapsed' },
  cites: 'XF 35',
  holds: facts =>
    ['reviewRequest', 'reReviewRequest'].some(name => latest(facts, name)) &&
    !isWindowOpen(facts, 'reviewRequest') &&
    !isWindowOpen(facts, 'reReviewRequest'),
}

export const withinRating: Condition = {
  title: { zh: '在评价期内', en: 'Within the rating window' },
  because: { zh: '评价期限已过', en: 'the rating window has lapsed' },
  cites: 'PJ',
  holds: facts => isWindowOpen(facts, 'rating'),
}

const handlingNow = (facts: CaseFacts) => facts.deadlines.findLast(line => line.deadline === 'handling' && line.isOpen)
