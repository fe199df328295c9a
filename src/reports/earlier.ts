import type { Cohort, Test } from './cohort.ts'
import { cohorts, dueRighted } from './cohorts.ts'
import { countingOf } from './countings.ts'
import type { Earlier } from './metric.ts'

/** What figures meant before their meaning was changed, newest first. */
export const recordedLate: readonly Earlier[] = [
  {
    version: '2',
    until: '2026-11-29',
    formula: {
      zh: '按期办复，但期限届满时没有录入任何按期答复，或者更正日期后才成为按期的事项',
      en: 'answered on time by legal day, but no answer in time had been recorded by the deadline, or on time only since a day was put right',
    },
    numerator: countingOf({
      either: [
        {
          of: cohorts.dueOnTime,
          having: [{ not: { kinds: ['answered'], byThrough: true, byDue: true, recordedByDue: true } }],
        },
        dueRighted,
      ],
    }),
  },
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

/** A deadline that ran anew counted as kept where one of its name had been kept before, and as assumed likewise. */
function acceptance(deadline: 'registration' | 'acceptance') {
  const due: Cohort = { due: [{ deadline }], days: 'in the whole month' }
  const assumed: Test = { kinds: ['assumed'], about: [deadline] }
  const met: Test = { kinds: ['met'], about: [deadline], happened: true, byThrough: true, byDue: true }
  const toAccept: Cohort = { of: due, having: [{ not: assumed }] }
  const was = { version: '1', until: '2026-11-29' }
  const timely: Earlier = {
    ...was,
    formula: {
      zh: '期限在当月届满的事项中曾经按期处理的÷全部；曾经推定受理的不计',
      en: 'of matters whose deadline falls in the month: ever handled by it; ever assumed ones left out',
    },
    numerator: countingOf({ of: toAccept, having: [met] }),
    denominator: countingOf(toAccept),
  }
  const left: Earlier = {
    ...was,
    formula: {
      zh: '期限在当月届满、受理日期曾系推定的事项',
      en: 'matters due in the month whose acceptance was ever assumed',
    },
    numerator: countingOf({ of: due, having: [assumed] }),
  }
  return { timely: [timely], assumed: [left] }
}

export const byOffice = acceptance('registration')
export const byOrgan = acceptance('acceptance')
