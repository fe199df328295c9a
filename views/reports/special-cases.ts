import type { Text } from '../../src/law/words.ts'
import type { Defined } from './definitions.tsx'

/** What became of a matter that did not go straight through. */
// prettier-ignore
export const specialCases = [
  ['carryOver', { zh: '结转', en: 'Carried over' }],
  ['reopening', { zh: '恢复办理', en: 'Reopened' }],
  ['merging', { zh: '关联、并案', en: 'Linked or merged' }],
  ['withdrawal', { zh: '撤回', en: 'Withdrawn' }],
  ['transfer', { zh: '移交', en: 'Handed on' }],
  ['redo', { zh: '重新办理', en: 'Redone' }],
  ['lateRecording', { zh: '补录', en: 'Recorded late' }],
] as const satisfies readonly (readonly [keyof Defined['treatment'], Text])[]
