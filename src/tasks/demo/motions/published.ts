import { said } from './said.ts'
import { clerkOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

/** Within twenty working days of the answer; a few later, and some not yet. */
export function published({ kind, motion, fate, luck }: MotionTraveller): MotionStep[] {
  if (fate.publicity === 'none' || fate.published === 'never') return []
  const publish: MotionStep = {
    act: 'publish',
    by: clerkOf(kind),
    after: luck.between(1, 4),
    ...(fate.published === 'late' && { notBefore: { of: 'answer', plus: 45 } }),
    input: {
      publishedTitle: motion.title,
      publishedText: fate.publicity === 'summary' ? said.summary : textOf(motion),
    },
  }
  const takeDown: MotionStep = { act: 'unpublish', by: clerkOf(kind), after: 4, input: { reason: said.takingDown } }
  return fate.published === 'takenDown' ? [publish, takeDown, publish] : [publish]
}

const textOf = ({ answer, redone, otherAnswer }: MotionTraveller['motion']) =>
  [redone ?? answer, ...(otherAnswer === undefined ? [] : [otherAnswer])].join('\n\n')
