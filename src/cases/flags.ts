import type { Text } from '../law/words.ts'
import { repeatedBy } from './marks.ts'
import type { CaseView } from './view.ts'
import type { Who } from './who.ts'

/** A thing to know at once, in words. */
export type Flag = { words: Text; tone: 'neutral' | 'attention' }

/** Secrecy, haste and history: what changes how a case is to be handled. */
export function flagsOf(view: CaseView, { sight, party }: Who, erased: object | undefined): Flag[] {
  const { procedure, row, data, assignments } = view
  const reviews = assignments.filter(({ role }) => role === 'reviewer').length
  const isSigned = procedure.numbered !== undefined
  const isAnonymous = !isSigned && sight !== 'kept' && party?.petitioner === undefined && erased === undefined
  return [
    ...(row.restricted === 1 ? [attention(restricted)] : []),
    ...(data.set['urgent'] === true ? [attention({ zh: '重大、紧急', en: 'Grave or urgent' })] : []),
    ...(data.set['confidential'] === true ? [attention({ zh: '身份保密', en: 'Identity kept confidential' })] : []),
    ...(isSigned && data.did['makeKey'] ? [attention({ zh: '重点督办', en: 'Key matter' })] : []),
    ...(row.published_on === null ? [] : [neutral({ zh: '答复已公开', en: 'Answer published' })]),
    ...(isAnonymous ? [neutral({ zh: '匿名', en: 'Anonymous' })] : []),
    ...(repeatedBy(view) === undefined ? [] : [neutral({ zh: '重复信访', en: 'Repeat' })]),
    ...(reviews === 1 ? [neutral({ zh: '申请过复查', en: 'Review requested' })] : []),
    ...(reviews > 1 ? [neutral({ zh: '申请过复核', en: 'Re-review requested' })] : []),
  ]
}

const neutral = (words: Text): Flag => ({ words, tone: 'neutral' })
const attention = (words: Text): Flag => ({ words, tone: 'attention' })
const restricted = { zh: '检举控告：不得转给、透露给被反映的人和单位', en: 'Accusation: never to those it accuses' }
