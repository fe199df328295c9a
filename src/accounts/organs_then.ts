import type { Db } from '../db/dialect.ts'
import type { OrganNameTable, OrganTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'

/** An organ as it was on record at an instant: its place in the tree, whether it was open, and its dated names. */
export type OrganThen = Pick<OrganTable, 'id' | 'kind' | 'parent' | 'path' | 'active'> & { names: OrganNameTable[] }
export type OrgansThen = ReadonlyMap<string, OrganThen>

/** Its name on a day, as known then; the first it had on record for a day before all of them. */
export const nameThen = (organ: OrganThen | undefined, day: Day): Text | undefined =>
  organ?.names.findLast(({ from_day }) => from_day <= day) ?? organ?.names[0]

/**
 * Every organ as known at the instant: what stands in the tables, less what was recorded later. An organ that was seated
 * without an event (in a test, or by an import of old) is where it is now.
 */
export async function organsThen(db: Db, asOf: string): Promise<OrgansThen> {
  const organs = await db.selectFrom('organs').select(['id', 'kind', 'parent', 'path', 'active']).execute()
  const names = await db.selectFrom('organ_names').selectAll().orderBy('organ').orderBy('from_day').execute()
  const byOrgan = Map.groupBy(names, ({ organ }) => organ)
  const now = new Map(organs.map(row => [row.id, { ...row, names: byOrgan.get(row.id) ?? [] }]))
  const changes = await changesOf(db)
  const [earlier, later] = [changes.filter(isBy(asOf)), changes.filter(change => !isBy(asOf)(change))]
  if (later.length === 0) return now
  const then = [...now.values()]
    .filter(({ id }) => !later.some(({ act, said }) => act === 'addOrgan' && said.id === id))
    .map(organ => undone(organ, earlier, later))
  return placed(then)
}

/** What every organ was called on a day, as known at the instant. */
export async function namesThen(db: Db, day: Day, asOf: string): Promise<ReadonlyMap<string, Text>> {
  const organs = await organsThen(db, asOf)
  return new Map(
    [...organs].flatMap(([id, organ]) => {
      const name = nameThen(organ, day)
      return name ? [[id, { zh: name.zh, en: name.en }] as const] : []
    }),
  )
}

type Said = { id: string; parent?: string | null; zh?: string; en?: string; from?: Day }
type Change = { act: string; at: string; said: Said }

const isBy =
  (asOf: string) =>
  ({ at }: Change) =>
    at <= asOf

async function changesOf(db: Db): Promise<Change[]> {
  const rows = await db
    .selectFrom('events')
    .select(['act', 'recorded_at', 'payload'])
    .where('stream', '=', 'organs')
    .orderBy('seq')
    .execute()
  return rows.map(({ act, recorded_at: at, payload }) => ({ act, at, said: JSON.parse(payload) }))
}

function undone(organ: OrganThen, earlier: readonly Change[], later: readonly Change[]): OrganThen {
  const own = (changes: readonly Change[], act: string) =>
    changes.filter(change => change.act === act && change.said.id === organ.id)
  const isMoved = own(later, 'moveOrgan').length > 0
  const place = own(earlier, 'moveOrgan').at(-1) ?? own(earlier, 'addOrgan').at(-1)
  const renamed = own(later, 'renameOrgan').map(({ said }) => said.from)
  return {
    ...organ,
    active: own(later, 'closeOrgan').length > 0 ? 1 : organ.active,
    parent: isMoved && place ? (place.said.parent ?? null) : organ.parent,
    names: organ.names.flatMap(name =>
      renamed.includes(name.from_day) ? before(name, own(earlier, 'renameOrgan')) : name,
    ),
  }
}

/** What a name of the same day said before it was written over; nothing where it was not there. */
function before(name: OrganNameTable, renamed: readonly Change[]): OrganNameTable[] {
  const said = renamed.findLast(change => change.said.from === name.from_day)?.said
  return said?.zh !== undefined && said.en !== undefined ? [{ ...name, zh: said.zh, en: said.en }] : []
}

/** Paths follow from parents: whoever was moved since was under others then, with all below. */
function placed(organs: readonly OrganThen[]): OrgansThen {
  const then = new Map(organs.map(organ => [organ.id, organ]))
  const pathOf = (id: string, depth = 0): string => {
    const parent = then.get(id)?.parent ?? null
    return `${parent === null || depth > 20 ? '/' : pathOf(parent, depth + 1)}${id}/`
  }
  return new Map(organs.map(organ => [organ.id, { ...organ, path: pathOf(organ.id) }]))
}
