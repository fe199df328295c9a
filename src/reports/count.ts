import type { FactTable } from '../db/tables.ts'
import type { Day } from '../law/day.ts'
import { stretches } from './cohort.ts'
import type { Cohort, Deadline, Lines, Stretch, Test } from './cohort.ts'
import type { Cut } from './cut.ts'

/** The signed lines of one case, by kind, as known at the instant. */
export type CaseLines = ReadonlyMap<string, readonly FactTable[]>
/** What one case adds to a figure: see `Row`. */
export type Counted = { n: number; on: Day; organ: string | null }
/** What is known of a case already, so that a cohort within a cohort is counted once. */
export type Known = Map<Cohort, readonly Counted[]>

/** What a case adds to a cohort, off its own lines. Accusations are left out. */
export function countIn(lines: CaseLines, cut: Cut, cohort: Cohort, known: Known = new Map()): readonly Counted[] {
  const counted = known.get(cohort) ?? count(lines, cut, cohort, known)
  known.set(cohort, counted)
  return counted
}

function count(lines: CaseLines, cut: Cut, cohort: Cohort, known: Known): readonly Counted[] {
  if ('lines' in cohort) return cohort.lines.flatMap(range => within(lines, cut, range))
  if ('due' in cohort) return once(standingDue(lines, cut, cohort.due, cohort.days))
  if ('either' in cohort) return once(cohort.either.flatMap(one => countIn(lines, cut, one, known)))
  return countIn(lines, cut, cohort.of, known).filter(({ on }) =>
    cohort.having.every(test => ('not' in test ? !holds(lines, cut, test.not, on) : holds(lines, cut, test, on))),
  )
}

function within(lines: CaseLines, cut: Cut, { kind, about, days, weight = 1, people, only }: Lines): Counted[] {
  const found = lines.get(kind)
  if (!found) return []
  const { from, to, happenedFrom, happenedTo } = stretches[days](cut)
  return found
    .filter(
      line =>
        line.restricted === 0 &&
        (about === undefined || about.includes(line.what)) &&
        (from === undefined || line.on_day >= from) &&
        (to === undefined || line.on_day <= to) &&
        (happenedFrom === undefined || line.happened_on >= happenedFrom) &&
        (happenedTo === undefined || line.happened_on <= happenedTo) &&
        (only === undefined || isOnly(line, only)),
    )
    .map(({ sign, heads, on_day: on, organ }) => ({ n: sign * (people ? heads : weight), on, organ }))
}

const isOnly = (line: FactTable, { procedure, channel, headsFrom, imported }: NonNullable<Lines['only']>) =>
  (procedure === undefined || line.procedure === procedure) &&
  (channel === undefined || line.channel === channel) &&
  (headsFrom === undefined || line.heads >= headsFrom) &&
  (imported === undefined || (line.origin === 'import') === imported)

function standingDue(lines: CaseLines, cut: Cut, deadlines: readonly Deadline[], days: Stretch): Counted[] {
  const owed = (lines.get('due') ?? []).filter(line =>
    deadlines.some(
      ({ deadline, procedure = line.procedure }) => deadline === line.what && procedure === line.procedure,
    ),
  )
  if (owed.length === 0) return []
  const due = within(new Map([['due', owed]]), cut, { kind: 'due', days })
  const places = Map.groupBy(due, ({ on, organ }) => `${on} ${organ ?? ''}`)
  return [...places.values()].flatMap(([first, ...rest]) =>
    first && sumOf([first, ...rest]) > 0 ? [{ ...first, n: 1 }] : [],
  )
}

/** Once, where its lines do not cancel out, on the last day it is counted, for the organ of that day. */
function once(counted: readonly Counted[]): Counted[] {
  if (sumOf(counted) <= 0) return []
  const last = counted.reduce((last, line) => (placeOf(line) > placeOf(last) ? line : last))
  return [{ ...last, n: 1 }]
}

const placeOf = ({ on, organ }: Counted) => `${on}${organ ?? ''}`

function holds(lines: CaseLines, { through }: Cut, test: Test, on: Day): boolean {
  const isMeant = (line: FactTable) =>
    (test.about === undefined || test.about.includes(line.what)) &&
    (!test.byThrough || dayIn(line, test) <= through) &&
    (!test.byDue || dayIn(line, test) <= on) &&
    (!test.onDue || line.on_day === on) &&
    (!test.recordedByDue || line.recorded_on <= on)
  if (test.keptSinceDue)
    return (
      keptSince(
        test.kinds.flatMap(kind => lines.get(kind)?.filter(isMeant) ?? []),
        on,
      ) > 0
    )
  let net = 0
  for (const kind of test.kinds) for (const line of lines.get(kind) ?? []) if (isMeant(line)) net += line.sign
  return net > 0
}

/** What was recorded by a day, less what later acts took back; an act that takes back and counts again takes nothing. */
function keptSince(lines: readonly FactTable[], day: Day): number {
  let net = 0
  for (const [first, ...rest] of Map.groupBy(lines, ({ seq }) => seq).values()) {
    const n = [first, ...rest].reduce((sum, line) => sum + (line?.sign ?? 0), 0)
    if (n < 0 || (first && first.recorded_on <= day)) net += n
  }
  return net
}

const dayIn = ({ on_day, happened_on }: FactTable, { happened }: Test) => (happened ? happened_on : on_day)

const sumOf = (counted: readonly Counted[]) => counted.reduce((sum, { n }) => sum + n, 0)
