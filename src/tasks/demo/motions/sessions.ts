import { system } from '../../../accounts/actor.ts'
import { setRule } from '../../../accounts/rule_changes.ts'
import { openSession } from '../../../accounts/term_changes.ts'
import { sessionId } from '../../../accounts/terms.ts'
import type { Store } from '../../../db/open.ts'
import { addDays, endOfDay } from '../../../law/day.ts'
import type { Day } from '../../../law/day.ts'
import type { MotionKind } from './step.ts'

/** How many days before the last day of the year each session begins to take matters in, and when its own series ends. */
export const sessionDays = {
  'deputy-suggestion': { from: 312, cutoff: 300 },
  'cppcc-proposal': { from: 400, cutoff: 300 },
} as const satisfies Record<MotionKind, unknown>

/** Opens last year’s session with some rules of its own, and this year’s as a copy of it with a rule or two changed. */
export async function openSessions(store: Store, today: Day): Promise<void> {
  for (const { from, cutoff, copies, rules, ...session } of sessionsIn(today)) {
    const { procedure, term } = session
    const by = { actor: system, now: endOfDay(addDays(from, -20)) }
    const copyOf = copies === undefined ? null : sessionId(procedure, term, copies)
    const opened = await openSession(store, by, { ...session, from, cutoff, copyOf })
    if (opened.outcome !== 'done') throw new Error(`${session.zh}: ${JSON.stringify(opened)}`)
    for (const [name, { value, source }] of Object.entries(rules)) {
      const set = await setRule(store, by, { session: opened.id, name, value, from, source })
      if (set.outcome !== 'done') throw new Error(`${session.zh}, ${name}: ${JSON.stringify(set)}`)
    }
  }
}

type Opened = {
  procedure: MotionKind
  term: number
  session: number
  zh: string
  en: string
  from: Day
  cutoff: Day
  copies?: number
  rules: Readonly<Record<string, { value: string; source: string }>>
}

// prettier-ignore
const sessionsIn = (today: Day): Opened[] => [
  { procedure: 'cppcc-proposal', term: 13, session: 4, zh: '区政协十三届四次会议', en: 'Fourth plenary of the thirteenth CPPCC', from: addDays(today, -765), cutoff: addDays(today, -665),
    rules: { feedback: { value: 'short', source: '区政协办公室通知' }, review: { value: '15 working days', source: '区政协提案办理办法' } } },
  { procedure: 'deputy-suggestion', term: 18, session: 4, zh: '区十八届人大四次会议', en: 'Fourth session of the eighteenth congress', from: addDays(today, -677), cutoff: addDays(today, -665),
    rules: { ratingWindow: { value: '20 working days', source: '区人大常委会代表建议办理办法' } } },
  { procedure: 'cppcc-proposal', term: 13, session: 5, zh: '区政协十三届五次会议', en: 'Fifth plenary of the thirteenth CPPCC', from: addDays(today, -sessionDays['cppcc-proposal'].from), cutoff: addDays(today, -sessionDays['cppcc-proposal'].cutoff), copies: 4,
    rules: { feedback: { value: 'seven', source: '区政协提案办理办法（修订）' } } },
  { procedure: 'deputy-suggestion', term: 18, session: 5, zh: '区十八届人大五次会议', en: 'Fifth session of the eighteenth congress', from: addDays(today, -sessionDays['deputy-suggestion'].from), cutoff: addDays(today, -sessionDays['deputy-suggestion'].cutoff), copies: 4,
    rules: { ratingWindow: { value: '15 working days', source: '区人大常委会代表建议办理办法（修订）' }, firstContact: { value: '15 working days', source: '区人大常委会代表建议办理办法（修订）' } } },
]
