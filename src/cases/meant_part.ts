import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import { sayDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import { decide } from './decide.ts'
import { listNames } from './names.ts'
import { describeParts } from './part_lines.ts'
import type { PartLine } from './part_lines.ts'
import { openPartsFor, partsFor } from './parts.ts'
import { mayName, readsAs, seenBy } from './sight.ts'
import type { Reads } from './sight.ts'
import type { CaseView } from './view.ts'

/** The parts an act may mean, and the one it does mean where that is plain. */
export type MeantPart = { id: string | undefined; parts: { id: string; says: Text }[] }

/** What the page of an act on a part says it is about, or lets one choose; nothing for any other act. */
export async function meantPart(
  db: Db,
  view: CaseView,
  actor: Actor,
  spec: Act,
  named: string | undefined,
  today: Day,
): Promise<MeantPart | undefined> {
  if (spec.on !== 'assignment') return undefined
  const open = openPartsFor(view, actor, spec).map(({ id }) => id)
  const meant = partsFor(view, actor, spec, named)
  const lines = await linesOf(db, view, readsAs(view, actor), today)
  return {
    id: meant.length === 1 ? meant[0]?.id : undefined,
    parts: lines.filter(({ id }) => open.includes(id)).map(line => ({ id: line.id, says: sayPart(line) })),
  }
}

/** Each part by its id as a form or a step names it: “联名人 邓宇”, “主办 望江区住建局”. */
export async function sayParts(db: Db, view: CaseView, reads: Reads): Promise<ReadonlyMap<string, Text>> {
  const lines = await linesOf(db, view, reads, view.row.received_on)
  return new Map(lines.map(({ id, role, organ, person }) => [id, said(role, organ, person)]))
}

async function linesOf(db: Db, view: CaseView, reads: Reads, today: Day): Promise<PartLine[]> {
  const seen = seenBy(view, reads)
  const organs = seen.assignments.flatMap(({ organ, sender }) => (sender === null ? [organ] : [organ, sender]))
  const people = seen.assignments.flatMap(({ person }) =>
    person !== null && mayName(view, reads, person) ? person : [],
  )
  return describeParts(seen, await findOrgans(db, organs), await listNames(db, people), today)
}

const said = (role: Text, organ: Text, person: string | undefined): Text => ({
  zh: `${role.zh} ${person ?? organ.zh}`,
  en: `${role.en}: ${person ?? organ.en}`,
})

/** The acts that may be done to each part now, by its id. */
export const actsOnParts = (view: CaseView, actor: Actor, today: Day): ReadonlyMap<string, PartAct[]> =>
  new Map(view.assignments.map(({ id, is_open }) => [id, is_open === 1 ? actsOn(view, actor, today, id) : []]))

export type PartAct = { act: string; title: Text }

const actsOn = (view: CaseView, actor: Actor, today: Day, part: string): PartAct[] =>
  Object.entries(view.procedure.acts).flatMap(([act, { on, title }]) => {
    if (on !== 'assignment') return []
    const { allowed } = decide({ procedure: view.procedure, view, act, actor, today, on: today, part })
    return allowed ? [{ act, title }] : []
  })

/** “督办：区信访局 → 住建局（2026年1月20日）”; whoever signs is named alone. */
function sayPart({ sort, role, sender, organ, person, since }: PartLine): Text {
  const day = sayDay(since)
  if (sort === 'signing') {
    const who = said(role, organ, person)
    return { zh: `${who.zh}（${day.zh}）`, en: `${who.en} (${day.en})` }
  }
  return {
    zh: `${role.zh}：${sender ? `${sender.zh} → ` : ''}${organ.zh}（${person === undefined ? '' : `${person}，`}${day.zh}）`,
    en: `${role.en}: ${sender ? `${sender.en} → ` : ''}${organ.en} (${person === undefined ? '' : `${person}, `}${day.en})`,
  }
}
