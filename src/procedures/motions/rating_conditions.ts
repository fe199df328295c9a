import type { CaseFacts, PartFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { answering, doneIn, signing } from './facts.ts'

/** Service, rating, silence, and what follows from a bad rating. */
export const everySignerServed: Condition = {
  title: { zh: '每个提出人都已答复', en: 'Everyone who signed was answered' },
  because: { zh: '还有提出人没有得到答复', en: 'somebody who signed has not been answered' },
  cites: 'DB 51',
  holds: facts => signing(facts).every(({ state }) => state === 'served'),
}

export const isServed: Condition = {
  title: { zh: '答复已经送达', en: 'The answer was served' },
  because: { zh: '答复送达以后才能评价', en: 'it can be rated once the answer is served' },
  cites: 'office',
  holds: facts => facts.state === 'served',
}

export const withinRating: Condition = {
  title: { zh: '在评价期限内', en: 'Within the rating window' },
  because: { zh: '评价期限已过', en: 'the rating window is over' },
  cites: 'office',
  holds: facts => facts.today <= (window(facts)?.dueOn ?? ''),
}

export const everyAnswerRated: Condition = {
  title: { zh: '每个答复都已评价', en: 'Every answer was rated' },
  because: { zh: '还有答复没有评价', en: 'an answer is not rated yet' },
  cites: 'office',
  holds: facts => answering(facts).length > 0 && answering(facts).every(({ state }) => state === 'rated'),
}

export const ratingLapsed: Condition = {
  title: { zh: '评价期限届满，没有评价', en: 'The rating window lapsed without a rating' },
  because: { zh: '已经评价，或者评价期限还没有届满', en: 'it is rated, or the window is still open' },
  cites: 'office',
  holds: (facts, actor) => window(facts)?.lapsedOn != null && !everyAnswerRated.holds(facts, actor),
}

/** Silence is silence, unless the session's scheme says that it counts. */
export const silenceIsSilence: Condition = {
  title: { zh: '未评价的不计入满意', en: 'Silence is not satisfaction' },
  because: { zh: '本届次规定未评价视为满意', en: 'under this session’s scheme silence counts' },
  cites: 'office',
  holds: facts => facts.rules['silence'] !== 'counts',
}

export const silenceCounts: Condition = {
  title: { zh: '本届次规定未评价视为满意', en: 'Under this session’s scheme silence counts' },
  because: { zh: '未评价的不计入满意', en: 'silence is not satisfaction here' },
  cites: 'office',
  holds: facts => facts.rules['silence'] === 'counts',
}

/** What the scales of either form call dissatisfied. */
export const isDissatisfied: Condition = {
  title: { zh: '有不满意的评价', en: 'Somebody is dissatisfied' },
  because: { zh: '没有不满意的评价', en: 'nobody rated it dissatisfied' },
  cites: 'office',
  holds: facts => answering(facts).some(part => isUnhappy(facts, part)),
}

/** Of the organ in question: whoever pleased the signer has nothing to redo. */
export const isRatedUnhappy: Condition = {
  title: { zh: '该单位的答复被评为不满意', en: 'This organ was rated dissatisfied' },
  because: {
    zh: '只能由被评为不满意的单位重新办理，请重新选择',
    en: 'only an organ that was rated dissatisfied handles it again; choose again',
  },
  cites: 'office',
  holds: facts => facts.part !== undefined && isUnhappy(facts, facts.part),
}

/** Who orders it differs from place to place. */
export const mayOrderRedo: Condition = {
  title: { zh: '由有权决定重新办理的人决定', en: 'Whoever may order it' },
  because: {
    zh: '本届次规定由受理部门或者其负责人决定重新办理',
    en: 'in this session the office or its head orders it',
  },
  cites: 'office',
  holds: (facts, { id, organ, roles }) => {
    const by = facts.rules['redoOrder'] ?? 'office'
    if (organ !== facts.office || signing(facts).some(({ person }) => person === id)) return by === 'signer'
    return by !== 'chief' || roles.includes('chief')
  },
}

export const isSatisfied = (facts: CaseFacts, part: PartFacts): boolean =>
  [...satisfied].includes(String(doneIn(facts, 'rate', part.id)?.input['result']))

/** With the result, or with how it was handled. */
const isUnhappy = (facts: CaseFacts, part: PartFacts): boolean =>
  part.state === 'rated' &&
  (!isSatisfied(facts, part) || doneIn(facts, 'rate', part.id)?.input['attitude'] === 'dissatisfied')

const satisfied = ['satisfied', 'basically', 'agree', 'understand']

const window = (facts: CaseFacts) => facts.deadlines.findLast(({ deadline }) => deadline === 'rating')
