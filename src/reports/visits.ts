import type { Text } from '../law/words.ts'

/** What a figure counts. Batches and people are told side by side and never added. */
export type Unit = '件次' | '批次' | '人次'

// prettier-ignore
export const units = {
  件次: { zh: '件', en: 'matters' },
  批次: { zh: '批次', en: 'batches' },
  人次: { zh: '人次', en: 'people' },
} satisfies Record<Unit, Text>
