import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { knownThrough } from './cut.ts'
import type { Cut } from './cut.ts'
import type { Question } from './rows.ts'

/** What the lines of a session say of one matter on the through day. */
export type Matter = {
  office: string | null
  /** Whoever leads it, or the office while nobody does. */
  lead: string | null
  received: Day
  category: string | null
  reached: ReadonlySet<string>
  /** What each organ that must answer has reached with its part. */
  parts: ReadonlyMap<string, ReadonlySet<string>>
  /** `<meaning>:<class>` of every answer that stands. */
  classes: readonly string[]
  /** Organs whose answer that stands promised something by a day before the through day, and that have shown nothing for it. */
  promisesDue: ReadonlySet<string>
}

/** Every matter of the session that had come in by then: a batch is some hundreds. */
export async function mattersOf(db: Db, { cut, session }: Question): Promise<Matter[]> {
  const lines = await db
    .selectFrom('facts')
    .select(['case_number', 'seq', 'kind', 'what', 'sign', 'on_day', 'happened_on', 'organ', 'category'])
    .where('session', '=', session)
    .where('kind', 'in', ['received', 'milestone', 'part', 'answer-class', 'due', 'met'])
    .where('recorded_at', '<=', cut.asOf)
    .orderBy('case_number')
    .orderBy('seq')
    .orderBy('line')
    .execute()
  return [...Map.groupBy(lines, line => line.case_number).values()].flatMap(all => matterFrom(all, cut) ?? [])
}

type Line = Pick<FactTable, 'seq' | 'kind' | 'what' | 'sign' | 'on_day' | 'happened_on' | 'organ' | 'category'>

function matterFrom(all: readonly Line[], cut: Cut): Matter | undefined {
  const lines = all.filter(({ on_day }) => on_day <= cut.through)
  const standing = standingIn(lines)
  const arrival = standing.find(({ kind }) => kind === 'received')
  if (!arrival) return undefined
  const of = (kind: string) => standing.filter(line => line.kind === kind)
  return {
    office: arrival.organ,
    lead: lines.findLast(({ kind }) => kind === 'received' || kind === 'milestone')?.organ ?? null,
    received: arrival.on_day,
    category: all.at(-1)?.category ?? null,
    reached: new Set(of('milestone').map(({ what }) => what)),
    parts: new Map(
      [...Map.groupBy(of('part'), ({ organ }) => organ ?? '')].map(([organ, own]) => [
        organ,
        new Set(own.map(({ what }) => what)),
      ]),
    ),
    classes: of('answer-class').map(({ what }) => what),
    promisesDue: new Set(
      of('part')
        .filter(part => part.what === 'claimed' && isOwed(lines, part, knownThrough(cut)))
        .map(({ organ }) => organ ?? ''),
    ),
  }
}

/** A promise of an answer that no longer stands is nobody’s; of the one that does, evidence that was shown meets it. */
function isOwed(lines: readonly Line[], claim: Line, day: Day): boolean {
  const own = lines.filter(({ what, organ, seq }) => what === 'promise' && organ === claim.organ && seq >= claim.seq)
  const due = own.filter(({ kind, on_day }) => kind === 'due' && on_day < day)
  const met = own.filter(({ kind, happened_on }) => kind === 'met' && happened_on <= day)
  return sumOf(due) > sumOf(met)
}

/** The last of every lines that do not cancel out: those of a milestone whoever leads, of a part by its organ. */
function standingIn(lines: readonly Line[]): Line[] {
  const groups = Map.groupBy(lines, ({ kind, what, organ }) =>
    kind === 'milestone' || kind === 'received' ? `${kind} ${what}` : `${kind} ${what} ${organ}`,
  )
  return [...groups.values()].flatMap(group => (sumOf(group) > 0 ? (group.findLast(({ sign }) => sign > 0) ?? []) : []))
}

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { sign }) => sum + sign, 0)
