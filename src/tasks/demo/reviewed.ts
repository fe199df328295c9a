import { handledAgain } from './handled.ts'
import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'
import { parentOf } from './seats.ts'
import { officeAfter } from './sent.ts'
import { closing } from './served.ts'

/** The organ above reviews the opinion, and the one above that re-reviews it; each serves its own (arts. 35, 36). */
export function reviewed(traveller: Traveller): Step[] {
  const { matter, wish } = traveller
  const next = parentOf(matter.organ) ?? ''
  const above = wish.isMovedUp ? (parentOf(next) ?? '') : next
  const review = level(traveller, above, ['requestReview', wish.review ?? 'reviewUphold', 'serveReview'])
  if (wish.review === 'reviewRevoke') return [...review, ...handledAgain(traveller)]
  if (!wish.reReview) return [...review, closing(traveller, false)]
  const again = level(traveller, parentOf(above) ?? '', ['requestReReview', wish.reReview, 'serveReReview'])
  return wish.reReview === 'reReviewRevoke'
    ? [...review, ...again, ...handledAgain(traveller)]
    : [...review, ...again, concluding(traveller)]
}

/** Requested, decided and, unless it all begins anew, served. */
function level({ luck }: Traveller, organ: string, [request, decision, serve]: readonly [string, string, string]) {
  const reason = decision.endsWith('Uphold')
    ? said.upholding
    : decision.endsWith('Change')
      ? said.changing
      : said.revoking
  const steps: Step[] = [
    { act: request, by: 'petitioner', after: luck.between(8, 20), input: { reason: said.requesting } },
    { act: decision, by: 'reviewer', organ, after: luck.between(12, 24), input: { reason } },
  ]
  const served = { method: luck.pick(['person', 'mail']), receipt: luck.in100(90) ? 'signed' : 'refused' }
  const service: Step = { act: serve, by: 'reviewer', organ, after: luck.between(1, 4), input: served }
  return decision.endsWith('Revoke') ? steps : [...steps, service]
}

const concluding = (traveller: Traveller): Step => ({
  act: 'conclude',
  by: 'clerk',
  organ: officeAfter(traveller),
  after: traveller.luck.between(2, 8),
})
