import type { Condition } from '../procedure.ts'
import { windowHasLapsed } from './clock_conditions.ts'
import { isPetitionProper, lastOf } from './facts.ts'

/** What must be in evidence before a petition is closed or concluded. */
export const answerIssued: Condition = {
  title: { zh: '答复已经签发', en: 'The answer has been signed and issued' },
  because: { zh: '没有签发的答复，不得办结', en: 'without an issued answer nothing can be closed' },
  cites: 'XF 32',
  holds: facts =>
    lastOf(facts, answering) > lastOf(facts, ['reopen', 'reviewRevoke', 'reReviewRevoke', 'reclassify', 'revive']),
}

export const answeredOrEnded: Condition = {
  title: { zh: '答复已经签发，或者事项已经以其他方式结束', en: 'The answer is issued, or the matter ended otherwise' },
  because: {
    zh: '没有签发答复，事项也没有以其他方式结束',
    en: 'no answer is issued, and the matter has not ended otherwise',
  },
  cites: 'XF 32',
  holds: (facts, actor) => answerIssued.holds(facts, actor) || endedOtherwise.includes(facts.state),
}

const endedOtherwise = ['refused', 'declined', 'redirected', 'withdrawn']

export const answerServed: Condition = {
  title: { zh: '答复已经送达或者告知', en: 'The answer has been served or told' },
  because: { zh: '答复没有送达信访人', en: 'the answer has not been served on the petitioner' },
  cites: 'XF 32',
  holds: facts => lastOf(facts, ['serve', 'inform']) > lastOf(facts, answering),
}

export const windowLapsedOrAgreed: Condition = {
  title: { zh: '申请复查期限届满，或者信访人同意', en: 'The review window has lapsed, or the petitioner agrees' },
  because: { zh: '信访人还可以申请复查（复核）', en: 'the petitioner may still request a review' },
  cites: 'XF 35',
  holds: (facts, actor) =>
    !isPetitionProper(facts) ||
    lastOf(facts, ['agree', 'recordAgreement', 'serveReReview']) > lastOf(facts, ['serve', 'serveReview']) ||
    windowHasLapsed.holds(facts, actor),
}

export const reReviewServed: Condition = {
  title: { zh: '复核意见已经送达', en: 'The re-review has been served' },
  because: { zh: '复核意见没有送达信访人', en: 'the re-review has not been served on the petitioner' },
  cites: 'XF 36',
  holds: facts => lastOf(facts, ['serveReReview']) > lastOf(facts, ['reReviewUphold', 'reReviewChange']),
}

const answering = ['answer', 'answerSuggestion', 'answerAccusation', 'answerDuty']
