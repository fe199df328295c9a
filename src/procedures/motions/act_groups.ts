import type { ActGroup } from '../act_groups.ts'
import type { cppccProposal } from '../cppcc-proposal/procedure.ts'
import type { deputySuggestion } from '../deputy-suggestion/procedure.ts'

type ActOfMotions = keyof typeof deputySuggestion.acts | keyof typeof cppccProposal.acts

/** Every act of a suggestion or a proposal, with what it is for. */
// prettier-ignore
export const motionGroups = {
  draft: 'sign', draftTogether: 'sign', invite: 'sign', sign: 'sign', decline: 'sign', lapseInvitation: 'sign', revise: 'sign',
  discard: 'sign', submit: 'sign', resubmit: 'sign', agreeToWithdraw: 'sign', withdraw: 'sign',

  askRevision: 'send', treatAsLetter: 'send', register: 'send', notFile: 'send', merge: 'send', handOver: 'send',
  handOverSeparately: 'send', addHandlers: 'send', addSeparate: 'send', receive: 'send', object: 'send', agreeReturn: 'send', keepWith: 'send',
  takeBack: 'send',

  contact: 'handle', contactAgain: 'handle', contactAfter: 'handle', contactAfterFor: 'handle', opine: 'handle', goOnWithout: 'handle', draftAnswer: 'handle',
  sendBack: 'handle', answer: 'handle', relayAnswer: 'handle', unmerge: 'send', serve: 'handle', requestExtension: 'handle', grantExtension: 'handle',
  denyExtension: 'handle',

  rate: 'settle', lapseRating: 'settle', countSilence: 'settle', orderRedo: 'settle', close: 'settle', closeUnrated: 'settle',

  showEvidence: 'outcome', confirmOutcome: 'outcome', returnEvidence: 'outcome', reportProgress: 'outcome', publish: 'outcome',
  unpublish: 'outcome',

  makeKey: 'supervise', urge: 'supervise', supervise: 'supervise', answerSupervision: 'supervise', liftSupervision: 'supervise',

  lapse: 'supervise', recalculate: 'correct',
} as const satisfies Record<ActOfMotions, ActGroup>
