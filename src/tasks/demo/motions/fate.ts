/** What is to become of a suggestion or a proposal. */
export type Fate = {
  /** On the last day of the year it stands at this act, done so many days ago where that is not to follow from its road. */
  last?: { act: string; ago?: number }
  /** First handed to an organ whose business it is not, which objects; or taken back from it; or kept with the lead. */
  objects?: true
  isTakenBack?: true
  isKept?: true
  /** Submitted only after the day to confirm by has passed. */
  waitsForCoSigners?: true
  /** Another organ is asked to help once it is handled. */
  isJoined?: true
  /** Returned for revision before it is taken in. */
  isRevised?: true
  /** Handed over so many days after it was registered. */
  handedOverLate?: number
  /** The first of its co-handlers never gives its opinion. */
  isCoHandlerSilent?: true
  extension?: 'granted' | 'denied'
  /** Answered after its term. */
  isLate?: true
  isSentBack?: true
  isKey?: true
  /** Supervised once it is rated, and the supervision stays unanswered. */
  isSupervised?: true
  /** Nobody rates it before the window lapses. */
  isUnrated?: true
  /** Dissatisfied at the last, and not handled again. */
  isUnhappy?: true
  /** Ordered to be redone only so many days before the last day of the year. */
  redoneAgo?: number
  /** The member is heard after the rating, not before it. */
  isHeardLast?: true
  isWithdrawn?: true
  /** Rated on the two questions that the session before asked. */
  isRatedShort?: true
  promise?: 'kept' | 'keptLate' | 'overdue' | 'shown' | 'going' | 'running'
  isEvidenceReturned?: true
  publicity?: 'full' | 'summary' | 'none'
  published?: 'late' | 'never' | 'takenDown'
}
