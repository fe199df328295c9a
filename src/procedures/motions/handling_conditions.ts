import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { answering, doneIn, hasAnswered, isDone } from './facts.ts'

/** What must be so while organs handle it. */
export const isHandled: Condition = {
  title: { zh: '正在办理', en: 'In handling' },
  because: { zh: '本件不在办理中', en: 'it is not in handling' },
  cites: 'office',
  holds: facts => facts.state === 'handling',
}

/** Late objections are not accepted. */
export const withinObjection: Condition = {
  title: { zh: '在退办期限内', en: 'Within the window to object' },
  because: {
    zh: '退办的期限已过或者已经申请过，须继续办理',
    en: 'the window to object is over, or was used; the organ must go on',
  },
  cites: 'office',
  holds: facts => {
    const line = facts.deadlines.findLast(({ deadline, part }) => deadline === 'objection' && part === facts.part?.id)
    return line !== undefined && line.metOn === null && facts.today <= line.dueOn
  },
}

/** 代表法 51: organs hear whoever signed before they answer. */
export const isContacted: Condition = {
  title: { zh: '已经沟通面商', en: 'The signer was heard' },
  because: {
    zh: '答复以前须与提出人沟通面商，请先登记',
    en: 'the signer must be heard before the answer; record the contact first',
  },
  cites: 'DB 51',
  holds: facts => isHeard(facts, 'contact'),
}

/** The second contact follows the first. */
export const isHeardFirst: Condition = {
  title: { zh: '办前面商已经进行', en: 'Heard before the handling' },
  because: { zh: '请先登记办前面商', en: 'record the first contact first' },
  cites: 'TA',
  holds: facts => isHeard(facts, 'contact'),
}

/** Before and during: two of a council's three contacts come before the answer. */
export const isContactedTwice: Condition = {
  title: { zh: '办前面商、办中沟通都已进行', en: 'Heard before and during the handling' },
  because: {
    zh: '答复以前须有办前面商和办中沟通，请先登记',
    en: 'the member must be heard before and during the handling; record both first',
  },
  cites: 'TA',
  holds: facts => isHeard(facts, 'contact') && isHeard(facts, 'contactAgain'),
}

/** A co-handler's opinion comes first, or it is on record why not. */
export const coHandlersHeard: Condition = {
  title: { zh: '会办意见已收到或者说明了理由', en: 'Co-handlers have given their opinions, or it is said why not' },
  because: {
    zh: '还有会办单位没有提出意见；请催办，或者登记不再等待的理由',
    en: 'a co-handler has not given its opinion; urge it, or record why you go on without it',
  },
  cites: 'office',
  holds: facts =>
    facts.part?.role === 'separate' || facts.assignments.every(({ role, isOpen }) => role !== 'co-handler' || !isOpen),
}

/** Only after its own term has run out does the lead go on without a co-handler. */
export const coHandlerIsLate: Condition = {
  title: { zh: '会办期限已过', en: 'The co-handler’s term is over' },
  because: {
    zh: '会办期限还没有届满，请等待或者催办',
    en: 'the co-handler’s term is still running; wait for it, or urge it',
  },
  cites: 'office',
  holds: facts =>
    facts.deadlines.some(
      ({ deadline, part, dueOn }) => deadline === 'coHandling' && part === facts.part?.id && dueOn < facts.on,
    ),
}

export const notYetExtended: Condition = {
  title: { zh: '没有延期过', en: 'Not extended before' },
  because: { zh: '只能延期一次', en: 'it can be extended once only' },
  cites: 'DB 51',
  holds: facts => latest(facts) !== undefined && ownTerms(facts).every(({ extended }) => extended === null),
}

export const notYetExpired: Condition = {
  title: { zh: '期限没有届满', en: 'The term is still running' },
  because: { zh: '期限已过，不能再延期', en: 'the term is over; it can no longer be extended' },
  cites: 'DB 51',
  holds: facts => {
    const line = latest(facts)
    return line !== undefined && line.isOpen && facts.today <= line.dueOn
  },
}

export const extensionRequested: Condition = {
  title: { zh: '有延期申请', en: 'An extension was requested' },
  because: { zh: '没有待决定的延期申请', en: 'no extension was requested' },
  cites: 'DB 51',
  holds: facts => {
    const last = (act: string) => doneIn(facts, act)?.seq ?? -1
    return last('requestExtension') > Math.max(last('grantExtension'), last('denyExtension'))
  },
}

export const everyOrganHasAnswered: Condition = {
  title: { zh: '每个承办单位都已答复', en: 'Every organ that must answer has answered' },
  because: { zh: '还有单位没有答复', en: 'an organ has not answered yet' },
  cites: 'DB 51',
  holds: facts => answering(facts).length > 0 && answering(facts).every(hasAnswered),
}

export const isHandedOverSeparately: Condition = {
  title: { zh: '分办的', en: 'Handed over separately' },
  because: { zh: '本件不是分办的', en: 'it is not handed over separately' },
  cites: 'office',
  holds: facts => answering(facts).some(({ role }) => role === 'separate'),
}

/** Of several that each answer their part, the last one that has not answered goes only once another has its part. */
export const partIsTakenOver: Condition = {
  title: { zh: '其职责部分已有单位承接', en: 'Another organ has its part' },
  because: {
    zh: '其他分办单位都已答复，请先增加分办单位承接这一部分',
    en: 'every other organ has answered; first add one that takes over this part',
  },
  cites: 'office',
  holds: facts => {
    const others = answering(facts).filter(({ id }) => id !== facts.part?.id)
    return facts.part?.role !== 'separate' || others.length === 0 || !others.every(hasAnswered)
  },
}

export const nobodyHandlesIt: Condition = {
  title: { zh: '没有单位承办', en: 'No organ has it' },
  because: { zh: '还有单位在承办', en: 'an organ still has it' },
  cites: 'office',
  holds: facts => answering(facts).length === 0,
}

/** Once a redo is ordered its own term runs, whoever handles it. */
export const isRedone: Condition = {
  title: { zh: '重新办理的', en: 'Handled again' },
  because: { zh: '没有决定重新办理', en: 'no redo was ordered' },
  cites: 'office',
  holds: facts => isDone(facts, 'orderRedo'),
}

export const notRedone: Condition = {
  title: { zh: '首次办理的', en: 'Handled for the first time' },
  because: { zh: '本件是重新办理的', en: 'it is handled again' },
  cites: 'office',
  holds: facts => !isDone(facts, 'orderRedo'),
}

/** Whoever answers again hears the signers again. */
const isHeard = (facts: CaseFacts, act: string): boolean =>
  (doneIn(facts, act)?.seq ?? -1) > (facts.did['orderRedo']?.seq ?? -1)

/** The terms the organ in question was given: for its own part, or else for the matter it leads. */
const ownTerms = (facts: CaseFacts) =>
  facts.deadlines.filter(
    ({ deadline, organ }) => ['handling', 'separateHandling'].includes(deadline) && organ === facts.part?.organ,
  )

const latest = (facts: CaseFacts) => ownTerms(facts).at(-1)
