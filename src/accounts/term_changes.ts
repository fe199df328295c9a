import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { SessionTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { absent, change, done, invalid, record } from './change.ts'
import type { By, Changed } from './change.ts'
import { rulesToCopy } from './rule_copies.ts'
import type { CopiedRule } from './rule_copies.ts'
import { listRules } from './rules.ts'
import { findSession, listSessions, sessionId, sessionalProcedures } from './terms.ts'

export type NewSession = Text & {
  procedure: string
  term: number
  session: number
  from: Day
  cutoff: Day
  /** The earlier session whose rules it begins with; null for the standards. */
  copyOf: string | null
}

/** Opens a session with the rules of an earlier one, or the standards. Asked again in the same words, it is open already. */
export async function openSession(
  store: Store,
  by: By,
  asked: NewSession,
  procedures: readonly Procedure[] = sessionalProcedures(),
): Promise<Changed> {
  const { term, session, zh, en, from, cutoff, copyOf } = asked
  const procedure = procedures.find(({ id }) => id === asked.procedure)
  if (!procedure) return invalid({ procedure: [noSuchProcedure] })
  const id = sessionId(procedure.id, term, session)
  const row = { id, procedure: procedure.id, term, session, zh, en, from_day: from, cutoff_on: cutoff }
  return change(store, async trx => {
    const rules = await rulesToCopy(trx, procedure, from, copyOf)
    const known = await findSession(trx, id)
    if (known) return (await isOpenedSo(trx, known, row, rules)) ? done(id) : invalid({ session: [isOpen(known)] })
    const errors = await problemsIn(trx, asked)
    if (Object.keys(errors).length > 0) return invalid(errors)
    await trx.insertInto('sessions').values(row).execute()
    const lines = rules.map(rule => ({ session: id, from_day: from, ...rule }))
    if (lines.length > 0) await trx.insertInto('session_rules').values(lines).execute()
    await record(trx, 'sessions', 'openSession', by, { ...row, copyOf, rules })
    return done(id)
  })
}

/** Another name for a session; its number and its days stay. */
export const renameSession = (store: Store, by: By, id: string, { zh, en }: Text): Promise<Changed> =>
  change(store, async trx => {
    const known = await findSession(trx, id)
    if (!known) return absent
    if (known.zh === zh && known.en === en) return done(id)
    await trx.updateTable('sessions').set({ zh, en }).where('id', '=', id).execute()
    await record(trx, 'sessions', 'renameSession', by, { id, zh, en })
    return done(id)
  })

async function isOpenedSo(trx: Db, known: SessionTable, row: SessionTable, rules: readonly CopiedRule[]) {
  const lines = await listRules(trx, known.id)
  const isCopied = ({ name, value, source }: CopiedRule) =>
    lines.some(line => line.name === name && line.value === value && line.source === source)
  return sameRow(known, row) && rules.every(isCopied)
}

const sameRow = (a: SessionTable, b: SessionTable) =>
  a.zh === b.zh && a.en === b.en && a.from_day === b.from_day && a.cutoff_on === b.cutoff_on

async function problemsIn(trx: Db, { procedure, from, cutoff, copyOf }: NewSession) {
  const earlier = await listSessions(trx, procedure)
  const last = earlier[0]
  return {
    ...(last && from <= last.from_day && { from: [notAfter(last)] }),
    ...(cutoff < from && { cutoff: [beforeItBegins] }),
    ...(copyOf !== null && !earlier.some(({ id }) => id === copyOf) && { copyOf: [notItsOwn] }),
  }
}

const noSuchProcedure = {
  zh: '请选择按届次编号的程序',
  en: 'Choose a procedure whose matters are numbered by session',
}
const isOpen = ({ zh, en }: Text): Text => ({
  zh: `这个届次已经开了：${zh}。要改动请打开它`,
  en: `This session is open already: ${en}. Open it to change it`,
})
const notAfter = ({ zh, en, from_day }: SessionTable): Text => ({
  zh: `须晚于上一届次（${zh}）的起始日${from_day}`,
  en: `It must be later than ${from_day}, the first day of the last session (${en})`,
})
const beforeItBegins = { zh: '截止日不能早于起始日', en: 'The cut-off day cannot be before the first day' }
const notItsOwn = {
  zh: '请选择同一程序的以前届次，或者标准',
  en: 'Choose an earlier session of the same procedure, or the standards',
}
