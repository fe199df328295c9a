import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
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
  /** Organs of which a promise fell due before the through day. */
  promisesDue: ReadonlySet<string>
}

/** Every matter of the session that had come in by then: a batch is some hundreds. */
export async function mattersOf(db: Db, { cut, session }: Question): Promise<Matter[]> {
  const lines = await db
    .selectFrom('facts')
    .select(['case_number', 'kind', 'what', 'sign', 'on_day', 'organ', 'category'])
    .where('session', '=', session)
    .where('kind', 'in', ['received', 'milestone', 'part', 'answer-class', 'due'])
    .where('recorded_at', '<=', cut.asOf)
    .orderBy('case_number')
    .orderBy('seq')
    .orderBy('line')
    .execute()
  return [...Map.groupBy(lines, line => line.case_number).values()].flatMap(all => matterFrom(all, cut.through) ?? [])
}

type Line = { kind: string; what: string; sign: number; on_day: Day; organ: string | null; category: string | null }

function matterFrom(all: readonly Line[], through: Day): Matter | undefined {
  const lines = all.filter(({ on_day }) => on_day <= through)
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
      standingIn(
        lines.filter(({ kind, what, on_day }) => kind === 'due' && what === 'promise' && on_day < through),
      ).map(({ organ }) => organ ?? ''),
    ),
  }
}

/** The last of every lines that do not cancel out: those of a milestone whoever leads, of a part by its organ. */
function standingIn(lines: readonly Line[]): Line[] {
  const groups = Map.groupBy(lines, ({ kind, what, organ }) =>
    kind === 'milestone' || kind === 'received' ? `${kind} ${what}` : `${kind} ${what} ${organ}`,
  )
  return [...groups.values()].flatMap(group =>
    group.reduce((sum, { sign }) => sum + sign, 0) > 0 ? (group.findLast(({ sign }) => sign > 0) ?? []) : [],
  )
}
