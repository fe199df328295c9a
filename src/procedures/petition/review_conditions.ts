import type { Condition } from '../procedure.ts'
import { lastOf, nobody } from './facts.ts'

/** Where a review stands, and what it leaves to those who redo or end the matter. */

/** An opinion that was revoked may come again only on new facts; where either says no outcomes, nobody can tell. */
export const isNotTheSame: Condition = {
  title: { zh: '重新作出的意见不与原意见相同', en: 'The new opinion is not the old one' },
  because: {
    zh: '原处理意见已被撤销：没有新的事实，不得作出相同的结论，请退回修改',
    en: 'the opinion was revoked: without new facts the same conclusion may not be given again; send it back',
  },
  cites: 'XF 35',
  holds: facts => {
    const { draft } = facts.did
    const [revoked, now] = [facts.set['revoked'], draft?.input['demands']]
    if (revoked === undefined || draft?.input['newFacts'] === true) return true
    const areSaid = revoked !== null && now !== undefined
    return areSaid && JSON.stringify(now) !== JSON.stringify(revoked)
  },
}

export const isReReviewed: Condition = {
  title: { zh: '已有复核意见', en: 'Re-reviewed' },
  because: { zh: '没有复核意见的，不是三级终结', en: 'without a re-review nothing is concluded' },
  cites: 'XF 36',
  holds: facts =>
    lastOf(facts, ['reReviewUphold', 'reReviewChange']) > lastOf(facts, ['reopen', 'reclassify', 'revive']),
}

export const isNotReReviewed: Condition = {
  title: { zh: '没有经过复核', en: 'Not re-reviewed' },
  because: { zh: '已经复核的，按三级终结办理', en: 'what was re-reviewed is concluded instead' },
  cites: 'XF 36',
  holds: facts => !isReReviewed.holds(facts, nobody),
}
