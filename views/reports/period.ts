import { sayDay, sayMonth } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Report } from '../../src/reports/report.ts'

/** The month and how far it is counted, in words. */
export const sayPeriod = ({ month, through }: Pick<Report, 'month' | 'through'>): Text => ({
  zh: `${sayMonth(month).zh}，统计到${sayDay(through).zh}`,
  en: `${sayMonth(month).en}, counted through ${sayDay(through).en}`,
})
