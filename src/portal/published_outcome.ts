import type { Given } from '../cases/answers_given.ts'
import type { Day } from '../law/day.ts'
import { sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Tone } from '../../views/parts/tag.tsx'

export type Outcome = { words: Text; tone: Tone }

/** What has become of what an answer claims or promises, as of today; a class alone is a claim. */
export function outcomeOf(answer: Given, state: string | undefined, today: Day): Outcome | undefined {
  if (answer.means === 'solved') return state === 'carriedOut' ? confirmed : (said[state ?? ''] ?? claimed)
  if (answer.means !== 'promised') return undefined
  if (state === 'carriedOut') return kept
  return said[state ?? ''] ?? promised(answer.promiseBy, today)
}

const confirmed: Outcome = {
  words: { zh: '已经解决，佐证已核实', en: 'Solved; the evidence was checked' },
  tone: 'done',
}
const claimed: Outcome = {
  words: { zh: '答复称已经解决，尚未核实佐证', en: 'Said to be solved; no evidence has been checked yet' },
  tone: 'neutral',
}
const kept: Outcome = { words: { zh: '承诺已经落实', en: 'The promise was carried out' }, tone: 'done' }

const said: Readonly<Record<string, Outcome>> = {
  shown: {
    words: { zh: '承办单位已报落实佐证，待核实', en: 'Evidence was given and is being checked' },
    tone: 'neutral',
  },
}

function promised(by: Day | undefined, today: Day): Outcome {
  if (by === undefined)
    return { words: { zh: '已承诺，尚未落实', en: 'Promised, not carried out yet' }, tone: 'neutral' }
  const day = sayDay(by)
  return by < today
    ? {
        words: { zh: `承诺${day.zh}前落实，已逾期`, en: `Promised by ${day.en}; overdue` },
        tone: 'late',
      }
    : {
        words: { zh: `承诺${day.zh}前落实，尚未落实`, en: `Promised by ${day.en}; not carried out yet` },
        tone: 'neutral',
      }
}
