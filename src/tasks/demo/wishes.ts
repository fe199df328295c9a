import type { Matter } from './matter.ts'
import { isTurnedAway } from './road.ts'
import type { Wish } from './road.ts'
import { parentOf } from './seats.ts'

/** Each matter with its fate. What the wishes do not ask for is left to chance; matters near the end stay open. */
export function grantWishes(matters: readonly Matter[]): { matter: Matter; wish: Wish }[] {
  const granted = new Map<Matter, Wish>()
  for (const { fits, wish } of wishes) {
    const matter = matters.find(matter => !granted.has(matter) && fits(matter))
    if (!matter) throw new Error(`No matter is left for ${JSON.stringify(wish)}`)
    granted.set(matter, wish)
  }
  return matters.map(matter => ({ matter, wish: granted.get(matter) ?? {} }))
}

const goesOn = (matter: Matter) => !isTurnedAway(matter)
const isRouteSix = (matter: Matter) => goesOn(matter) && matter.route === '6' && matter.extensionReason === undefined
const isPlain = (matter: Matter) => isRouteSix(matter) && matter.question === undefined
const isReviewed = (matter: Matter) => isRouteSix(matter) && parentOf(matter.organ) === 'district-government'
const isHousing = (matter: Matter) => isPlain(matter) && matter.organ === 'housing-bureau'
const isOther = (matter: Matter) => goesOn(matter) && matter.kind !== 'appeal'
const isExtendable = (matter: Matter) => matter.extensionReason !== undefined

type Wished = { fits: (matter: Matter) => boolean; wish: Wish }
const stops = (fits: Wished['fits'], act: string, ...agos: number[]): Wished[] =>
  agos.map(ago => ({ fits, wish: { last: { act, ago } } }))
const some = (fits: Wished['fits'], times: number, wish: Wish): Wished[] =>
  Array.from({ length: times }, () => ({ fits, wish }))

/** Every state of the procedure, some in time and some overdue; 赵强 and 孙丽 of the housing bureau have work before them. */
// prettier-ignore
const wishes: Wished[] = [
  ...stops(isHousing, 'transfer', 1),
  ...stops(isHousing, 'receive', 2),
  ...stops(isHousing, 'accept', 12, 66),
  ...stops(isHousing, 'draft', 1),
  ...stops(isHousing, 'answer', 1),
  ...stops(isHousing, 'serve', 4),

  ...stops(goesOn, 'submit', 1, 2, 20),
  ...stops(goesOn, 'register', 1, 3, 18),
  ...stops(goesOn, 'transfer', 2),
  ...stops(goesOn, 'receive', 4, 16),
  ...stops(isPlain, 'accept', 5, 25, 54, 58, 64, 75),
  ...some(isPlain, 2, { asks: true, last: { act: 'ask', ago: 3 } }),
  ...some(isExtendable, 3, { last: { act: 'extend', ago: 4 } }),
  ...stops(isPlain, 'draft', 3),
  ...stops(isPlain, 'answer', 2),
  ...stops(isPlain, 'serve', 8, 15),
  ...some(isPlain, 2, { objects: 'agreeReturn', last: { act: 'object', ago: 1 } }),
  ...some(isPlain, 2, { objects: 'takeBack' }),
  ...some(isPlain, 2, { agrees: true, last: { act: 'agree', ago: 1 } }),
  ...stops(isOther, 'inform', 1, 2),

  { fits: isReviewed, wish: { review: 'reviewUphold', last: { act: 'requestReview', ago: 6 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', last: { act: 'requestReview', ago: 36 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', last: { act: 'reviewUphold', ago: 5 } } },
  { fits: isReviewed, wish: { review: 'reviewChange', last: { act: 'reviewChange', ago: 12 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', reReview: 'reReviewUphold', last: { act: 'requestReReview', ago: 7 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', reReview: 'reReviewUphold', last: { act: 'close', ago: 20 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', reReview: 'reReviewChange', last: { act: 'close', ago: 9 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', reReview: 'reReviewRevoke', last: { act: 'reReviewRevoke', ago: 15 } } },
  { fits: isReviewed, wish: { review: 'reviewRevoke', last: { act: 'reviewRevoke', ago: 25 } } },
  { fits: isReviewed, wish: { review: 'reviewUphold', last: { act: 'close', ago: 30 } } },

  ...some(isPlain, 2, { agrees: true, reopens: true, last: { act: 'reopen', ago: 10 } }),
  ...some(isPlain, 2, { objects: 'agreeReturn' }),
  ...some(isPlain, 2, { objects: 'designate' }),
  ...some(isPlain, 4, { sendsBack: true }),
  ...some(goesOn, 4, { withdraws: true, last: { act: 'withdraw', ago: 40 } }),
  ...some(isPlain, 9, { isLate: true }),
  ...some(isPlain, 7, { isRecordedLate: true }),
]
