import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { lastOf, nobody } from './facts.ts'

/** What was done before, or must not have been. */
export const signedByAnother: Condition = {
  title: { zh: '拟稿人与签发人不是同一人', en: 'Drafter and signer are two persons' },
  because: { zh: '答复须由拟稿人以外的负责人签发', en: 'the answer must be signed by someone other than its drafter' },
  cites: 'office',
  holds: (facts, actor) => facts.did['draft']?.by !== actor.id,
}

export const notYetRated: Condition = {
  title: { zh: '尚未评价', en: 'Not rated yet' },
  because: { zh: '每件信访事项评价一次', en: 'a matter is rated once' },
  cites: 'PJ',
  holds: facts => !ratedSinceServed(facts),
}

export const hasQuestion: Condition = {
  title: { zh: '有待回答的询问', en: 'A question is waiting' },
  because: { zh: '目前没有需要回答的询问', en: 'no question is waiting for an answer' },
  cites: 'office',
  holds: facts => (facts.did['ask']?.seq ?? 0) > (facts.did['reply']?.seq ?? 0),
}

export const noOpenQuestion: Condition = {
  title: { zh: '没有未了的询问', en: 'No question left open' },
  because: { zh: '还有向信访人的询问没有回音', en: 'a question to the petitioner is still open' },
  cites: 'office',
  holds: facts => !hasQuestion.holds(facts, nobody),
}

export const isLinked: Condition = {
  title: { zh: '已关联为重复件', en: 'Linked as a repeat' },
  because: { zh: '本件没有关联在先的信访事项', en: 'it is not linked to an earlier petition' },
  cites: 'office',
  holds: facts => lastOf(facts, ['linkRepeat']) > lastOf(facts, ['unlinkRepeat']),
}

export const notYetLinked: Condition = {
  title: { zh: '尚未关联为重复件', en: 'Not linked as a repeat yet' },
  because: {
    zh: '本件已经关联为重复件，改关联另一件须先取消关联',
    en: 'it is linked as a repeat already; unlink it before linking it to another',
  },
  cites: 'office',
  holds: facts => !isLinked.holds(facts, nobody),
}

export const isConsidered: Condition = {
  title: { zh: '已经研究论证', en: 'Considered' },
  because: { zh: '建议须先研究论证，再作答复', en: 'a suggestion is considered before it is answered' },
  cites: 'XF 29',
  holds: facts => lastOf(facts, ['consider']) > lastOf(facts, ['accept', 'reopen']),
}

export const hearingIsOpen: Condition = {
  title: { zh: '正在听证', en: 'A hearing is open' },
  because: { zh: '目前没有举行听证', en: 'no hearing is open' },
  cites: 'XF 31(6)',
  holds: facts =>
    lastOf(facts, ['openHearing']) >
    lastOf(facts, ['closeHearing', 'reclassify', 'takeBack', 'reassignReview', 'revive']),
}

export const noOpenHearing: Condition = {
  title: { zh: '没有未结束的听证', en: 'No hearing left open' },
  because: { zh: '听证尚未结束', en: 'the hearing is not closed yet' },
  cites: 'XF 31(6)',
  holds: facts => !hearingIsOpen.holds(facts, nobody),
}

/** Whoever has the matter now hears it: the lead while it is handled, the reviewing organ during its review. */
export const hasTheMatter: Condition = {
  title: { zh: '事项正由本单位办理', en: 'Your organ has the matter now' },
  because: {
    zh: '只有正在办理（复查、复核）的机关可以举行听证',
    en: 'only the organ that has the matter now may hear it',
  },
  cites: 'XF 31(6)',
  holds: (facts, actor) => {
    const reviewer = facts.assignments.findLast(part => part.role === 'reviewer')
    return actor.organ === (facts.state === 'handling' ? facts.lead : reviewer?.organ)
  },
}

export const recusalRequested: Condition = {
  title: { zh: '有待决定的回避申请', en: 'A request for recusal is waiting' },
  because: { zh: '目前没有待决定的回避申请', en: 'no request for recusal is waiting' },
  cites: 'XF 28',
  holds: facts => lastOf(facts, ['requestRecusal']) > lastOf(facts, ['decideRecusal']),
}

/** 《信访工作条例》 art. 24: what the common superior decided is not open to objection. */
export const notDecidedAbove: Condition = {
  title: { zh: '不是共同的上级机关指定受理的', en: 'Not decided by the common superior' },
  because: {
    zh: '共同的上级机关已经指定由本单位受理，不得再提异议',
    en: 'the common superior decided that you must accept it; there is no objection',
  },
  cites: 'XF 24',
  holds: facts => lastOf(facts, ['decideCompetence']) <= lastOf(facts, registering),
}

const registering = ['register', 'agreeReturn', 'takeBack', 'receiveDown', 'returnUp', 'reclassify', 'revive']

export const hasAgent: Condition = {
  title: { zh: '有登记的代理人', en: 'An agent is recorded' },
  because: { zh: '本件没有登记代理人', en: 'no agent is recorded' },
  cites: 'office',
  holds: facts => lastOf(facts, ['authoriseAgent']) > lastOf(facts, ['endAgency']),
}

export const isUrgent: Condition = {
  title: { zh: '重大、紧急', en: 'Grave or urgent' },
  because: { zh: '本件没有登记为重大、紧急', en: 'it is not registered as grave or urgent' },
  cites: 'XF 25',
  holds: facts => facts.set['urgent'] === true,
}

const ratedSinceServed = (facts: CaseFacts) => lastOf(facts, ['rate']) > lastOf(facts, ['serve', 'inform'])
