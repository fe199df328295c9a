import type { Text } from '../law/words.ts'
import { about } from './counted.ts'
import { lines } from './rows.ts'
import type { Counting } from './rows.ts'

/** What a figure counts. Batches and people are told side by side and never added. */
export type Unit = '件次' | '批次' | '人次'

// prettier-ignore
export const units = {
  件次: { zh: '件', en: 'matters' },
  批次: { zh: '批次', en: 'batches' },
  人次: { zh: '人次', en: 'people' },
} satisfies Record<Unit, Text>

/** Matters brought by people who came: each is one batch, however many they were. */
export const visits =
  (unit: '批次' | '人次', isGroup = false): Counting =>
  (db, question) => {
    const { start, end } = question.cut
    const came = { kind: 'received', about: about.received, from: start, to: end, people: unit === '人次' }
    return lines(db, question, came)
      .where('channel', '=', 'visit')
      .where('heads', '>=', isGroup ? smallestGroup : 1)
  }

/** 集体访: five people or more. */
const smallestGroup = 5
