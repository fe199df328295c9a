import { isMisread, isOther, isPassedDown, isPlain, isReviewed, isSeen, isSuggestion } from './fits.ts'
import type { Wished } from './fits.ts'

/** What has happened in the year and is over: how matters were sent, who spoke in them, who watched over them. */
// prettier-ignore
export const lives: readonly Wished[] = [
  { fits: isPassedDown, wish: { agrees: false, sends: 'below', last: { act: 'close', ago: 80 } } },
  { fits: isPlain, wish: { agrees: false, sends: 'rejected', last: { act: 'close', ago: 90 } } },
  { fits: isPlain, wish: { agrees: false, sends: 'late', last: { act: 'close', ago: 120 } } },
  { fits: isPlain, wish: { agrees: false, sends: 'handOver', last: { act: 'close', ago: 12 } } },
  { fits: isPlain, wish: { sends: 'disputed', last: { act: 'close', ago: 100 } } },
  { fits: isPlain, wish: { sends: 'leaderDecides', last: { act: 'close', ago: 70 } } },

  { fits: isPlain, wish: { meanwhile: ['unsettled', 'moved'], last: { act: 'close', ago: 65 } } },
  { fits: isPlain, wish: { meanwhile: ['coHandled', 'heard'], last: { act: 'close', ago: 110 } } },
  { fits: isPlain, wish: { meanwhile: ['coHandlerDismissed', 'lostCode'], last: { act: 'close', ago: 95 } } },
  { fits: isPlain, wish: { meanwhile: ['revived', 'corrected'], last: { act: 'close', ago: 40 } } },
  { fits: isPlain, wish: { meanwhile: ['agency', 'movedAtCounter'], last: { act: 'close', ago: 33 } } },
  { fits: isPlain, wish: { meanwhile: ['recusalGranted'], last: { act: 'close', ago: 130 } } },
  { fits: isPlain, wish: { meanwhile: ['recused', 'recusalDenied'], last: { act: 'close', ago: 75 } } },
  { fits: isSuggestion, wish: { registeredAs: { kind: 'appeal', route: '6' }, meanwhile: ['reclassified'], last: { act: 'close', ago: 85 } } },
  { fits: isMisread, wish: { registeredAs: { kind: 'appeal', route: '6' }, meanwhile: ['reclassified'], isConfidential: true, last: { act: 'close', ago: 55 } } },

  { fits: isPlain, wish: { meanwhile: ['supervisedOverdue', 'accountProposed'], last: { act: 'close', ago: 60 } } },
  { fits: isPlain, wish: { agrees: false, meanwhile: ['supervisedFeedback', 'improveProposed'], last: { act: 'close', ago: 48 } } },
  { fits: isPlain, wish: { agrees: false, meanwhile: ['supervisedShirking', 'policyProposed'], last: { act: 'close', ago: 105 } } },
  { fits: isPlain, wish: { agrees: false, meanwhile: ['supervisedNotDone'], last: { act: 'close', ago: 20 } } },
  { fits: isPlain, wish: { meanwhile: ['supervisedProcedure'], last: { act: 'close', ago: 35 } } },

  { fits: isReviewed, wish: { review: 'reviewUphold', reReview: 'reReviewUphold', meanwhile: ['reReviewHeard', 'cared'], last: { act: 'care', ago: 45 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', isMovedUp: true, meanwhile: ['movedUp'], last: { act: 'close', ago: 65 } } },
  { fits: isReviewed, wish: { review: 'reviewRevoke', last: { act: 'close', ago: 15 } } },

  { fits: isOther, wish: { isAnonymous: true, last: { act: 'close', ago: 50 } } },
  { fits: isPlain, wish: { isAnonymous: true, agrees: true, last: { act: 'accept', ago: 9 } } },
  { fits: isSeen, wish: { isConfidential: true, agrees: true, last: { act: 'close', ago: 28 } } },
  { fits: isPlain, wish: { isConfidential: true, last: { act: 'accept', ago: 15 } } },
]
