import type { Actor } from '../accounts/actor.ts'
import { namesThen } from '../accounts/organs_then.ts'
import { sayWho } from '../cases/explain.ts'
import { keptSigner } from '../cases/kept.ts'
import { mayName, readsAs } from '../cases/sight.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import type { Batch } from './batch.ts'
import type { Holder, Names } from './blocker.ts'

export type Naming = { names: Names; sayHolder: (holder: Holder) => Text }

/** Everyone a page names, looked up once: organs as they were called on the batch’s day, as known then. */
export async function namesIn(
  { reader }: Pick<Store, 'reader'>,
  { day, until }: Batch,
  views: readonly CaseView[],
): Promise<Naming> {
  const organs = await namesThen(reader, day, until)
  const people = await peopleNamed(
    reader,
    views.flatMap(({ assignments }) => assignments.flatMap(({ person }) => person ?? [])),
  )
  const names: Names = {
    organ: id => organs.get(id ?? '') ?? { zh: id ?? '—', en: id ?? '—' },
    person: id => sayName(people.get(id ?? '') ?? '—'),
  }
  return {
    names,
    sayHolder: ({ organ, role, person }) => {
      const who = sayWho(role, organ, organs)
      const name = person ? names.person(person) : undefined
      return name ? { zh: `${name.zh}（${who.zh}）`, en: `${name.en} (${who.en})` } : who
    },
  }
}

/** The same for one reader of one case: whoever signed it is named, and with a delegation, only to those who may know. */
export function namesFor({ names, sayHolder }: Naming, view: CaseView, actor: Actor): Naming {
  const reads = readsAs(view, actor)
  const isKept = (person: string | null | undefined) => person != null && !mayName(view, reads, person)
  const kept = keptSigner(view.procedure)
  return {
    names: { ...names, person: id => (isKept(id) ? kept : names.person(id)) },
    sayHolder: holder => (isKept(holder.person) ? kept : sayHolder(holder)),
  }
}

const sayName = (name: string): Text => ({ zh: name, en: name })

async function peopleNamed(db: Store['reader'], ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
