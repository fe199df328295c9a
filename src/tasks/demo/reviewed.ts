import { handledAgain } from './handled.ts'
import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'
import { parentOf } from './seats.ts'
import { closing } from './served.ts'

/** The organ above reviews the opinion, and the one above that re-reviews it (arts. 35, 36). */
export function reviewed(traveller: Traveller): Step[] {
  const { matter, wish, luck } = traveller
  const above = parentOf(matter.organ) ?? ''
  const request = (act: string): Step => ({
    act,
    by: 'petitioner',
    after: luck.between(8, 20),
    input: { reason: said.requesting },
  })
  const decide = (act: string, organ: string): Step => ({
    act,
    by: 'reviewer',
    organ,
    after: luck.between(12, 24),
    input: { reason: act.endsWith('Uphold') ? said.upholding : act.endsWith('Change') ? said.changing : said.revoking },
  })
  const review = [request('requestReview'), decide(wish.review ?? 'reviewUphold', above)]
  if (wish.review === 'reviewRevoke') return [...review, ...handledAgain(traveller)]
  if (!wish.reReview) return [...review, closing(traveller, false)]
  const again = [...review, request('requestReReview'), decide(wish.reReview, parentOf(above) ?? '')]
  return wish.reReview === 'reReviewRevoke'
    ? [...again, ...handledAgain(traveller)]
    : [...again, closing(traveller, true)]
}
