import type { By } from '../accounts/change.ts'
import { attempt } from '../cases/perform.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { addDays, endOfDay } from '../law/day.ts'
import { actsOf } from './acts.ts'
import type { LedgerAct } from './acts.ts'
import { categoriesByName } from './categories.ts'
import type { Placed } from './earlier.ts'
import { addDepartment, nameKey, officeOf } from './organs.ts'

export type Writing = { readonly organs: Map<string, string>; readonly by: By }

/** Makes a case of each row, with its history; organs that are named and unknown are made first. */
export async function writeRows(store: Store, trx: Db, placed: readonly Placed[], { organs, by }: Writing) {
  if (placed.length === 0) return
  const office = await officeOf(trx, by)
  for (const { row } of placed) {
    const isNew = row.organ !== undefined && !organs.has(nameKey(row.organ))
    if (isNew) organs.set(nameKey(row.organ), await addDepartment(trx, by, row.organ))
  }
  const categories = await categoriesByName(trx)
  for (const one of placed) {
    const { row, number } = one
    const organ = row.organ === undefined ? office : (organs.get(nameKey(row.organ)) ?? office)
    const category = row.category && (categories.get(nameKey(row.category)) ?? row.category)
    for (const act of actsOf(row, { number, organ, category })) await writeAct(store, trx, one, act, by)
  }
}

async function writeAct(store: Store, trx: Db, { row, number, fingerprint }: Placed, act: LedgerAct, by: By) {
  const isFirst = act.act === 'submit'
  const outcome = await attempt(store, trx, {
    on: isFirst ? { procedure: row.procedure, channel: row.channel ?? 'online', number } : { number },
    act: act.act,
    actor: by.actor,
    now: by.now,
    occurredOn: act.on,
    input: act.input,
    imported: {
      assumed: act.isAssumed,
      ...(act.organ !== undefined && { organ: act.organ }),
      ...(isFirst && { receivedAt: row.filed.at ?? startOf(row.filed.on), ledger: fingerprint }),
    },
  })
  if (outcome.outcome !== 'done') throw new Error(`Row ${row.row}, ${act.act}: ${JSON.stringify(outcome)}`)
}

const startOf = (day: string) => endOfDay(addDays(day, -1))
