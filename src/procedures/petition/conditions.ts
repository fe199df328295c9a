import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'

/** What an act of a petition may hang on, each with the article that says so. */
export const isRouteSix: Condition = {
  title: { zh: '申诉求决类，按信访程序办理', en: 'An appeal handled by the petition procedure' },
  because: {
    zh: '只有按信访程序（第三十一条第六项）办理的申诉求决类事项适用这一步',
    en: 'only appeals handled by the petition procedure (art. 31(6)) take this step',
  },
  cites: 'XF 31(6)',
  holds: isPetitionProper,
}

export const isNotRouteSix: Condition = {
  title: { zh: '不适用信访处理意见书', en: 'No handling opinion applies' },
  because: {
    zh: '信访程序事项须出具并送达信访处理意见书',
    en: 'matters of the petition procedure need a served handling opinion',
  },
  cites: 'XF 32',
  holds: facts => !isPetitionProper(facts),
}

export const isDuty: Condition = {
  title: { zh: '申请查处或履行职责', en: 'An application to act on a duty' },
  because: { zh: '只有第三十一条第五项的事项这样答复', en: 'only matters of art. 31(5) are answered this way' },
  cites: 'XF 31(5)',
  holds: facts => facts.kind === 'appeal' && facts.route === '5',
}

export const isSuggestion: Condition = {
  title: { zh: '建议意见类', en: 'A suggestion' },
  because: { zh: '只有建议意见类事项这样答复', en: 'only suggestions are answered this way' },
  cites: 'XF 29',
  holds: facts => facts.kind === 'suggestion',
}

export const isAccusation: Condition = {
  title: { zh: '检举控告类', en: 'An accusation' },
  because: { zh: '只有检举控告类事项这样答复', en: 'only accusations are answered this way' },
  cites: 'XF 30',
  holds: facts => facts.kind === 'accusation',
}

export const isLawfulRoute: Condition = {
  title: { zh: '有其他法定途径', en: 'Another lawful route exists' },
  because: { zh: '只有第三十一条第一至四项的事项可以导入', en: 'only matters of art. 31(1)–(4) can be redirected' },
  cites: 'XF 31',
  holds: facts => facts.kind === 'appeal' && ['1', '2', '3', '4'].includes(facts.route ?? ''),
}

export const isNotRedirected: Condition = {
  title: { zh: '属本机关受理范围', en: 'Within what this organ accepts' },
  because: {
    zh: '第三十一条第一至四项的事项应当导入法定途径',
    en: 'matters of art. 31(1)–(4) must be redirected to their lawful route',
  },
  cites: 'XF 31',
  holds: facts => !isLawfulRoute.holds(facts, nobody),
}

export const signedByAnother: Condition = {
  title: { zh: '拟稿人与签发人不是同一人', en: 'Drafter and signer are two persons' },
  because: { zh: '答复须由拟稿人以外的负责人签发', en: 'the answer must be signed by someone other than its drafter' },
  cites: 'office',
  holds: (facts, actor) => facts.did['draft']?.by !== actor.id,
}

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

export const notYetRated: Condition = {
  title: { zh: '尚未评价', en: 'Not rated yet' },
  because: { zh: '每件信访事项评价一次', en: 'a matter is rated once' },
  cites: 'PJ',
  holds: facts => !ratedSinceServed(facts),
}

export const withinRating: Condition = {
  title: { zh: '在评价期内', en: 'Within the rating window' },
  because: { zh: '评价期限已过', en: 'the rating window has lapsed' },
  cites: 'PJ',
  holds: facts => isWindowOpen(facts, 'rating'),
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

// What must be in evidence before a petition is closed.

export const answerIssued: Condition = {
  title: { zh: '答复已经签发', en: 'The answer has been signed and issued' },
  because: { zh: '没有签发的答复，不得办结', en: 'without an issued answer nothing can be closed' },
  cites: 'XF 32',
  holds: facts => lastOf(facts, answering) > lastOf(facts, ['reopen', 'reviewRevoke', 'reReviewRevoke']),
}

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
    lastOf(facts, ['agree', 'recordAgreement', 'reReviewUphold', 'reReviewChange']) > lastOf(facts, ['serve']) ||
    windowHasLapsed.holds(facts, actor),
}

const answering = ['answer', 'answerSuggestion', 'answerAccusation', 'answerDuty']
const nobody = { id: '', organ: null, roles: [] }

function isPetitionProper(facts: CaseFacts) {
  return facts.kind === 'appeal' && facts.route === '6'
}

const latest = (facts: CaseFacts, name: string) => facts.deadlines.findLast(line => line.deadline === name)

const handlingNow = (facts: CaseFacts) => facts.deadlines.findLast(line => line.deadline === 'handling' && line.isOpen)

function isWindowOpen(facts: CaseFacts, name: string) {
  const line = latest(facts, name)
  return line !== undefined && line.metOn === null && line.endedOn === null && facts.on <= line.dueOn
}

const ratedSinceServed = (facts: CaseFacts) => lastOf(facts, ['rate']) > lastOf(facts, ['serve', 'inform'])

const lastOf = (facts: CaseFacts, acts: readonly string[]) =>
  Math.max(-1, ...acts.map(act => facts.did[act]?.seq ?? -1))
