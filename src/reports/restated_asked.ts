import type { Db } from '../db/dialect.ts'
import { dayOf, monthAfter } from '../law/day.ts'
import type { Errors } from '../procedures/read_form.ts'
import { closedMonths } from './count_restated.ts'
import { isInReach, readCut } from './cut.ts'
import { closingOf } from './month_closing.ts'
import { readAsked } from './read.ts'
import type { ReportKind } from './registry.ts'
import type { Restating } from './restated.ts'
import type { Asked } from './report.ts'

export type AskedAgainst = Asked & { against?: string | undefined }

/**
 * What is held against what: if nothing else is said, the month that was closed last, as it was closed, against now.
 * Only the district's figures are asked for; every problem under the name of its field.
 */
export async function readRestating(
  db: Db,
  kind: ReportKind,
  { against, ...asked }: AskedAgainst,
  now: string,
): Promise<{ ok: Restating } | { errors: Errors; month: string }> {
  const closed = await closedMonths(db)
  const [last] = closed.keys()
  const month = asked.month ?? last ?? monthAfter(dayOf(now), -1)
  const asOf = asked.asOf ?? closed.get(month) ?? (await closedBy(db, month, now))
  const read = await readAsked(db, kind, { ...asked, month, asOf, organ: undefined }, now)
  const later = readCut({ asOf: against }, now)
  const known = 'ok' in later ? later.ok.asOf : undefined
  const errors: Errors = {
    ...('errors' in read && read.errors),
    ...('errors' in later && later.errors['asOf'] && { against: later.errors['asOf'] }),
    ...('ok' in read && known !== undefined && known < read.ok.cut.asOf && { against: [tooEarly] }),
  }
  return 'ok' in read && known !== undefined && Object.keys(errors).length === 0
    ? { ok: { drawing: read.ok, against: known } }
    : { errors, month }
}

/** When the month was or would have been closed, or nothing where that is still to come. */
async function closedBy(db: Db, month: string, now: string): Promise<string | undefined> {
  if (!isInReach(`${month}-01`)) return undefined
  const closes = (await closingOf(db))(month)
  return closes <= now ? closes : undefined
}

const tooEarly = { zh: '不能早于前一个时点', en: 'This cannot be earlier than the first instant' }
