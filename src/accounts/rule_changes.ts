import { createHash } from 'node:crypto'
import type { Store } from '../db/open.ts'
import type { SessionRuleTable, SessionTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { editions } from '../procedures/registry.ts'
import { absent, change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'
import { problemOfPattern } from './number_rules.ts'
import { isValueOf, listRules } from './rules.ts'
import { findSession } from './terms.ts'

export type NewRule = {
  session: string
  name: string
  value: string
  from: Day
  source: string
  /** Names the values the form was drawn with; without it nothing is compared. */
  seen?: string | undefined
}

/** Changes a rule of a session from a day on. Asked again in the same words, it is changed already. */
export async function setRule(
  store: Store,
  by: By,
  asked: NewRule,
  procedures: readonly Procedure[] = editions,
): Promise<Changed> {
  const { session: id, name, value, from, source, seen } = asked
  return change(store, async trx => {
    const session = await findSession(trx, id)
    const known = ruleNamed(procedures, session, name)
    if (!session || !known) return absent
    const earliest = firstDayToChange(session, dayOf(by.now))
    const all = await listRules(trx, id)
    const clash = problemOfPattern(editionOf(procedures, session) ?? {}, { name, value, from }, all)
    const errors = {
      ...(clash && { value: [clash] }),
      ...(!isValueOf(known, value) && { value: [notItsValue] }),
      ...(from < earliest && { from: [notBackwards(earliest)] }),
    }
    if (Object.keys(errors).length > 0) return invalid(errors)
    const rows = all.filter(row => row.name === name)
    if (rows.some(row => row.from_day === from && row.value === value && row.source === source)) return done(name)
    if (seen !== undefined && seen !== stampOf(rows)) return invalid({ '': [overtaken] })
    await trx
      .insertInto('session_rules')
      .values({ session: id, name, value, from_day: from, source })
      .onConflict(conflict => conflict.columns(['session', 'name', 'from_day']).doUpdateSet({ value, source }))
      .execute()
    await record(trx, 'sessions', 'setRule', by, { session: id, name, value, from, source })
    return done(name)
  })
}

/** The parameter of the session's procedure by that name, if the table itself has one. */
export function ruleNamed(procedures: readonly Procedure[], session: SessionTable | undefined, name: string) {
  const rules = editionOf(procedures, session)?.parameters ?? {}
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}

const editionOf = (procedures: readonly Procedure[], session: SessionTable | undefined) =>
  procedures.findLast(({ id }) => id === session?.procedure)

/** Neither the past nor the time before the session: on its first day what was copied would take over again. */
export const firstDayToChange = ({ from_day }: SessionTable, today: Day): Day => (from_day > today ? from_day : today)

/** A short name for the values of a rule, so that whoever changes it has seen them. */
export const stampOf = (rows: readonly SessionRuleTable[]): string =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(({ value, from_day, source }) => [value, from_day, source])))
    .digest('hex')
    .slice(0, 16)

const notItsValue: Text = { zh: '这条规则不能取这个值，请检查', en: 'This rule cannot have that value; check it' }
const notBackwards = (earliest: Day): Text => ({
  zh: `不能改到过去，也不能早于届次起始日：请填${earliest}或者以后的日期`,
  en: `Neither the past nor the time before the session can be changed: enter ${earliest} or later`,
})
const overtaken: Text = {
  zh: '您填写的时候，别人改了这条规则。请看上面的历次取值，再决定是否保存',
  en: 'Someone else changed this rule while you were writing. See the values above, then save if it is still right',
}
