/** One made-up suggestion or proposal, with what is answered. Everyone and everything in it is fictional. */
export type Motion = MotionText & {
  /** The organ that answers: alone, or with the opinions of its co-handlers. */
  lead: string
  coHandlers?: readonly string[]
  /** Two organs that each answer their part; the lead is the first of them. */
  separate?: readonly string[]
  result: 'solved' | 'promised' | 'planned' | 'reference'
  answer: string
  /** What the second of two separate organs answers for its part. */
  otherAnswer?: string
  /** What will be done, when it is promised. It names no day: the promise has its own. */
  promise?: string
  /** What shows that it is done: for all that is solved, and for promises that are kept. */
  evidence?: string
  /** The written opinions of the co-handlers, in their order. */
  opinions?: readonly string[]
  /** The contact with the deputy or member before the answer. */
  contact: string
  /** Why the first answer did not satisfy, and the second answer then. */
  dissatisfied?: string
  redone?: string
}

/** What its signers write. */
export type MotionText = {
  title: string
  situation: string
  advice: string
  field: MotionField
}

export type MotionField =
  | 'economy'
  | 'agriculture'
  | 'city'
  | 'environment'
  | 'education-culture'
  | 'health'
  | 'civil-affairs'
  | 'law'
  | 'transport'

/** A proposal that is merged into another: `into` is the other’s place among the proposals. */
export type MergedProposal = { motion: MotionText; into: number }

/** A proposal that is not filed, by the number of its ground in the national list: 7 to 10. */
export type NotFiledProposal = MotionText & { ground: 7 | 8 | 9 | 10 }
