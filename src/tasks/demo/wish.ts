import type { EpisodeName } from './episode.ts'
import type { Matter } from './matter.ts'
import type { Sending } from './sent.ts'

/** What is to become of a matter, where chance is not to choose. */
export type Wish = {
  /** The road ends with this act, done so many days ago. */
  last?: { act: string; ago: number }
  sends?: Sending
  objects?: 'agreeReturn' | 'designate' | 'takeBack'
  /** What happens besides. */
  meanwhile?: readonly EpisodeName[]
  registeredAs?: Pick<Matter, 'kind' | 'route'>
  isConfidential?: true
  isAnonymous?: true
  extends?: true
  asks?: true
  sendsBack?: true
  review?: 'reviewUphold' | 'reviewChange' | 'reviewRevoke'
  /** The organ that would review it must stand aside. */
  isMovedUp?: true
  reReview?: 'reReviewUphold' | 'reReviewChange' | 'reReviewRevoke'
  /** Where nothing is said, chance decides. */
  agrees?: boolean
  withdraws?: true
  reopens?: true
  isLate?: true
  isRecordedLate?: true
}
