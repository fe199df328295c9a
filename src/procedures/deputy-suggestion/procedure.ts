import { defineProcedure } from '../define.ts'
import { contactForm } from '../motions/answering_forms.ts'
import { rateForm, redoForm } from '../motions/closing_forms.ts'
import { draftForm } from '../motions/drafting_forms.ts'
import { ratedAndAnswered, unratedAndAnswered } from '../motions/evidence.ts'
import { answerConditions, handlingActs } from '../motions/handling_acts.ts'
import * as handling from '../motions/handling_conditions.ts'
import * as handing from '../motions/handing_forms.ts'
import { milestones, partMilestones } from '../motions/milestones.ts'
import * as outcome from '../motions/outcome_conditions.ts'
import * as rating from '../motions/rating_conditions.ts'
import { notBeingRevised } from '../motions/revision_conditions.ts'
import { reasonForm } from '../motions/shared_fields.ts'
import { signingActs } from '../motions/signing_acts.ts'
import { partWords } from '../motions/part_words.ts'
import { partStates } from '../motions/states.ts'
import { rules } from './rules.ts'

/** 人大代表建议、批评和意见: 《代表法》 as amended 2025-03-11. One line an act; the article stands on the line. */
// prettier-ignore
export const deputySuggestion = defineProcedure({
  id: 'deputy-suggestion',
  title: { zh: '代表建议', en: 'Deputy’s suggestion' },
  version: '2025-03-11',
  inForce: { from: '2025-03-11' },
  prefix: 'JY',
  office: 'congress',
  numbered: { session: 'sessionNumber', between: 'betweenNumber' },
  kinds: {},
  routes: {},
  milestones,
  partMilestones,
  partWords,

  states: {
    draft:      { title: { zh: '起草、征集联名', en: 'Draft' }, awaits: 'deputy', drafted: true, next: { zh: '由您修改、邀请联名并提交。', en: 'Revise it, ask others to sign, and submit it.' } },
    submitted:  { title: { zh: '已提交', en: 'Submitted' }, awaits: 'clerk', next: { zh: '{office}正在审核是否作为建议受理。', en: '{office} is checking whether it is admitted as a suggestion.' } },
    revising:   { title: { zh: '退回修改', en: 'To be revised' }, awaits: 'deputy', next: { zh: '请修改后重新提交{by:revision}。', en: 'Please revise and submit it again{by:revision}.' } },
    registered: { title: { zh: '已受理，待交办', en: 'Registered' }, awaits: 'clerk', next: { zh: '{office}将交有关机关、单位办理。', en: '{office} will hand it over.' } },
    handling:   { title: { zh: '办理中', en: 'In handling' }, awaits: 'handler', byParts: true, next: { zh: '{lead}正在办理{by:handling}。', en: '{lead} is handling it{by:handling}.' } },
    answered:   { title: { zh: '已答复', en: 'Answered' }, awaits: 'handler', next: { zh: '答复将送达每一位代表。', en: 'The answer is to be served on every deputy who signed.' } },
    served:     { title: { zh: '已送达，待评价', en: 'Served' }, awaits: 'deputy', next: { zh: '请领衔代表在{due:rating}前评价。', en: 'The lead deputy is to rate it by {due:rating}.' } },
    settled:    { title: { zh: '待办结', en: 'To be closed' }, awaits: 'clerk', next: { zh: '{office}核对后办结，或者决定重新办理。', en: '{office} will close it, or order a redo.' } },
    closed:     { title: { zh: '已办结', en: 'Closed' }, final: 'closed', next: { zh: '本件已经办结；承诺的事项继续跟踪落实。', en: 'It is closed; what was promised is followed up.' } },
    asLetter:   { title: { zh: '转代表来信', en: 'Treated as a letter' }, final: 'otherwise', next: { zh: '本件不作为建议处理，理由见说明。', en: 'It is not handled as a suggestion; the reasons are given.' } },
    withdrawn:  { title: { zh: '已撤回', en: 'Withdrawn' }, final: 'otherwise', next: { zh: '本件已按您的意思撤回。', en: 'It was withdrawn as you wished.' } },
    discarded:  { title: { zh: '草稿已放弃', en: 'Draft discarded' }, final: 'otherwise', drafted: true, next: { zh: '草稿没有提交。', en: 'The draft was never submitted.' } },
  },

  assignmentStates: partStates,
  parameters: rules,

  acts: {
    draft:           { title: { zh: '起草建议', en: 'Draft a suggestion' }, by: 'deputy', from: 'start', to: 'draft', cites: 'DB 24', form: draftForm, sets: ['category', 'confidential', 'publicWish', 'wishedOrgans'], assigns: { role: 'signer', state: 'signed', to: 'self' }, open: ['title', 'situation', 'advice'], says: { zh: '代表起草了建议。', en: 'A deputy drafted the suggestion.' } },
    draftTogether:   { title: { zh: '以代表团名义起草', en: 'Draft for the delegation' }, by: 'convener', from: 'start', to: 'draft', cites: 'DB 24', form: draftForm, sets: ['category', 'confidential', 'publicWish', 'wishedOrgans'], assigns: { role: 'signer', state: 'signed', to: 'self' }, open: ['title', 'situation', 'advice'], says: { zh: '{organ}起草了建议，由召集人签名。', en: '{organ} drafted the suggestion; its convener signs.' } },
    ...signingActs({ by: ['deputy', 'convener'], cites: 'DB 24' }),
    submit:          { title: { zh: '提交', en: 'Submit' }, by: ['deputy', 'convener'], from: 'draft', to: 'submitted', cites: ['DB 24', 'DB 36'], submits: true, parts: [{ role: 'cosigner', from: 'invited', to: 'lapsed' }], says: { zh: '建议已提交{office}。', en: 'The suggestion was submitted to {office}.' }, tells: { office: { zh: '收到代表建议', en: 'A suggestion has come in' }, signers: { zh: '建议已经提交', en: 'The suggestion was submitted' } } },
    resubmit:        { title: { zh: '重新提交', en: 'Submit again' }, by: ['deputy', 'convener'], from: 'revising', to: 'submitted', cites: 'DB 24', parts: [{ role: 'cosigner', from: 'invited', to: 'lapsed' }], says: { zh: '修改后重新提交。', en: 'It was revised and submitted again.' }, tells: { office: { zh: '代表建议修改后重新提交', en: 'A suggestion was submitted again' } } },
    register:        { title: { zh: '受理登记', en: 'Register' }, by: ['clerk', 'chief'], from: 'submitted', to: 'registered', cites: 'DB 51', form: handing.registerForm, sets: ['category'], numbers: true, says: { zh: '{office}受理登记并编号。', en: '{office} registered and numbered it.' }, tells: { signers: { zh: '建议已受理', en: 'The suggestion was registered' } } },
    askRevision:     { title: { zh: '退回修改', en: 'Return for revision' }, by: ['clerk', 'chief'], from: 'submitted', to: 'revising', cites: 'DB 24', form: reasonForm, open: ['reason'], says: { zh: '{office}退回修改。', en: '{office} returned it for revision.' }, tells: { signers: { zh: '建议退回修改', en: 'The suggestion was returned for revision' } } },
    treatAsLetter:   { title: { zh: '转代表来信', en: 'Treat as a letter' }, by: ['clerk', 'chief'], from: ['submitted', 'revising'], to: 'asLetter', cites: 'office', when: notBeingRevised, form: handing.notAdmittedForm, open: ['reason'], says: { zh: '{office}不作为建议处理，转代表来信。', en: '{office} does not handle it as a suggestion; it is treated as a letter.' }, tells: { signers: { zh: '本件转代表来信处理，理由见说明', en: 'It is treated as a letter; the reasons are given' } } },
    handOver:        { title: { zh: '交办', en: 'Hand over' }, by: ['clerk', 'chief'], from: 'registered', to: 'handling', cites: 'DB 51', form: handing.handOverForm, assigns: [{ role: 'sole', state: 'sent', unless: 'coHandlers', insteadOf: { role: 'co-handler', to: 'returned' }, from: 'office' }, { role: 'lead', state: 'sent', if: 'coHandlers', insteadOf: { role: 'co-handler', to: 'returned' }, from: 'office' }, { role: 'co-handler', state: 'sent', to: { field: 'coHandlers' }, from: 'office' }], says: { zh: '{office}交{lead}办理。', en: '{office} handed it over to {lead}.' }, tells: { organs: { zh: '收到交办的代表建议', en: 'A suggestion was handed over to you' }, signers: { zh: '建议已交{lead}办理', en: 'The suggestion was handed over to {lead}' } }, document: { zh: '交办通知', en: 'Notice of hand-over' } },
    handOverSeparately: { title: { zh: '分办', en: 'Hand over separately' }, by: ['clerk', 'chief'], from: 'registered', to: 'handling', cites: 'DB 51', form: handing.handOverSeparatelyForm, assigns: { role: 'separate', state: 'sent', to: { field: 'separate' }, from: 'office' }, says: { zh: '{office}交几个单位分别办理。', en: '{office} handed it over to several organs, each for its part.' }, tells: { organs: { zh: '收到交办的代表建议，请就职责范围答复', en: 'A suggestion was handed over to you; answer for your part' }, signers: { zh: '建议已交几个单位分别办理', en: 'The suggestion was handed over to several organs' } }, document: { zh: '交办通知', en: 'Notice of hand-over' } },
    addHandlers:     { title: { zh: '增加会办单位', en: 'Add co-handlers' }, by: ['clerk', 'chief'], from: 'handling', to: 'same', cites: 'office', form: handing.addHandlersForm, assigns: { role: 'co-handler', state: 'sent', to: { field: 'coHandlers' }, from: 'office' }, parts: [{ role: 'sole', becomes: 'lead' }], inner: true, says: { zh: '{office}增加了会办单位。', en: '{office} added co-handlers.' }, tells: { organs: { zh: '代表建议增加了会办单位', en: 'Co-handlers were added to a suggestion' } } },
    addSeparate:     { title: { zh: '增加分办单位', en: 'Add an organ that answers its part' }, by: ['clerk', 'chief'], from: 'handling', to: 'same', cites: 'DB 51', when: handling.isHandedOverSeparately, form: handing.addSeparateForm, assigns: { role: 'separate', state: 'sent', to: { field: 'separate' }, from: 'office' }, inner: true, says: { zh: '{office}增加了分办单位。', en: '{office} handed a part over to another organ.' }, tells: { organs: { zh: '代表建议增加了分办单位', en: 'Another organ is to answer its part of a suggestion' } } },
    contact:         { title: { zh: '登记沟通面商', en: 'Record a contact' }, by: ['handler', 'director'], on: 'assignment', part: ['sole', 'lead', 'separate'], from: 'received', to: 'received', cites: 'DB 51', when: handling.isHandled, form: contactForm, open: ['place', 'present', 'summary', 'view'], says: { zh: '{organ}与代表沟通（{field:way}）。', en: '{organ} heard the deputy ({field:way}).' } },
    ...handlingActs({ answering: 'DB 51', supervising: 'DB 52' }),
    answer:          { title: { zh: '签发答复', en: 'Answer' }, by: 'director', on: 'assignment', part: ['sole', 'lead', 'separate'], from: 'drafted', to: 'answered', completes: { from: 'handling', to: 'answered', when: handling.everyOrganHasAnswered }, cites: 'DB 51', when: [...answerConditions, handling.isContacted], answers: true, issues: 'draftAnswer', parts: [{ role: 'outcome', from: ['claimed', 'promised', 'shown'], to: 'replaced', own: true }], assigns: [{ role: 'outcome', state: 'claimed', to: 'self', from: 'office', when: outcome.claimsSolved }, { role: 'outcome', state: 'promised', to: 'self', from: 'office', when: outcome.promises }, { role: 'copied', state: 'told', to: { field: 'copies' }, from: 'office' }], open: ['opinion', 'coOpinions', 'solution', 'promise'], says: { zh: '{organ}签发了答复。', en: '{organ} issued its answer.' }, tells: { office: { zh: '答复已签发', en: 'An answer was issued' }, signers: { zh: '{organ}已答复', en: '{organ} has answered' }, copied: { zh: '代表建议的答复抄送你单位', en: 'The answer to a suggestion is copied to you' } }, document: { zh: '答复函', en: 'Letter of answer' } },
    rate:            { title: { zh: '评价', en: 'Rate' }, by: ['deputy', 'convener'], on: 'assignment', part: ['sole', 'lead', 'separate'], whose: 'any', from: 'answered', to: 'rated', completes: { from: 'served', to: 'settled', when: rating.everyAnswerRated }, cites: 'office', when: [rating.isServed, rating.withinRating], form: rateForm, rates: { organ: 'result', attitude: 'attitude' }, open: ['why'], says: { zh: '代表评价了{receiver}的办理：态度{field:attitude}，结果{field:result}。', en: 'The deputy rated {receiver}: how it was handled, {field:attitude}; the result, {field:result}.' }, tells: { receiver: { zh: '代表已评价', en: 'The deputy rated it' }, office: { zh: '代表已评价', en: 'The deputy rated it' } } },
    orderRedo:       { title: { zh: '决定重新办理', en: 'Order a redo' }, by: ['clerk', 'chief', 'deputy', 'convener'], from: ['settled', 'closed'], to: 'handling', cites: 'office', when: [rating.isDissatisfied, rating.mayOrderRedo], form: redoForm, voids: true, parts: [{ role: ['sole', 'lead', 'separate'], from: ['answered', 'rated'], to: 'received', named: 'again', each: rating.isRatedUnhappy }, { role: ['signer', 'cosigner'], from: 'served', to: 'signed' }], open: ['reason'], says: { zh: '代表不满意，{organ}决定重新办理。', en: 'The deputy was dissatisfied; {organ} ordered it handled again.' }, tells: { organs: { zh: '代表不满意，请在{due:redo}前重新答复', en: 'The deputy is dissatisfied; answer again by {due:redo}' }, signers: { zh: '本件重新办理', en: 'It is handled again' } } },
    close:           { title: { zh: '办结（已评价）', en: 'Close, rated' }, by: 'clerk', from: 'settled', to: 'closed', cites: 'DB 51', needs: ratedAndAnswered, says: { zh: '{office}核对材料，已答复并评价，予以办结。', en: '{office} checked the record: answered and rated; it is closed.' }, tells: { signers: { zh: '建议已办结', en: 'The suggestion is closed' } } },
    closeUnrated:    { title: { zh: '办结（未评价）', en: 'Close, unrated' }, by: 'clerk', from: 'settled', to: 'closed', cites: 'DB 51', needs: unratedAndAnswered, says: { zh: '{office}核对材料，已答复、逾期未评价，予以办结。', en: '{office} checked the record: answered, and not rated in time; it is closed.' }, tells: { signers: { zh: '建议已办结', en: 'The suggestion is closed' } } },
  },

  deadlines: {
    cosigning:         { title: { zh: '确认联名', en: 'Confirming to sign' }, within: { field: 'confirmBy' }, of: 'cosigner', after: ['invite', 'revise'], meets: ['sign', 'decline'], ends: ['submit', 'resubmit', 'withdraw', 'discard'], owner: 'deputy', cites: 'office', window: true },
    revision:          { title: { zh: '修改后重新提交', en: 'Revision' }, within: { parameter: 'revision' }, after: 'askRevision', meets: 'resubmit', ends: ['withdraw', 'treatAsLetter'], owner: 'deputy', cites: 'office', window: true },
    handOver:          { title: { zh: '交办', en: 'Hand-over' }, within: { parameter: 'handOver' }, after: ['register', 'agreeReturn', 'takeBack'], meets: ['handOver', 'handOverSeparately'], ends: ['withdraw'], owner: 'clerk', cites: 'office' },
    objection:         { title: { zh: '申请退办', en: 'Objection' }, within: { parameter: 'objection' }, of: ['sole', 'lead', 'separate', 'co-handler'], after: ['handOver', 'handOverSeparately', 'addHandlers', 'addSeparate'], meets: 'object', ends: ['withdraw'], owner: 'handler', cites: 'office', window: true },
    reassignment:      { title: { zh: '核定退办', en: 'Decision on the objection' }, within: { parameter: 'reassignment' }, of: ['sole', 'lead', 'separate', 'co-handler'], after: 'object', meets: ['agreeReturn', 'keepWith'], ends: ['withdraw'], owner: 'clerk', cites: 'office' },
    firstContact:      { title: { zh: '首次联系代表', en: 'First contact' }, within: { parameter: 'firstContact' }, of: ['sole', 'lead', 'separate'], after: ['handOver', 'handOverSeparately', 'addSeparate'], meets: 'contact', ends: ['withdraw'], owner: 'handler', cites: 'DB 51' },
    coHandling:        { title: { zh: '会办意见', en: 'Co-handler’s opinion' }, within: { parameter: 'coHandling' }, of: 'co-handler', after: ['handOver', 'addHandlers'], meets: 'opine', ends: ['withdraw', 'goOnWithout'], owner: 'coHandler', cites: 'office' },
    handling:          { title: { zh: '答复', en: 'Answer' }, within: '3 calendar months', after: ['handOver', 'handOverSeparately'], meets: 'answer', ends: ['withdraw', 'agreeReturn', 'takeBack'], owner: 'handler', cites: 'DB 51', when: handling.notRedone, answering: true, keeps: { of: ['handling', 'separateHandling'], for: 'organ' }, extend: { by: 'grantExtension', until: 'until', within: { parameter: 'longest' }, times: 1 } },
    internal:          { title: { zh: '内部办结日期', en: 'Internal date' }, within: { day: 'internalDue' }, after: ['handOver', 'handOverSeparately'], meets: 'answer', ends: ['withdraw', 'agreeReturn', 'takeBack'], owner: 'handler', cites: 'office', window: true },
    separateHandling:  { title: { zh: '分办答复', en: 'Separate answer' }, within: '3 calendar months', of: 'separate', after: ['handOverSeparately', 'addSeparate'], meets: 'answer', ends: ['withdraw'], owner: 'handler', cites: 'DB 51', when: handling.notRedone, keeps: { of: ['handling', 'separateHandling'], for: 'organ' }, extend: { by: 'grantExtension', until: 'until', within: { parameter: 'longest' }, times: 1 } },
    redo:              { title: { zh: '重新答复', en: 'Answer again' }, within: { parameter: 'redo' }, of: ['sole', 'lead', 'separate'], after: ['orderRedo', 'handOver', 'handOverSeparately', 'addSeparate'], meets: 'answer', ends: ['withdraw'], owner: 'handler', cites: 'office', when: handling.isRedone, answering: true, keeps: { of: ['redo'], for: 'anyone' } },
    service:           { title: { zh: '送达答复', en: 'Service of the answer' }, within: { parameter: 'service' }, after: 'answer', meets: 'serve', ends: [], owner: 'handler', cites: 'office' },
    rating:            { title: { zh: '评价', en: 'Rating' }, within: { parameter: 'ratingWindow' }, after: 'serve', meets: 'rate', ends: ['orderRedo'], owner: 'deputy', cites: 'office', window: true, when: rating.isServed },
    promise:           { title: { zh: '承诺落实', en: 'Promise' }, within: { field: 'promiseBy' }, of: 'outcome', after: 'answer', meets: 'showEvidence', ends: [], unmeets: ['returnEvidence'], owner: 'handler', cites: 'DB 51' },
    followUp:          { title: { zh: '跟踪办理', en: 'Follow-up' }, within: { parameter: 'followUp' }, of: 'outcome', after: ['answer', 'reportProgress'], meets: ['showEvidence', 'reportProgress'], ends: [], unmeets: ['returnEvidence'], owner: 'handler', cites: 'office' },
    publication:       { title: { zh: '公开答复', en: 'Publication' }, within: { parameter: 'publication' }, after: 'answer', meets: 'publish', ends: ['orderRedo'], owner: 'clerk', cites: 'GK 26', when: outcome.awaitsPublication },
    supervisionAnswer: { title: { zh: '答复督办', en: 'Answer to the supervision' }, within: { parameter: 'supervisionAnswer' }, of: 'supervision', after: 'supervise', meets: 'answerSupervision', ends: [], owner: 'handler', cites: 'DB 52' },
  },
})
