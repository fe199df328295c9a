import type { Condition } from '../procedure.ts'
import { doneIn, signing } from './facts.ts'

/** Who signs, until when, and on what a matter may still be withdrawn. */
export const isDraft: Condition = {
  title: { zh: '尚未提交', en: 'Not submitted yet' },
  because: { zh: '已经提交，联名不能再变', en: 'it is submitted; signatures can no longer change' },
  cites: 'office',
  holds: facts => facts.state === 'draft' || facts.state === 'revising',
}

/** Whether or not the clockwork has been by. */
export const withinConfirming: Condition = {
  title: { zh: '在确认期限内', en: 'Before the day to confirm by is over' },
  because: { zh: '确认期限已过，不能再确认', en: 'the day to confirm by has passed' },
  cites: 'office',
  holds: facts => {
    const line = facts.deadlines.findLast(({ deadline, part }) => deadline === 'cosigning' && part === facts.part?.id)
    // Revised without a new day, it is confirmed anew without one.
    return line === undefined || line.metOn !== null || facts.today <= line.dueOn
  },
}

export const invitationLapsed: Condition = {
  title: { zh: '确认期限已过', en: 'The day to confirm by has passed' },
  because: { zh: '确认期限还没有过', en: 'the day to confirm by has not passed' },
  cites: 'office',
  holds: facts =>
    facts.deadlines.findLast(({ deadline, part }) => deadline === 'cosigning' && part === facts.part?.id)?.lapsedOn !=
    null,
}

/** Never once an organ has answered, be it that it answers again. */
export const beforeAnyAnswer: Condition = {
  title: { zh: '还没有答复', en: 'Nothing is answered yet' },
  because: { zh: '已有单位答复，不能撤回', en: 'an organ has answered; it can no longer be withdrawn' },
  cites: 'office',
  holds: facts => facts.did['answer'] === undefined,
}

/** Where a session allows it only before the hand-over. */
export const mayStillWithdraw: Condition = {
  title: { zh: '仍可以撤回', en: 'It may still be withdrawn' },
  because: {
    zh: '本届次规定交办以后不能撤回',
    en: 'under this session’s rules it cannot be withdrawn once handed over',
  },
  cites: 'office',
  holds: facts => facts.rules['withdrawal'] !== 'beforeHandOver' || facts.state !== 'handling',
}

/** Where a session asks all who signed. */
export const allAgreeToWithdraw: Condition = {
  title: { zh: '联名人都同意撤回', en: 'All who signed agree' },
  because: {
    zh: '本届次规定联名的须全体同意才能撤回，还有联名人没有表示同意',
    en: 'under this session’s rules all who signed must agree to the withdrawal, and not all have',
  },
  cites: 'office',
  holds: facts =>
    facts.rules['withdrawJoint'] !== 'all' ||
    signing(facts).every(({ role, state }) => role === 'signer' || state === 'leaving'),
}

export const askedWhetherAllAgree: Condition = {
  title: { zh: '撤回须全体同意', en: 'A withdrawal needs all' },
  because: { zh: '本届次由领衔人决定撤回，不需要联名人同意', en: 'in this session the lead signer decides alone' },
  cites: 'office',
  holds: facts =>
    facts.rules['withdrawJoint'] === 'all' &&
    ['submitted', 'revising', 'registered', 'filed', 'handling'].includes(facts.state),
}

/** A second person signs what the first has drafted. */
export const signedByAnother: Condition = {
  title: { zh: '由另一名负责人签发', en: 'Signed by another' },
  because: { zh: '拟稿人不能签发自己的稿件', en: 'whoever drafted it cannot sign it' },
  cites: 'office',
  holds: (facts, actor) => doneIn(facts, 'draftAnswer')?.by !== actor.id,
}
