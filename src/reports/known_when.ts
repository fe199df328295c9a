import type { Actor } from '../accounts/actor.ts'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
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

/**
 * Who reads the district's figures, or a session's, reads them of any instant, with lists. An organ's own people are told
 * its figures as known now, with lists, or as the month was closed, without: of an earlier instant the figures stay and
 * the lists are gone where one of its matters was found to be an accusation since, which the accused would read off.
 */
export async function readsAnyInstant(db: Db, actor: Actor, { kind }: Drawing): Promise<boolean> {
  return kind.period === 'session' || (await readsDistrictReports(db, actor))
}

export const onlyNow = {
  zh: '本单位的报表只按现在已知的，或该月定稿时已知的统计，请留空',
  en: 'An organ’s own report is as known now, or as known when the month was closed; leave this empty',
}
