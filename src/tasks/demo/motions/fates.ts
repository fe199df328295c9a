import type { Chance } from '../chance.ts'
import type { Fate } from './fate.ts'
import type { Motion } from './motion.ts'
import type { MotionKind } from './step.ts'

/** The fate of each: what is set for its place, and chance for the rest. */
export function fateOf(kind: MotionKind, motion: Motion, nth: number, luck: Chance): Fate {
  const set = kind === 'deputy-suggestion' ? ofSuggestions[nth] : ofProposals[nth]
  return {
    ...(luck.in100(6) && { isSentBack: true }),
    ...(luck.in100(9) && motion.dissatisfied === undefined && !set?.last && !set?.isUnhappy && { isUnrated: true }),
    publicity: motion.lead === 'court' ? 'none' : luck.in100(82) ? 'full' : luck.in100(70) ? 'summary' : 'none',
    ...(luck.in100(5) && { published: luck.in100(50) ? 'late' : 'never' }),
    ...(luck.in100(10) && { isEvidenceReturned: true }),
    ...(motion.result === 'promised' ? { promise: promiseOf(kind, motion, luck) } : {}),
    ...set,
  }
}

/** Promises of the session’s suggestions are running still, or overdue: none of them is confirmed before the year ends. */
function promiseOf(
  kind: MotionKind,
  { evidence, redone, separate }: Motion,
  luck: Chance,
): NonNullable<Fate['promise']> {
  const chance = luck.between(1, 100)
  if (evidence === undefined || redone !== undefined || separate !== undefined)
    return chance <= 18 ? 'overdue' : chance <= 40 ? 'going' : 'running'
  if (kind === 'deputy-suggestion') return chance <= 22 ? 'shown' : chance <= 55 ? 'going' : 'running'
  return chance <= 55 ? 'kept' : chance <= 82 ? 'keptLate' : chance <= 90 ? 'shown' : 'going'
}

/** What stands at an act is open on the last day of the year. */
// prettier-ignore
const ofSuggestions: Readonly<Record<number, Fate>> = {
  0:   { isKey: true },
  1:   { isCoHandlerSilent: true },
  3:   { objects: true },
  4:   { redoneAgo: 34, last: { act: 'serve' } },
  5:   { isTakenBack: true },
  6:   { isKey: true, extension: 'granted' },
  7:   { isRevised: true },
  8:   { waitsForCoSigners: true },
  9:   { isCoHandlerSilent: true },
  10:  { isKept: true },
  11:  { waitsForCoSigners: true },
  12:  { objects: true, isSentBack: true },
  13:  { isLate: true, published: 'late' },
  17:  { isSupervised: true, extension: 'granted', promise: 'overdue', last: { act: 'supervise' } },
  22:  { extension: 'granted' },
  23:  { isJoined: true },
  24:  { published: 'never', publicity: 'full' },
  25:  { isEvidenceReturned: true },
  26:  { published: 'takenDown', publicity: 'full' },
  27:  { isKey: true },
  31:  { isCoHandlerSilent: true },
  32:  { isUnhappy: true },
  34:  { isLate: true },
  38:  { extension: 'denied' },
  45:  { isKey: true },
  47:  { objects: true },
  52:  { isUnhappy: true },
  58:  { isCoHandlerSilent: true, extension: 'granted' },
  64:  { handedOverLate: 15 },
  73:  { extension: 'granted' },
  76:  { published: 'never', publicity: 'full' },
  89:  { isCoHandlerSilent: true },
  101: { isLate: true },
  109: { last: { act: 'serve', ago: 5 } },
  111: { last: { act: 'draftAnswer', ago: 2 } },
  112: { isCoHandlerSilent: true, last: { act: 'contact', ago: 46 } },
  113: { last: { act: 'contact', ago: 88 } },
  114: { extension: 'granted', last: { act: 'grantExtension', ago: 6 } },
}

// prettier-ignore
const ofProposals: Readonly<Record<number, Fate>> = {
  0:   { isKey: true },
  1:   { isEvidenceReturned: true, published: 'takenDown', publicity: 'full' },
  2:   { isCoHandlerSilent: true },
  3:   { objects: true },
  5:   { extension: 'granted' },
  7:   { isTakenBack: true },
  8:   { waitsForCoSigners: true },
  9:   { isLate: true },
  10:  { isJoined: true },
  11:  { isCoHandlerSilent: true, isKey: true },
  12:  { waitsForCoSigners: true },
  14:  { isRevised: true },
  15:  { extension: 'granted' },
  16:  { waitsForCoSigners: true },
  18:  { isUnhappy: true },
  21:  { waitsForCoSigners: true },
  22:  { isCoHandlerSilent: true },
  25:  { objects: true },
  26:  { isKept: true },
  27:  { isHeardLast: true },
  30:  { published: 'never', publicity: 'full' },
  31:  { isUnhappy: true },
  33:  { extension: 'denied' },
  36:  { isLate: true, published: 'late' },
  43:  { isKey: true },
  57:  { isCoHandlerSilent: true },
  65:  { isUnhappy: true },
  66:  { handedOverLate: 20 },
  79:  { last: { act: 'serve', ago: 5 } },
  80:  { isHeardLast: true, last: { act: 'rate', ago: 4 } },
  81:  { isUnrated: true, publicity: 'full', last: { act: 'publish', ago: 28 } },
  82:  { isCoHandlerSilent: true, last: { act: 'contactAgain', ago: 24 } },
  83:  { objects: true, handedOverLate: 40, last: { act: 'object', ago: 2 } },
}
