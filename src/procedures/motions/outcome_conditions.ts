import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { doneIn } from './facts.ts'

/** What an answer's class says was done, or will be. */
const classOf = (facts: CaseFacts): unknown =>
  doneIn(facts, 'draftAnswer')?.input['classMeans'] ?? facts.did['relayAnswer']?.input['classMeans']

export const claimsSolved: Condition = {
  title: { zh: '答复称已经解决', en: 'The answer says it is solved' },
  because: { zh: '答复没有说已经解决', en: 'the answer does not say it is solved' },
  cites: 'DB 51',
  holds: facts => classOf(facts) === 'solved',
}

export const promises: Condition = {
  title: { zh: '答复作了承诺', en: 'The answer promises something' },
  because: { zh: '答复没有承诺', en: 'the answer promises nothing' },
  cites: 'DB 51',
  holds: facts => classOf(facts) === 'promised',
}

export const toBePublished: Condition = {
  title: { zh: '答复应当公开', en: 'The answer is to be published' },
  because: { zh: '答复已经定为不公开', en: 'it was decided not to publish the answer' },
  cites: 'GK 26',
  holds: facts => publicity(facts).some(way => way === 'full' || way === 'summary'),
}

/** Of every answer that stands: with separate organs each decides on its own. */
function publicity(facts: CaseFacts): unknown[] {
  return Object.entries(facts.did)
    .filter(([act]) => act.startsWith('draftAnswer@') || act === 'relayAnswer')
    .map(([, { input }]) => input['publicity'])
}

export const isPublished: Condition = {
  title: { zh: '已经公开', en: 'It is published' },
  because: { zh: '还没有公开', en: 'it is not published' },
  cites: 'GK 26',
  holds: ({ did }) => (did['publish']?.seq ?? -1) > (did['unpublish']?.seq ?? -1),
}

export const notPublished: Condition = {
  title: { zh: '尚未公开', en: 'Not published yet' },
  because: { zh: '已经公开', en: 'it is published already' },
  cites: 'GK 26',
  holds: (facts, actor) => !isPublished.holds(facts, actor),
}
