import { sayDay } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { Report } from '../../src/reports/report.ts'

/** The period and how far it is counted, in words. */
export const sayPeriod = ({ period, through }: Pick<Report, 'period' | 'through'>): Text => ({
  zh: `${period.zh}，统计到${sayDay(through).zh}`,
  en: `${period.en}, counted through ${sayDay(through).en}`,
})
