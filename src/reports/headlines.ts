import type { Headline } from './report.ts'

/** What came, what was done, and how far that is from complete. */
export const closureHeadline: Headline = {
  counts: ['received', 'answered', 'ended_otherwise', 'open', 'closed'],
  rates: ['closure_rate', 'on_time_rate', 'satisfaction_office', 'satisfaction_organ'],
  late: 'recorded_late',
  sum: { of: ['carried_over', 'received', 'reopened'], is: ['answered', 'ended_otherwise', 'open'] },
}
