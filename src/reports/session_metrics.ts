import type { Metric } from './metric.ts'
import { handlingMetrics } from './session_handling.ts'
import { outcomeMetrics } from './session_outcomes.ts'
import { sessionRatingMetrics } from './session_ratings.ts'
import { submissionMetrics } from './session_submissions.ts'

/** What is told of a session's suggestions or proposals: each is a sum of the signed lines of its batch. */
export const sessionMetrics: readonly Metric[] = [
  ...submissionMetrics,
  ...handlingMetrics,
  ...outcomeMetrics,
  ...sessionRatingMetrics,
]
