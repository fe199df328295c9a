import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { edition } from '../procedures/registry.ts'
import { actsFor } from './decide.ts'
import { repeatedBy } from './marks.ts'
import type { CaseView } from './view.ts'
import { withKnownPetitioner } from './kept.ts'
import { readTitles } from './words.ts'

/** Another case as far as its reader may know of it. */
export type Related = { number: string; title: string; received: Day; state: Text }
/** `same` is what makes it likely that one person filed both; whether the matter is the same, a person judges. */
export type Possible = Related & { same: Text }
/** The act that links, open to the reader, with the field that names the earlier case. */
type Linking = { act: string; field: string }

export type Repeats = {
  earlier: Related | undefined
  later: Related[]
  linking: Linking | undefined
  possible: Possible[]
}

/** What a case repeats and what repeats it, and for whoever may link it what it might repeat. Nothing is linked by itself. */
export async function describeRepeats(store: Store, view: CaseView, actor: Actor, today: Day): Promise<Repeats> {
  const number = repeatedBy(view)
  const linking = linkingAct(view, actor, today)
  const same = linking ? await findByPerson(store.reader, view) : new Map<string, Text>()
  const later = await laterThan(store.reader, view)
  const related = [...(number ? [number] : []), ...later, ...same.keys()]
  const told = await withKnownPetitioner(store.reader, actor, [view.row.number, ...related])
  // Two cases of one person name each other's petitioner: where one is kept back, so is that they are related.
  const known = told.includes(view.row.number) ? await listVisible(store, actor, told) : []
  const possible = known.flatMap(({ received, ...one }) => {
    const like = same.get(one.number)
    return like && received <= view.row.received_on && !later.includes(one.number)
      ? [{ ...one, received, same: like }]
      : []
  })
  return {
    earlier: known.find(one => one.number === number),
    later: known.filter(one => later.includes(one.number)),
    linking,
    possible: possible.sort((a, b) => strength(a) - strength(b)).slice(0, SHOWN),
  }
}

const SHOWN = 10
/** Of a name that very many bear, the latest. */
const LOOKED_AT = 100

function linkingAct(view: CaseView, actor: Actor, today: Day): Linking | undefined {
  return actsFor(view, actor, today).flatMap(({ act, spec: { counts }, decision }) =>
    counts?.kind === 'repeat' && counts.sign === 1 && decision.allowed ? [{ act, field: counts.about }] : [],
  )[0]
}

/** Cases filed under the same identity number, telephone or name, through their keyed hashes, by the surest of these. */
async function findByPerson(db: Db, { row }: CaseView): Promise<Map<string, Text>> {
  const found = new Map<string, Text>()
  const own = await db
    .selectFrom('parties as mine')
    .innerJoin('party_hashes as mark', 'mark.party', 'mine.id')
    .select(['mark.kind', 'mark.hash'])
    .where('mine.case_number', '=', row.number)
    .execute()
  for (const [kind, title] of Object.entries(sames)) {
    for (const { hash } of own.filter(mark => mark.kind === kind)) {
      const rows = await db
        .selectFrom('party_hashes')
        .select('case_number')
        .where('kind', '=', kind)
        .where('hash', '=', hash)
        .where('case_number', '<>', row.number)
        .orderBy('case_number', 'desc')
        .limit(LOOKED_AT)
        .execute()
      for (const { case_number } of rows) if (!found.has(case_number)) found.set(case_number, title)
    }
  }
  return found
}

const sames: Readonly<Record<string, Text>> = {
  idNumber: { zh: '身份证号相同', en: 'Same identity number' },
  phone: { zh: '电话相同', en: 'Same telephone' },
  petitioner: { zh: '姓名相同', en: 'Same name' },
}

const strength = ({ same }: Possible) => Object.values(sames).indexOf(same)

/** Cases linked as repeating this one, and not unlinked since. */
async function laterThan(db: Db, { row }: CaseView): Promise<string[]> {
  const rows = await db
    .selectFrom('facts')
    .select('case_number')
    .where('kind', '=', 'repeat')
    .where('what', '=', row.number)
    .groupBy('case_number')
    .having(eb => eb.fn.sum('sign'), '>', 0)
    .execute()
  return rows.map(({ case_number }) => case_number)
}

/** Of these cases those the actor may see, the latest first. */
async function listVisible({ reader, master }: Store, actor: Actor, numbers: readonly string[]): Promise<Related[]> {
  if (numbers.length === 0) return []
  const rows = await reader
    .selectFrom('cases')
    .select(['number', 'procedure', 'procedure_version', 'state', 'received_on', 'received_at'])
    .where(visibleTo(actor))
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  const titles = await readTitles(
    reader,
    master,
    rows.map(({ number }) => number),
  )
  return rows
    .sort((a, b) => (a.received_at < b.received_at ? 1 : -1))
    .map(({ number, procedure, procedure_version, state, received_on }) => ({
      number,
      title: titles.get(number) ?? number,
      received: received_on,
      state: edition(procedure, procedure_version).states[state]?.title ?? { zh: state, en: state },
    }))
}
