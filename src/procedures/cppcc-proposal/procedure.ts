import { defineProcedure } from '../define.ts'
import { contactForm } from '../motions/answering_forms.ts'
import { feedbackForm, rateForm, redoForm } from '../motions/closing_forms.ts'
import { draftForm } from '../motions/drafting_forms.ts'
import { isContactedAfter, ratedAndAnswered, unratedAndAnswered } from '../motions/evidence.ts'
import { answerConditions, handlingActs } from '../motions/handling_acts.ts'
import * as handling from '../motions/handling_conditions.ts'
import * as handing from '../motions/handing_forms.ts'
import { milestones, partMilestones } from '../motions/milestones.ts'
import * as outcome from '../motions/outcome_conditions.ts'
import * as rating from '../motions/rating_conditions.ts'
import { reasonForm } from '../motions/shared_fields.ts'
import { signingActs } from '../motions/signing_acts.ts'
import { partStates } from '../motions/states.ts'
import * as review from './forms.ts'
import { rules } from './rules.ts'

/** 政协提案: 《政协全国委员会提案工作条例》, revised 2018-11-29; what it leaves open is a rule of each session. */
// prettier-ignore
export const cppccProposal = defineProcedure({
  id: 'cppcc-proposal',
  title: { zh: '政协提案', en: 'CPPCC proposal' },
  version: '2018-11-29',
  inForce: { from: '2018-11-29' },
  prefix: 'TA',
  office: 'cppcc',
  numbered: { session: 'sessionNumber', between: 'betweenNumber' },
  kinds: {},
  routes: {},
  milestones,
  partMilestones,

  states: {
    draft:      { title: { zh: '起草、征集联名', en: 'Draft' }, awaits: 'member', drafted: true, next: { zh: '由您修改、邀请联名并提交。', en: 'Revise it, ask others to sign, and submit it.' } },
    submitted:  { title: { zh: '待审查', en: 'Under review' }, awaits: 'clerk', next: { zh: '{office}将在{due:review}前审查是否立案。', en: '{office} will decide by {due:review} whether it is filed.' } },
    revising:   { title: { zh: '退回修改', en: 'To be revised' }, awaits: 'member', next: { zh: '请修改后重新提交。', en: 'Please revise and submit it again.' } },
    registered: { title: { zh: '已立案，待交办', en: 'Filed' }, awaits: 'clerk', next: { zh: '{office}将交有关机关、单位办理。', en: '{office} will hand it over.' } },
    merged:     { title: { zh: '并案', en: 'Merged' }, awaits: 'clerk', next: { zh: '本件并入另一件办理，答复后同样告知您并征询意见。', en: 'It is handled together with another; you will be answered and asked as well.' } },
    handling:   { title: { zh: '办理中', en: 'In handling' }, awaits: 'handler', byParts: true, next: { zh: '{lead}正在办理{by:handling}。', en: '{lead} is handling it{by:handling}.' } },
    answered:   { title: { zh: '已答复', en: 'Answered' }, awaits: 'handler', next: { zh: '答复将送达每一位提案人。', en: 'The answer is to be served on every member who signed.' } },
    served:     { title: { zh: '已送达，待评价', en: 'Served' }, awaits: 'member', next: { zh: '请第一提案人在{due:rating}前评价。', en: 'The lead member is to rate it by {due:rating}.' } },
    settled:    { title: { zh: '待办结', en: 'To be closed' }, awaits: 'clerk', next: { zh: '{office}核对后办结，或者决定重新办理。', en: '{office} will close it, or order a redo.' } },
    closed:     { title: { zh: '已办结', en: 'Closed' }, final: 'closed', next: { zh: '本件已经办结；承诺的事项继续跟踪落实。', en: 'It is closed; what was promised is followed up.' } },
    asOpinion:  { title: { zh: '未立案，已转送', en: 'Not filed, passed on' }, final: 'otherwise', next: { zh: '本件没有立案，已另行转送，理由见说明。', en: 'It was not filed and was passed on another way; the reasons are given.' } },
    withdrawn:  { title: { zh: '已撤回', en: 'Withdrawn' }, final: 'otherwise', next: { zh: '本件已按您的意思撤回。', en: 'It was withdrawn as you wished.' } },
    discarded:  { title: { zh: '草稿已放弃', en: 'Draft discarded' }, final: 'otherwise', drafted: true, next: { zh: '草稿没有提交。', en: 'The draft was never submitted.' } },
  },

  assignmentStates: partStates,
  parameters: rules,

  acts: {
    draft:           { title: { zh: '起草提案', en: 'Draft a proposal' }, by: 'member', from: 'start', to: 'draft', cites: 'TA', form: draftForm, sets: ['category', 'confidential', 'publicWish', 'wishedOrgans'], assigns: { role: 'signer', state: 'signed', to: 'self' }, open: ['title', 'situation', 'advice'], says: { zh: '委员起草了提案。', en: 'A member drafted the proposal.' } },
    draftTogether:   { title: { zh: '以界别、党派、团体或者专委会名义起草', en: 'Draft for your organisation' }, by: 'convener', from: 'start', to: 'draft', cites: 'TA', form: draftForm, sets: ['category', 'confidential', 'publicWish', 'wishedOrgans'], assigns: { role: 'signer', state: 'signed', to: 'self' }, open: ['title', 'situation', 'advice'], says: { zh: '{organ}起草了提案，由召集人签名。', en: '{organ} drafted the proposal; its convener signs.' } },
    ...signingActs({ by: ['member', 'convener'], cites: 'TA' }),
    submit:          { title: { zh: '提交', en: 'Submit' }, by: ['member', 'convener'], from: 'draft', to: 'submitted', cites: 'TA', submits: true, parts: [{ role: 'cosigner', from: 'invited', to: 'lapsed' }], says: { zh: '提案已提交{office}。', en: 'The proposal was submitted to {office}.' }, tells: { office: { zh: '收到提案', en: 'A proposal has come in' }, signers: { zh: '提案已经提交', en: 'The proposal was submitted' } } },
    resubmit:        { title: { zh: '重新提交', en: 'Submit again' }, by: ['member', 'convener'], from: 'revising', to: 'submitted', cites: 'TA', parts: [{ role: 'cosigner', from: 'invited', to: 'lapsed' }], says: { zh: '修改后重新提交。', en: 'It was revised and submitted again.' }, tells: { office: { zh: '提案修改后重新提交', en: 'A proposal was submitted again' } } },
    askRevision:     { title: { zh: '退回修改', en: 'Return for revision' }, by: ['clerk', 'chief'], from: 'submitted', to: 'revising', cites: 'TA', form: reasonForm, open: ['reason'], says: { zh: '{office}退回修改。', en: '{office} returned it for revision.' }, tells: { signers: { zh: '提案退回修改', en: 'The proposal was returned for revision' } } },
    notFile:         { title: { zh: '不予立案', en: 'Do not file' }, by: ['clerk', 'chief'], from: 'submitted', to: 'asOpinion', cites: 'TA', form: review.notFiledForm, open: ['reason'], says: { zh: '{office}审查后没有立案，转为{field:passedAs}。', en: '{office} did not file it; it was passed on as: {field:passedAs}.' }, tells: { signers: { zh: '提案没有立案，已转为其他方式处理，理由见说明', en: 'The proposal was not filed and passed on another way; the reasons are given' } } },
    register:        { title: { zh: '立案', en: 'File' }, by: ['clerk', 'chief'], from: 'submitted', to: 'registered', cites: 'TA', form: review.fileForm, sets: ['category'], numbers: true, says: { zh: '{office}审查立案并编号。', en: '{office} filed and numbered it.' }, tells: { signers: { zh: '提案已经立案', en: 'The proposal was filed' } } },
    merge:           { title: { zh: '并案', en: 'Merge' }, by: ['clerk', 'chief'], from: 'submitted', to: 'merged', cites: 'TA', form: review.mergeForm, open: ['reason'], says: { zh: '{office}将本件并入另一件办理。', en: '{office} merged it into another.' }, tells: { signers: { zh: '提案与另一件并案办理，答复后同样告知您', en: 'The proposal is handled together with another; you will be answered as well' } } },
    unmerge:         { title: { zh: '取消并案', en: 'Undo the merger' }, by: ['clerk', 'chief'], from: 'merged', to: 'submitted', cites: 'TA', form: reasonForm, open: ['reason'], says: { zh: '{office}取消并案，重新审查。', en: '{office} undid the merger and reviews it anew.' }, tells: { signers: { zh: '提案取消并案，重新审查', en: 'The proposal is reviewed anew by itself' } } },
    relayAnswer:     { title: { zh: '答复并案提案人', en: 'Give the merged signers the answer' }, by: ['clerk', 'chief'], from: 'merged', to: 'answered', cites: 'TA', form: review.relayForm, follows: { act: 'merge', field: 'into', in: ['answered', 'served', 'settled', 'closed'], because: { zh: '主案还没有答复，答复以后再转告', en: 'the main proposal is not answered yet; give its answer once it is' } }, assigns: { role: 'lead', state: 'answered', to: { field: 'organ' }, from: 'office' }, answers: true, open: ['opinion'], says: { zh: '主案已答复，{office}将答复转告并案提案人。', en: 'The main proposal was answered, and {office} gives the answer to these signers.' }, tells: { signers: { zh: '并案提案已有答复', en: 'The merged proposal is answered' } } },
    handOver:        { title: { zh: '交办', en: 'Hand over' }, by: ['clerk', 'chief'], from: 'registered', to: 'handling', cites: 'TA', form: handing.handOverForm, assigns: [{ role: 'sole', state: 'sent', unless: 'coHandlers', from: 'office' }, { role: 'lead', state: 'sent', if: 'coHandlers', from: 'office' }, { role: 'co-handler', state: 'sent', to: { field: 'coHandlers' }, from: 'office' }], says: { zh: '{office}交{lead}办理。', en: '{office} handed it over to {lead}.' }, tells: { organs: { zh: '收到交办的提案', en: 'A proposal was handed over to you' }, signers: { zh: '提案已交{lead}办理', en: 'The proposal was handed over to {lead}' } }, document: { zh: '交办通知', en: 'Notice of hand-over' } },
    handOverSeparately: { title: { zh: '分办', en: 'Hand over separately' }, by: ['clerk', 'chief'], from: 'registered', to: 'handling', cites: 'TA', form: handing.handOverSeparatelyForm, assigns: { role: 'separate', state: 'sent', to: { field: 'separate' }, from: 'office' }, says: { zh: '{office}交几个单位分别办理。', en: '{office} handed it over to several organs, each for its part.' }, tells: { organs: { zh: '收到交办的提案，请就职责范围答复', en: 'A proposal was handed over to you; answer for your part' }, signers: { zh: '提案已交几个单位分别办理', en: 'The proposal was handed over to several organs' } }, document: { zh: '交办通知', en: 'Notice of hand-over' } },
    addHandlers:     { title: { zh: '增加会办单位', en: 'Add co-handlers' }, by: ['clerk', 'chief'], from: 'handling', to: 'same', cites: 'office', form: handing.addHandlersForm, assigns: { role: 'co-handler', state: 'sent', to: { field: 'coHandlers' }, from: 'office' }, parts: [{ role: 'sole', becomes: 'lead' }], inner: true, says: { zh: '{office}增加了会办单位。', en: '{office} added co-handlers.' }, tells: { organs: { zh: '提案增加了会办单位', en: 'Co-handlers were added to a proposal' } } },
    addSeparate:     { title: { zh: '增加分办单位', en: 'Add an organ that answers its part' }, by: ['clerk', 'chief'], from: 'handling', to: 'same', cites: 'TA', when: handling.isHandedOverSeparately, form: handing.addSeparateForm, assigns: { role: 'separate', state: 'sent', to: { field: 'separate' }, from: 'office' }, inner: true, says: { zh: '{office}增加了分办单位。', en: '{office} handed a part over to another organ.' }, tells: { organs: { zh: '提案增加了分办单位', en: 'Another organ is to answer its part of a proposal' } } },
    contact:         { title: { zh: '登记办前面商', en: 'Record the first contact' }, by: ['handler', 'director'], on: 'assignment', part: ['sole', 'lead', 'separate'], cites: 'TA', form: contactForm, open: ['place', 'present', 'summary', 'view'], from: 'received', to: 'received', when: handling.isHandled, says: { zh: '{organ}办前与提案人面商（{field:way}）。', en: '{organ} heard the member before handling it ({field:way}).' } },
    contactAgain:    { title: { zh: '登记办中沟通', en: 'Record the second contact' }, by: ['handler', 'director'], on: 'assignment', part: ['sole', 'lead', 'separate'], cites: 'TA', form: contactForm, open: ['place', 'present', 'summary', 'view'], from: 'received', to: 'received', when: [handling.isHandled, handling.isHeardFirst], says: { zh: '{organ}办中与提案人沟通（{field:way}）。', en: '{organ} heard the member while handling it ({field:way}).' } },
    contactAfter:    { title: { zh: '登记办后评议', en: 'Record the contact after the answer' }, by: ['handler', 'director'], on: 'assignment', part: ['sole', 'lead', 'separate'], cites: 'TA', form: contactForm, open: ['place', 'present', 'summary', 'view'], from: ['answered', 'rated'], to: 'same', says: { zh: '{organ}办后听取提案人评议（{field:way}）。', en: '{organ} heard the member after the answer ({field:way}).' } },
    ...handlingActs({ answering: 'TA', supervising: 'TA' }),
    answer:          { title: { zh: '签发答复', en: 'Answer' }, by: 'director', on: 'assignment', part: ['sole', 'lead', 'separate'], from: 'drafted', to: 'answered', completes: { from: 'handling', to: 'answered', when: handling.everyOrganHasAnswered }, cites: 'TA', when: [...answerConditions, handling.isContactedTwice], answers: true, issues: 'draftAnswer', parts: [{ role: 'outcome', from: ['claimed', 'promised', 'shown'], to: 'replaced', own: true }], assigns: [{ role: 'outcome', state: 'claimed', to: 'self', from: 'office', when: outcome.claimsSolved }, { role: 'outcome', state: 'promised', to: 'self', from: 'office', when: outcome.promises }], open: ['opinion', 'coOpinions', 'solution', 'promise'], says: { zh: '{organ}签发了答复。', en: '{organ} issued its answer.' }, tells: { office: { zh: '答复已签发', en: 'An answer was issued' }, signers: { zh: '{organ}已答复', en: '{organ} has answered' } }, document: { zh: '答复函', en: 'Letter of answer' } },
    rate:            { title: { zh: '评价', en: 'Rate' }, by: ['member', 'convener'], on: 'assignment', part: ['sole', 'lead', 'separate'], whose: 'any', from: 'answered', to: 'rated', completes: { from: 'served', to: 'settled', when: rating.everyAnswerRated }, cites: 'office', when: [rating.isServed, rating.withinRating], form: feedbackForm, forms: { by: 'feedback', of: { short: rateForm } }, rates: { organ: 'result', attitude: 'attitude' }, open: ['why'], says: { zh: '委员评价了{receiver}的办理：态度{field:attitude}，结果{field:result}。', en: 'The member rated {receiver}: how it was handled, {field:attitude}; the result, {field:result}.' }, tells: { receiver: { zh: '委员已评价', en: 'The member rated it' }, office: { zh: '委员已评价', en: 'The member rated it' } } },
    orderRedo:       { title: { zh: '决定重新办理', en: 'Order a redo' }, by: ['clerk', 'chief', 'member', 'convener'], from: ['settled', 'closed'], to: 'handling', cites: 'office', when: [rating.isDissatisfied, rating.mayOrderRedo], form: redoForm, voids: true, parts: [{ role: ['sole', 'lead', 'separate'], from: ['answered', 'rated'], to: 'received', named: 'again', each: rating.isRatedUnhappy }, { role: ['signer', 'cosigner'], from: 'served', to: 'signed' }], open: ['reason'], says: { zh: '委员不满意，{organ}决定重新办理。', en: 'The member was dissatisfied; {organ} ordered it handled again.' }, tells: { organs: { zh: '委员不满意，请在{due:redo}前重新答复', en: 'The member is dissatisfied; answer again by {due:redo}' }, signers: { zh: '本件重新办理', en: 'It is handled again' } } },
    close:           { title: { zh: '办结（已评价）', en: 'Close, rated' }, by: 'clerk', from: 'settled', to: 'closed', cites: 'TA', needs: [...ratedAndAnswered, isContactedAfter], says: { zh: '{office}核对材料，已答复并评价，予以办结。', en: '{office} checked the record: answered and rated; it is closed.' }, tells: { signers: { zh: '提案已办结', en: 'The proposal is closed' } } },
    closeUnrated:    { title: { zh: '办结（未评价）', en: 'Close, unrated' }, by: 'clerk', from: 'settled', to: 'closed', cites: 'TA', needs: [...unratedAndAnswered, isContactedAfter], says: { zh: '{office}核对材料，已答复、逾期未评价，予以办结。', en: '{office} checked the record: answered, and not rated in time; it is closed.' }, tells: { signers: { zh: '提案已办结', en: 'The proposal is closed' } } },
  },

  deadlines: {
    cosigning:         { title: { zh: '确认联名', en: 'Confirming to sign' }, within: { field: 'confirmBy' }, of: 'cosigner', after: ['invite', 'revise'], meets: ['sign', 'decline'], ends: ['submit', 'resubmit', 'withdraw', 'discard'], owner: 'member', cites: 'office', window: true },
    handOver:          { title: { zh: '交办', en: 'Hand-over' }, within: { parameter: 'handOver' }, after: ['register', 'agreeReturn', 'takeBack'], meets: ['handOver', 'handOverSeparately'], ends: ['withdraw'], owner: 'clerk', cites: 'office' },
    review:            { title: { zh: '审查', en: 'Review' }, within: { parameter: 'review' }, after: ['submit', 'resubmit', 'unmerge'], meets: ['register', 'merge', 'notFile', 'askRevision'], ends: ['withdraw'], owner: 'clerk', cites: 'TA' },
    objection:         { title: { zh: '申请退办', en: 'Objection' }, within: { parameter: 'objection' }, of: ['sole', 'lead', 'separate', 'co-handler'], after: ['handOver', 'handOverSeparately', 'addHandlers', 'addSeparate'], meets: 'object', ends: ['withdraw'], owner: 'handler', cites: 'office', window: true },
    reassignment:      { title: { zh: '核定退办', en: 'Decision on the objection' }, within: { parameter: 'reassignment' }, of: ['sole', 'lead', 'separate', 'co-handler'], after: 'object', meets: ['agreeReturn', 'keepWith'], ends: ['withdraw'], owner: 'clerk', cites: 'office' },
    firstContact:      { title: { zh: '首次联系委员', en: 'First contact' }, within: { parameter: 'firstContact' }, of: ['sole', 'lead', 'separate'], after: ['handOver', 'handOverSeparately', 'addSeparate'], meets: 'contact', ends: ['withdraw'], owner: 'handler', cites: 'TA' },
    coHandling:        { title: { zh: '会办意见', en: 'Co-handler’s opinion' }, within: { parameter: 'coHandling' }, of: 'co-handler', after: ['handOver', 'addHandlers'], meets: 'opine', ends: ['withdraw', 'goOnWithout'], owner: 'coHandler', cites: 'office' },
    handling:          { title: { zh: '答复', en: 'Answer' }, within: { parameter: 'handling' }, after: ['handOver', 'handOverSeparately'], meets: 'answer', ends: ['withdraw', 'agreeReturn', 'takeBack'], owner: 'handler', cites: 'TA', when: handling.notRedone, answering: true, keeps: { of: ['handling', 'separateHandling'], for: 'organ' }, extend: { by: 'grantExtension', until: 'until', within: { parameter: 'longest' }, times: 1 } },
    internal:          { title: { zh: '内部办结日期', en: 'Internal date' }, within: { day: 'internalDue' }, after: ['handOver', 'handOverSeparately'], meets: 'answer', ends: ['withdraw', 'agreeReturn', 'takeBack'], owner: 'handler', cites: 'office', window: true },
    separateHandling:  { title: { zh: '分办答复', en: 'Separate answer' }, within: { parameter: 'handling' }, of: 'separate', after: ['handOverSeparately', 'addSeparate'], meets: 'answer', ends: ['withdraw'], owner: 'handler', cites: 'TA', when: handling.notRedone, keeps: { of: ['handling', 'separateHandling'], for: 'organ' }, extend: { by: 'grantExtension', until: 'until', within: { parameter: 'longest' }, times: 1 } },
    redo:              { title: { zh: '重新答复', en: 'Answer again' }, within: { parameter: 'redo' }, of: ['sole', 'lead', 'separate'], after: ['orderRedo', 'handOver', 'handOverSeparately', 'addSeparate'], meets: 'answer', ends: ['withdraw'], owner: 'handler', cites: 'office', when: handling.isRedone, answering: true, keeps: { of: ['redo'], for: 'anyone' } },
    rating:            { title: { zh: '评价', en: 'Rating' }, within: { parameter: 'ratingWindow' }, after: 'serve', meets: 'rate', ends: ['orderRedo'], owner: 'member', cites: 'office', window: true, when: rating.isServed },
    promise:           { title: { zh: '承诺落实', en: 'Promise' }, within: { field: 'promiseBy' }, of: 'outcome', after: 'answer', meets: 'showEvidence', ends: [], unmeets: ['returnEvidence'], owner: 'handler', cites: 'TA' },
    followUp:          { title: { zh: '跟踪办理', en: 'Follow-up' }, within: { parameter: 'followUp' }, of: 'outcome', after: 'answer', meets: ['showEvidence', 'reportProgress'], ends: [], owner: 'handler', cites: 'office' },
    publication:       { title: { zh: '公开答复', en: 'Publication' }, within: { parameter: 'publication' }, after: ['answer'], meets: 'publish', ends: ['orderRedo'], owner: 'clerk', cites: 'GK 26', when: outcome.awaitsPublication },
    supervisionAnswer: { title: { zh: '答复督办', en: 'Answer to the supervision' }, within: { parameter: 'supervisionAnswer' }, of: 'supervision', after: 'supervise', meets: 'answerSupervision', ends: [], owner: 'handler', cites: 'TA' },
  },
})
