import type { Text } from '../law/words.ts'
import { motionGroups } from './motions/act_groups.ts'
import { petitionGroups } from './petition/act_groups.ts'

/** What acts are for, so that many of them can be offered in a few groups. */
// prettier-ignore
export const actGroups = {
  sign:      { zh: '起草和联名',       en: 'Draft and sign' },
  send:      { zh: '转送、交办和收回', en: 'Send and take back' },
  handle:    { zh: '受理、办理和答复', en: 'Accept, handle and answer' },
  settle:    { zh: '评价和办结',       en: 'Rate and close' },
  outcome:   { zh: '落实和公开',       en: 'Carry out and publish' },
  review:    { zh: '复查和复核',       en: 'Review and re-review' },
  supervise: { zh: '询问、督办和报告', en: 'Ask, supervise and report' },
  people:    { zh: '回避、代理和联系', en: 'Recusal, agents and contact' },
  correct:   { zh: '更正和归类',       en: 'Correct and classify' },
} as const satisfies Record<string, Text>

export type ActGroup = keyof typeof actGroups

/** The group an act is offered in. */
export const groupOf = (procedure: string, act: string): ActGroup => groups[procedure]?.[act] ?? 'handle'

const groups: Readonly<Record<string, Readonly<Record<string, ActGroup>>>> = {
  petition: petitionGroups,
  'deputy-suggestion': motionGroups,
  'cppcc-proposal': motionGroups,
}
