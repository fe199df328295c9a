import { sql } from 'kysely'
import { organKindHeadings } from '../accounts/organ_kinds.ts'
import { nameThen, organsThen } from '../accounts/organs_then.ts'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import { rankByShare } from '../law/rank.ts'
import type { Text } from '../law/words.ts'

/** A session's batch at the end of a day, as known at an instant. */
export type BatchOn = { readonly session: { readonly id: string }; readonly day: Day; readonly until: string }

/** An organ's own parts in a batch, and its place among its like; none where it has too few to be compared. */
export type Ranked = { name: Text; rank: number | null; counts: Readonly<Record<PartCount, number>> }
export type RankedGroup = { kind: Text; rows: Ranked[] }
export type PartCount = (typeof partCounts)[number]
export const partCounts = [
  ...(['handedOver', 'contacted', 'answered', 'onTime', 'rated', 'satisfied', 'claimed', 'carriedOut'] as const),
  ...(['sole', 'lead', 'separate', 'co-handler'] as const),
] as const

/** Organs side by side with their like, by the share they have answered; by default those that must answer. */
export async function rankOrgans(
  db: Db,
  batch: BatchOn,
  isShown = ({ handedOver }: Ranked['counts']) => handedOver > 0,
): Promise<RankedGroup[]> {
  const rows = await partSums(db, batch).execute()
  const byOrgan = [...Map.groupBy(rows, ({ organ }) => organ ?? '')]
    .map(([organ, lines]) => ({ organ, counts: countsIn(lines) }))
    .filter(({ counts }) => isShown(counts))
  const organs = await organsThen(db, batch.until)
  const named = byOrgan.map(({ organ, counts }) => {
    const { zh, en } = nameThen(organs.get(organ), batch.day) ?? { zh: organ, en: organ }
    return { counts, name: { zh, en }, kind: organs.get(organ)?.kind ?? '', path: organs.get(organ)?.path ?? organ }
  })
  return Object.entries(organKindHeadings).flatMap(([kind, title]) => {
    const group = named.filter(organ => organ.kind === kind).toSorted((a, b) => (a.path < b.path ? -1 : 1))
    return group.length === 0 ? [] : [{ kind: title, rows: ranked(group) }]
  })
}

export const partSums = (db: Db, { session, day, until }: BatchOn) =>
  db
    .selectFrom('facts')
    .select(['organ', 'what', sql<number>`sum(sign)`.as('sum')])
    .where('session', '=', session.id)
    .where('kind', 'in', ['part', 'part-role'])
    .where('on_day', '<=', day)
    .where('recorded_at', '<=', until)
    .groupBy(['organ', 'what'])

type Counted = Omit<Ranked, 'rank'>

/** By the share answered; small samples follow, unranked. */
const ranked = (organs: readonly Counted[]): Ranked[] =>
  rankByShare(organs, ({ counts }) => ({ part: counts.answered, whole: counts.handedOver })).map(({ row, rank }) => ({
    name: row.name,
    counts: row.counts,
    rank,
  }))

function countsIn(lines: readonly { what: string; sum: number }[]): Ranked['counts'] {
  const of = (what: PartCount) => Number(lines.find(line => line.what === what)?.sum ?? 0)
  return {
    handedOver: of('handedOver'),
    contacted: of('contacted'),
    answered: of('answered'),
    onTime: of('onTime'),
    rated: of('rated'),
    satisfied: of('satisfied'),
    claimed: of('claimed'),
    carriedOut: of('carriedOut'),
    sole: of('sole'),
    lead: of('lead'),
    separate: of('separate'),
    'co-handler': of('co-handler'),
  }
}
