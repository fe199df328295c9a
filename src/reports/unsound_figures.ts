import { createHash } from 'node:crypto'
import type { Db } from '../db/dialect.ts'
import type { FactTable } from '../db/tables.ts'
import { add, edition, nameOf } from './additions.ts'
import type { Additions } from './additions.ts'
import { endOf, hourOf } from './settle.ts'

/**
 * Holds the kept figures against the lines of every case, shown one case at a time. Of each period only one number is
 * remembered, to which every sum adds itself times a number of its name: never more than one case is in memory.
 */
export async function checkFigures(db: Db) {
  const periods = await keptPeriods(db)
  const [told, kept] = [new Map<string, number>(), await marksKept(db)]
  return {
    show: (lines: readonly FactTable[]) => markLines(told, periods, lines),
    /** Periods whose figures are not what the lines give. */
    unsound: () => periods.filter(period => (told.get(period) ?? 0) !== (kept.get(period) ?? 0)),
  }
}

function markLines(marks: Map<string, number>, periods: readonly string[], lines: readonly FactTable[]): void {
  const last = endOf(periods.at(-1) ?? '')
  const settled = lines.filter(line => line.recorded_at <= last)
  const touched = new Set(settled.map(line => periodOf(periods, line.recorded_at)))
  let before: FactTable[] = []
  for (const period of [...touched].sort()) {
    const additions: Additions = new Map()
    const known = settled.filter(line => line.recorded_at <= endOf(period))
    add(additions, known, 1)
    add(additions, before, -1)
    for (const [name, n] of additions) mark(marks, period, name, n)
    before = known
  }
}

async function marksKept(db: Db): Promise<Map<string, number>> {
  const marks = new Map<string, number>()
  for await (const { period, n, ...addition } of db.selectFrom('figure_sums').selectAll().stream(500))
    mark(marks, period, nameOf(addition), n)
  return marks
}

const prime = 2 ** 31 - 1

function mark(marks: Map<string, number>, period: string, name: string, n: number): void {
  const sum = ((marks.get(period) ?? 0) + ((n * numberOf(name)) % prime)) % prime
  marks.set(period, sum < 0 ? sum + prime : sum)
}

const numbers = new Map<string, number>()

/** Below 2^22, so that no product of a count with it loses a digit. */
function numberOf(name: string): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  const number = createHash('sha256').update(name).digest().readUIntBE(0, 3) >> 2
  if (numbers.size > 100_000) numbers.clear()
  numbers.set(name, number)
  return number
}

const keptPeriods = async (db: Db): Promise<string[]> =>
  (
    await db.selectFrom('figure_periods').select('period').where('edition', '=', edition).orderBy('period').execute()
  ).map(({ period }) => period)

/** The period an instant falls in: the first that ends with its hour or later. */
function periodOf(periods: readonly string[], instant: string): string {
  const hour = hourOf(instant)
  let [low, high] = [0, periods.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((periods[middle] ?? '') < hour) low = middle + 1
    else high = middle
  }
  return periods[low] ?? ''
}
