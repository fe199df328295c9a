import type { ActGroup } from '../act_groups.ts'
import type { petition } from './procedure.ts'

/** Every act of a petition, with what it is for. */
// prettier-ignore
export const petitionGroups = {
  submit: 'send', register: 'send', transfer: 'send', handOver: 'send', handDown: 'send', receiveDown: 'send', returnUp: 'send',
  passDown: 'send', refer: 'send', decideCompetence: 'send', receive: 'send', object: 'send', agreeReturn: 'send', designate: 'send',
  takeBack: 'send',

  accept: 'handle', refuse: 'handle', declineAgain: 'handle', redirect: 'handle', extend: 'handle', consider: 'handle', mediate: 'handle',
  reachAgreement: 'handle', endMediation: 'handle', openHearing: 'handle', closeHearing: 'handle', draft: 'handle', sendBack: 'handle',
  answer: 'handle', answerSuggestion: 'handle', answerAccusation: 'handle', answerDuty: 'handle', serve: 'handle', inform: 'handle',
  agree: 'handle', recordAgreement: 'handle', expire: 'handle', rate: 'handle', close: 'handle', conclude: 'handle', reopen: 'handle',
  care: 'handle', withdraw: 'handle', revive: 'handle',

  requestReview: 'review', reviewUphold: 'review', reviewChange: 'review', reviewRevoke: 'review', serveReview: 'review',
  requestReReview: 'review', reReviewUphold: 'review', reReviewChange: 'review', reReviewRevoke: 'review', serveReReview: 'review',

  report: 'supervise', acceptReport: 'supervise', rejectReport: 'supervise', involve: 'supervise', opine: 'supervise',
  dismiss: 'supervise', ask: 'supervise', reply: 'supervise', addMaterial: 'supervise', urge: 'supervise', supervise: 'supervise',
  answerSupervision: 'supervise', returnSupervisionAnswer: 'supervise', liftSupervision: 'supervise', propose: 'supervise',
  answerProposal: 'supervise', putInCharge: 'supervise', endCharge: 'supervise', instruct: 'supervise', reportInstruction: 'supervise',
  returnInstruction: 'supervise', endInstruction: 'supervise', reportUrgent: 'supervise', lapse: 'supervise',

  wall: 'people', recuse: 'people', requestRecusal: 'people', decideRecusal: 'people', authoriseAgent: 'people', endAgency: 'people',
  changeContact: 'people', recordContact: 'people', renewCode: 'people',

  reclassify: 'correct', correct: 'correct', linkRepeat: 'correct', unlinkRepeat: 'correct', pullFile: 'correct', recalculate: 'correct',
} as const satisfies Record<keyof typeof petition.acts, ActGroup>
