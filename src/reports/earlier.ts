import { cohorts } from './cohorts.ts'
import { countingOf } from './countings.ts'
import type { Earlier } from './metric.ts'

/** What figures meant before their meaning was changed, newest first. */
export const recordedLate: readonly Earlier[] = [
  {
    version: '1',
    until: '2026-11-23',
    formula: {
      zh: '按期办复，但期限届满后才录入的事项',
      en: 'answered on time by legal day, but recorded only after the deadline',
    },
    numerator: countingOf({
      of: cohorts.dueOnTime,
      having: [{ not: { kinds: ['answered'], byThrough: true, byDue: true, recordedByDue: true } }],
    }),
  },
]
