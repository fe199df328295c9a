import type { By } from '../accounts/change.ts'
import { loadCalendar } from '../cases/calendar.ts'
import { liveThrough } from '../cases/history.ts'
import type { History, Telling } from '../cases/history.ts'
import { parametersOn } from '../cases/parameters.ts'
import { writeHistories } from '../cases/write_histories.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { addDays, endOfDay } from '../law/day.ts'
import { procedureOn } from '../procedures/registry.ts'
import { actsOf } from './acts.ts'
import { categoriesByName } from './categories.ts'
import { cellsOf } from './changes.ts'
import type { Placed } from './earlier.ts'
import { addDepartment, nameKey, officeOf, streetsByName } from './organs.ts'

/** Makes a case of each row, with its history; organs that are named and unknown are made first. */
export async function writeRows(
  store: Store,
  trx: Db,
  placed: readonly Placed[],
  { organs, by }: { organs: Map<string, string>; by: By },
): Promise<void> {
  if (placed.length === 0) return
  const office = await officeOf(trx, by)
  for (const { row } of placed) {
    const isNew = row.organ !== undefined && !organs.has(nameKey(row.organ))
    if (isNew) organs.set(nameKey(row.organ), await addDepartment(trx, by, row.organ))
  }
  const names = { office, organs, categories: await categoriesByName(trx), streets: await streetsByName(trx) }
  for (let i = 0; i < placed.length; i += 200) {
    const histories = placed.slice(i, i + 200).map(one => historyOf(one, names))
    const telling = await tellingOf(store, trx, by, histories)
    await writeHistories(
      store,
      trx,
      histories.map(history => liveThrough(history, telling)),
    )
  }
}

type ByName = ReadonlyMap<string, string>
type Names = { office: string; organs: ByName; categories: ByName; streets: ByName }

function historyOf({ row, number, mark }: Placed, { office, organs, categories, streets }: Names): History {
  const organ = row.organ === undefined ? office : (organs.get(nameKey(row.organ)) ?? office)
  const category = row.category && (categories.get(nameKey(row.category)) ?? row.category)
  const place = row.place === undefined ? undefined : streets.get(nameKey(row.place))
  return {
    number,
    procedure: procedureOn(row.procedure, row.filed.on),
    channel: row.channel ?? 'online',
    office,
    receivedAt: row.filed.at ?? endOfDay(addDays(row.filed.on, -1)),
    mark,
    cells: cellsOf(row),
    acts: actsOf(row, { number, organ, category, place }),
  }
}

/** The local numbers of every day these histories touch are read once. */
async function tellingOf(store: Store, trx: Db, { actor, now }: By, histories: readonly History[]): Promise<Telling> {
  const known = new Map<string, Record<string, string>>()
  for (const { procedure, acts } of histories)
    for (const { on } of acts) {
      const key = `${procedure.id} ${procedure.version} ${on}`
      if (!known.has(key)) known.set(key, await parametersOn(trx, procedure, on))
    }
  return {
    actor,
    now,
    master: store.master,
    calendar: await loadCalendar(trx),
    parametersOn: (procedure, day) => known.get(`${procedure.id} ${procedure.version} ${day}`) ?? {},
  }
}
