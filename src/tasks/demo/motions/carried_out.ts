import { addDays } from '../../../law/day.ts'
import { promisedIn } from './answered.ts'
import { said } from './said.ts'
import { answerers, clerkOf, handlerOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

/** Evidence of what was solved, and of promises: some kept in time, some late, some not kept, and many still running. */
export function carriedOut(traveller: MotionTraveller): MotionStep[] {
  const { motion, fate, today, luck } = traveller
  if (motion.result === 'solved') return shownAndConfirmed(traveller, {})
  if (motion.result !== 'promised') return []
  switch (fate.promise) {
    case 'kept':
      return shownAndConfirmed(traveller, { notBefore: { of: 'draftAnswer', plus: promisedIn - luck.between(9, 25) } })
    case 'keptLate':
      return shownAndConfirmed(traveller, { notBefore: { of: 'draftAnswer', plus: promisedIn + luck.between(4, 40) } })
    case 'shown':
      return shown(traveller, { notBefore: addDays(today, -luck.between(1, 9)) })
    case 'going':
      return answerers(motion).map(organ => ({
        act: 'reportProgress',
        by: handlerOf(organ),
        after: luck.between(20, 60),
        input: { progress: said.progress },
      }))
    default:
      return []
  }
}

function shownAndConfirmed(traveller: MotionTraveller, when: Pick<MotionStep, 'notBefore'>): MotionStep[] {
  const { kind, motion, fate, luck } = traveller
  const confirmed = answerers(motion).map((organ): MotionStep => ({
    act: 'confirmOutcome',
    by: clerkOf(kind),
    after: luck.between(1, 5),
    part: { roles: ['outcome'], organ },
  }))
  const returned: MotionStep = {
    act: 'returnEvidence',
    by: clerkOf(kind),
    after: 3,
    part: { roles: ['outcome'], organ: motion.lead },
    input: { reason: said.returnedEvidence },
  }
  const again = shown(traveller, {}).slice(0, 1)
  return [...shown(traveller, when), ...(fate.isEvidenceReturned ? [returned, ...again] : []), ...confirmed]
}

const shown = ({ motion, luck }: MotionTraveller, when: Pick<MotionStep, 'notBefore'>): MotionStep[] =>
  answerers(motion).map(organ => ({
    act: 'showEvidence',
    by: handlerOf(organ),
    after: luck.between(2, 9),
    ...when,
    input: { evidence: motion.evidence ?? said.report, report: said.report },
  }))
