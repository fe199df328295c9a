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
  const open = openPartsFor(view, actor, spec)
  const meant = partsFor(view, actor, spec, named)
  const names = await findOrgans(
    db,
    open.flatMap(({ organ, sender }) => (sender === null ? [organ] : [organ, sender])),
  )
  const people = await listNames(
    db,
    open.flatMap(({ person }) => person ?? []),
  )
  const lines = describeParts({ ...view, assignments: open }, names, people, today)
  return {
    id: meant.length === 1 ? meant[0]?.id : undefined,
    parts: lines.map(line => ({ id: line.id, says: sayPart(line) })),
  }
}

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

/** “督办：区信访局 → 住建局（2026年1月20日）”. */
function sayPart({ role, sender, organ, person, since }: PartLine): Text {
  const day = sayDay(since)
  return {
    zh: `${role.zh}：${sender ? `${sender.zh} → ` : ''}${organ.zh}（${person === undefined ? '' : `${person}，`}${day.zh}）`,
    en: `${role.en}: ${sender ? `${sender.en} → ` : ''}${organ.en} (${person === undefined ? '' : `${person}, `}${day.en})`,
  }
}
