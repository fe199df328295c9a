import type { Text } from '../law/words.ts'

/**
 * What is measured of a batch. Each is a milestone, counted of those that reached another: a bar where the whole
 * batch is to reach it, a line apart where it is not.
 */
export type Measure = {
  /** What is divided by; nothing where it is a bare number. */
  of: 'filed' | 'answered' | 'rated' | 'claimed' | 'merged' | 'reviewed' | null
  isBar: boolean
  missing?: Text
}

// prettier-ignore
export const measures = {
  filed:          { of: 'reviewed', isBar: true,  missing: { zh: '待审查', en: 'Not decided on yet' } },
  handedOver:     { of: 'filed',    isBar: true,  missing: { zh: '未交办', en: 'Not handed over' } },
  received:       { of: 'filed',    isBar: true,  missing: { zh: '未签收', en: 'Not received' } },
  contacted:      { of: 'filed',    isBar: true,  missing: { zh: '未沟通', en: 'Not contacted' } },
  answered:       { of: 'filed',    isBar: true,  missing: { zh: '未答复', en: 'Not answered' } },
  served:         { of: 'filed',    isBar: true,  missing: { zh: '未送达', en: 'Not served' } },
  rated:          { of: 'filed',    isBar: true,  missing: { zh: '未评价', en: 'Not rated' } },
  closed:         { of: 'filed',    isBar: true,  missing: { zh: '未办结', en: 'Not closed' } },
  carriedOut:     { of: 'claimed',  isBar: true,  missing: { zh: '未落实', en: 'Not carried out' } },
  onTime:         { of: 'answered', isBar: false, missing: { zh: '逾期答复', en: 'Answered late' } },
  satisfied:      { of: 'rated',    isBar: false, missing: { zh: '不满意', en: 'Dissatisfied' } },
  claimed:        { of: 'answered', isBar: false, missing: { zh: '没有承诺', en: 'Promised nothing' } },
  mergedAnswered: { of: 'merged',   isBar: false, missing: { zh: '并案未答复', en: 'Merged, not answered' } },
  silent:         { of: null,       isBar: false },
  redone:         { of: null,       isBar: false },
  key:            { of: null,       isBar: false },
  published:      { of: null,       isBar: false },
  left:           { of: null,       isBar: false },
  merged:         { of: null,       isBar: false },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureId = keyof typeof measures
export type Side = 'there' | 'missing'

export const isMeasure = (word: string): word is MeasureId => Object.hasOwn(measures, word)
export const measureIds: readonly MeasureId[] = Object.keys(measures).filter(isMeasure)

/** Has it a list of what is missing, and so a denominator? */
export const isShare = (id: MeasureId): boolean => measures[id].of !== null

/** The cases of a side, by what the batch's lines say of each: these milestones hold, and those do not. */
export function saidBy(id: MeasureId, side: Side): { holds: readonly string[]; lacks: readonly string[] } {
  const { of } = measures[id]
  if (side === 'there' || of === null) return { holds: [id], lacks: [] }
  return of === 'reviewed' ? { holds: [submitted], lacks: ['filed', 'merged', 'left'] } : { holds: [of], lacks: [id] }
}

/** It came in: the one line of a batch that is no milestone. */
export const submitted = 'submitted'
