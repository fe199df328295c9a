import type { Db } from '../db/dialect.ts'
import { closedMonths } from './count_restated.ts'
import type { Drawing } from './drawing.ts'

/** What a report's instant is to its reader: the moment of reading, the one at which the month was closed, or any other. */
export type Known = 'now' | 'then' | 'closing'

export async function knownWhen(db: Db, { cut }: Drawing, asOf: string | undefined, now: string): Promise<Known> {
  if (asOf === undefined || cut.asOf === now) return 'now'
  const closed = cut.kind === 'month' ? (await closedMonths(db)).get(cut.period) : undefined
  return closed === cut.asOf ? 'closing' : 'then'
}

export const onlyNow = {
  zh: '本单位的报表只按现在已知的，或该月定稿时已知的统计，请留空',
  en: 'An organ’s own report is as known now, or as known when the month was closed; leave this empty',
}
