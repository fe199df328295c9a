import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'
import { answering, doneIn, hasAnswered } from './facts.ts'
import { everyOrganHasAnswered } from './handling_conditions.ts'

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

/** What was claimed as done and is not shown to be is a claim still: nobody promised it. */
export const wasClaimed: Condition = {
  title: { zh: '答复称已经解决', en: 'The answer said it was solved' },
  because: { zh: '答复作的是承诺', en: 'the answer made a promise' },
  cites: 'DB 51',
  holds: facts =>
    answering(facts).some(
      ({ id, organ }) =>
        organ === facts.part?.organ && doneIn(facts, 'draftAnswer', id)?.input['classMeans'] === 'solved',
    ),
}

export const toBePublished: Condition = {
  title: { zh: '答复应当公开', en: 'The answer is to be published' },
  because: { zh: '答复已经定为不公开', en: 'it was decided not to publish the answer' },
  cites: 'GK 26',
  holds: facts => publicity(facts).some(way => way === 'full' || way === 'summary'),
}

/** Of every answer that stands: with separate organs each decides on its own. */
const publicity = (facts: CaseFacts): unknown[] =>
  answering(facts)
    .filter(hasAnswered)
    .map(({ id }) => doneIn(facts, 'draftAnswer', id)?.input['publicity'])

/** The last answer that was missing starts the term. */
export const awaitsPublication: Condition = {
  title: { zh: '每个单位都已答复，其中有应当公开的', en: 'Every organ has answered, and an answer is to be published' },
  because: { zh: '答复没有齐，或者定为不公开', en: 'an answer is missing, or none is to be published' },
  cites: 'GK 26',
  holds: (facts, actor) => everyOrganHasAnswered.holds(facts, actor) && toBePublished.holds(facts, actor),
}

export const isPublished: Condition = {
  title: { zh: '已经公开', en: 'It is published' },
  because: { zh: '还没有公开', en: 'it is not published' },
  cites: 'GK 26',
  holds: ({ did }) => (did['publish']?.seq ?? -1) > (did['unpublish']?.seq ?? -1),
}

/** An answer given after the published one is published in its place. */
export const notPublished: Condition = {
  title: { zh: '现在的答复尚未公开', en: 'The answer that stands is not published yet' },
  because: { zh: '已经公开', en: 'it is published already' },
  cites: 'GK 26',
  holds: (facts, actor) =>
    !isPublished.holds(facts, actor) || (facts.did['publish']?.seq ?? -1) < (facts.did['answer']?.seq ?? -1),
}
