import { eachByItself } from './treatment.ts'
import type { Treatment } from './treatment.ts'

/** How figures of ratings count what did not go straight through. */

/** Ratings, on the day they were given. */
export const ofRating: Treatment = {
  carryOver: {
    zh: '不论何时收到，本期评价的即计',
    en: 'counted in the period it is rated in it was received',
  },
  reopening: { zh: '恢复办理以前的评价照计', en: 'what was rated before a reopening still counts' },
  merging: eachByItself,
  withdrawal: { zh: '已作的评价照计', en: 'a rating given before still counts' },
  transfer: {
    zh: '计入被评价的单位，后来移交的不改',
    en: 'counts for the body that was rated, whoever has the matter since',
  },
  redo: {
    zh: '重新办理后再次评价的，两次评价各归其期',
    en: 'rated again after a redo, both ratings count, each in its period',
  },
  lateRecording: { zh: '按评价日归期', en: 'counted on the day of rating' },
}

/** Rated, or the window to rate is over. */
export const ofRatingWindow: Treatment = {
  ...ofRating,
  carryOver: {
    zh: '不论何时收到；评价与评价期限届满不在同一期的，两期各计一次',
    en: 'whenever it was received; rated in one period and with its window ending in another, it counts in both',
  },
  reopening: {
    zh: '已经评价的照计；评价期限届满以前恢复办理、没有评价的不计',
    en: 'what was rated still counts; not rated and reopened before the window ended, it does not',
  },
  withdrawal: {
    zh: '已经评价的照计；评价期限届满以前撤回、没有评价的不计',
    en: 'what was rated still counts; not rated and withdrawn before the window ended, it does not',
  },
  redo: { zh: '同恢复办理；一件只计一次', en: 'as a reopening; a matter counts once' },
  transfer: { zh: '只按全区统计，移交不影响', en: 'counted for the district only; a transfer changes nothing' },
}
