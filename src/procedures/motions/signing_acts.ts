import type { Act } from '../procedure.ts'
import type { Role } from '../roles.ts'
import type { Citation } from '../statutes.ts'
import * as drafting from './drafting_forms.ts'
import { reasonForm } from './shared_fields.ts'
import * as signing from './signing_conditions.ts'

/** From a draft looking for signatures to its submission, and the withdrawal, for whoever may sign such a matter. */
// prettier-ignore
export const signingActs = <const R extends readonly Role[]>({ by, cites }: { by: R; cites: Citation }) => ({
  invite:          { title: { zh: '邀请联名', en: 'Ask others to sign' }, by, from: 'draft', to: 'same', cites, form: drafting.inviteForm, assigns: { role: 'cosigner', state: 'invited', to: { field: 'people' } }, says: { zh: '邀请了联名人。', en: 'Others were asked to sign.' }, tells: { signers: { zh: '请您确认是否联名', en: 'You are asked to sign' } } },
  sign:            { title: { zh: '确认联名', en: 'Sign' }, by, on: 'assignment', part: 'cosigner', from: 'invited', to: 'signed', cites, when: [signing.isDraft, signing.withinConfirming], says: { zh: '一名联名人确认联名。', en: 'A co-signer signed.' }, tells: { signers: { zh: '有联名人确认', en: 'A co-signer signed' } } },
  decline:         { title: { zh: '谢绝联名', en: 'Decline to sign' }, by, on: 'assignment', part: 'cosigner', from: ['invited', 'signed'], to: 'declined', cites, when: signing.isDraft, says: { zh: '一名受邀人谢绝联名。', en: 'Somebody who was asked declined.' }, tells: { signers: { zh: '有受邀人谢绝联名', en: 'Somebody declined to sign' } } },
  lapseInvitation: { title: { zh: '确认期限届满', en: 'Invitation lapses' }, by: 'system', on: 'assignment', part: 'cosigner', whose: 'any', from: 'invited', to: 'lapsed', cites, when: [signing.isDraft, signing.invitationLapsed], says: { zh: '一名受邀人逾期没有确认，不列为联名人。', en: 'Somebody who was asked did not confirm in time and is not a co-signer.' } },
  revise:          { title: { zh: '修改', en: 'Revise' }, by, from: ['draft', 'revising'], to: 'same', cites, form: drafting.reviseForm, parts: [{ role: 'cosigner', from: 'signed', to: 'invited' }], open: ['title', 'situation', 'advice'], says: { zh: '修改了内容，联名人须重新确认。', en: 'The words were revised; co-signers confirm anew.' }, tells: { signers: { zh: '内容有修改，联名人请重新确认', en: 'It was revised; co-signers, please confirm anew' } } },
  discard:         { title: { zh: '放弃草稿', en: 'Discard the draft' }, by, from: 'draft', to: 'discarded', cites, says: { zh: '草稿已放弃。', en: 'The draft was discarded.' } },
  agreeToWithdraw: { title: { zh: '同意撤回', en: 'Agree to withdraw' }, by, on: 'assignment', part: 'cosigner', from: 'signed', to: 'leaving', cites, when: signing.askedWhetherAllAgree, says: { zh: '一名联名人同意撤回。', en: 'A co-signer agrees to the withdrawal.' } },
  withdraw:        { title: { zh: '撤回', en: 'Withdraw' }, by, from: ['submitted', 'revising', 'registered', 'handling'], to: 'withdrawn', cites, when: [signing.beforeAnyAnswer, signing.mayStillWithdraw, signing.allAgreeToWithdraw], form: reasonForm, parts: [{ role: ['sole', 'lead', 'separate', 'co-handler', 'supervision', 'outcome'], to: 'ended' }], open: ['reason'], says: { zh: '提出人撤回，办理终止。', en: 'It was withdrawn; handling ends.' }, tells: { office: { zh: '提出人撤回', en: 'It was withdrawn' }, organs: { zh: '提出人撤回，办理终止', en: 'It was withdrawn; handling ends' } } },
}) as const satisfies Readonly<Record<string, Act>>
