import type { Given } from '../cases/answers_given.ts'
import type { Day } from '../law/day.ts'
import { sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'

/** What has become of what an answer claims or promises, as of today; a class alone is a claim. */
export function outcomeOf({ means, promiseBy }: Given, state: string | undefined, today: Day): Text | undefined {
  if (means !== 'solved' && means !== 'promised') return undefined
  if (state === 'shown') return checking
  if (state === 'carriedOut') return means === 'solved' ? confirmed : kept
  return means === 'solved' ? claimed : promised(promiseBy, today)
}

const checking: Text = { zh: '承办单位已报落实佐证，待核实', en: 'Evidence was given and is being checked' }
const confirmed: Text = { zh: '已经解决，佐证已核实', en: 'Solved; the evidence was checked' }
const kept: Text = { zh: '承诺已经落实，佐证已核实', en: 'The promise was carried out; the evidence was checked' }
const claimed: Text = {
  zh: '答复称已经解决，尚未核实佐证',
  en: 'Said to be solved; no evidence has been checked yet',
}

function promised(by: Day | undefined, today: Day): Text {
  if (by === undefined) return { zh: '已承诺，尚未落实', en: 'Promised, not carried out yet' }
  const { zh, en } = sayDay(by)
  return by < today
    ? { zh: `承诺${zh}前落实，已逾期`, en: `Promised by ${en}; overdue` }
    : { zh: `承诺${zh}前落实，尚未落实`, en: `Promised by ${en}; not carried out yet` }
}
