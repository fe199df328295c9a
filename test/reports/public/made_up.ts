import type { Text } from '../../../src/law/words.ts'
import { countName } from '../../../src/reports/public_counts.ts'
import type { PublicCounts } from '../../../src/reports/public_counts.ts'
import { toldOf } from '../../../src/reports/public_making.ts'
import type { Branch } from '../../../src/reports/public_merge.ts'
import { fixedTables } from '../../../src/reports/public_release.ts'
import type { Trees } from '../../../src/reports/public_release.ts'
import type { Earlier } from '../../../src/reports/public_restated.ts'
import { randomFrom } from '../../support/walk.ts'
import type { Random } from '../../support/walk.ts'
import type { Release } from './attacker.ts'

/** A district nobody lives in: thirteen months as each closing knew them, and what was released. */
export type MadeUp = { trees: Trees; releases: Release[]; counts: Map<string, Map<string, PublicCounts>> }

export const months = Array.from(
  { length: 13 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)

/** `size` is the usual count of the larger values; one value in three is small or nothing in most months. */
export function makeUp(seed: number, size: number, release = toldOf): MadeUp {
  const random = randomFrom(seed)
  const trees = treesOf(random)
  const known = new Map<string, Map<string, number>>()
  const [counts, releases, kept]: [MadeUp['counts'], Release[], Earlier[]] = [new Map(), [], []]
  for (const month of months) {
    for (const earlier of known.values()) if (random() < 0.4) correct(random, trees, earlier)
    known.set(month, firstKnown(random, trees, size, known.get(months[months.indexOf(month) - 1] ?? '')))
    const now = new Map([...known].map(([month, found]) => [month, new Map(found)]))
    counts.set(month, now)
    const told = release(trees, month, now, kept)
    releases.push(told)
    kept.push({ release: told, counts: now })
  }
  return { trees, releases, counts }
}

function firstKnown(random: Random, trees: Trees, size: number, before: PublicCounts | undefined): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { procedure, of, by } of fixedTables) {
    const sum = counts.get(countName(procedure, of))
    const parts = leavesOf(trees[by].root).map(id => [id, countOf(random, size)] as const)
    if (sum === undefined)
      counts.set(
        countName(procedure, of),
        parts.reduce((sum, [, n]) => sum + n, 0),
      )
    const scale = sum === undefined ? undefined : sum
    let left = scale ?? Infinity
    for (const [i, [id, n]] of parts.entries()) {
      const share = scale !== undefined && i === parts.length - 1 ? left : Math.min(n, left)
      left -= share
      counts.set(countName(procedure, of, by, id), share)
    }
  }
  for (const procedure of new Set(fixedTables.map(({ procedure }) => procedure))) {
    const put = (of: Parameters<typeof countName>[1], n: number) =>
      counts.set(countName(procedure, of), Math.max(0, n)).get(countName(procedure, of)) ?? 0
    const get = (from: PublicCounts | undefined, of: Parameters<typeof countName>[1]) =>
      from?.get(countName(procedure, of)) ?? 0
    const [received, answered] = [get(counts, 'received'), get(counts, 'answered')]
    const [ended, again] = [put('endedOtherwise', pick(random, 15)), put('reopened', pick(random, 6))]
    const open = (before ? get(before, 'open') : received + answered) + received + again - answered - ended
    if (open < 0) put('reopened', again - open)
    put('open', open)
    put('closedHere', answered - pick(random, 12))
    const due = put('due', received + pick(random, 20))
    const onTime = put('dueOnTime', Math.min(put('dueAnswered', due - pick(random, 15)), due - pick(random, 25)))
    put('dueRecordedLate', Math.min(onTime, pick(random, 20)))
    put('toRateRated', Math.min(put('toRate', answered), pick(random, answered)))
    for (const [rated, satisfied] of [
      ['ratedOffice', 'satisfiedOffice'],
      ['ratedOrgan', 'satisfiedOrgan'],
    ] as const)
      put(satisfied, put(rated, pick(random, answered)) - pick(random, 9))
  }
  return counts
}

/** Later some is known otherwise: little here and there, or much in one table. */
function correct(random: Random, trees: Trees, counts: Map<string, number>): void {
  const of = random() < 0.5 ? 'received' : 'answered'
  const [much, sign] = [random() < 0.5 ? 60 : 6, random() < 0.3 ? -1 : 1]
  const tables = fixedTables.filter(table => table.of === of && table.procedure === 'petition')
  const add = (name: string, n: number) => counts.set(name, (counts.get(name) ?? 0) + n)
  const changes = Array.from({ length: pick(random, 8) + 1 }, () => sign * pick(random, much))
  for (const change of changes) {
    const places = tables.map(({ procedure, by }) => {
      const leaves = leavesOf(trees[by].root)
      return countName(procedure, of, by, leaves[pick(random, leaves.length - 1)] ?? '')
    })
    const most = Math.min(...places.map(name => counts.get(name) ?? 0))
    const n = Math.max(change, -most)
    for (const name of [...places, countName('petition', of)]) add(name, n)
  }
  const open = countName('petition', 'open')
  add(open, Math.max(-(counts.get(open) ?? 0), pick(random, 30) - 15))
}

const pick = (random: Random, most: number) => Math.floor(random() * (most + 1))

function countOf(random: Random, size: number): number {
  const luck = random()
  return luck < 0.15 ? 0 : luck < 0.35 ? pick(random, 9) : luck < 0.5 ? 8 + pick(random, 12) : 10 + pick(random, size)
}

/** Few values or many, in kinds of one organ or more. */
function treesOf(random: Random): Trees {
  const leaf = (id: string): Branch => ({ id, parts: [] })
  const some = (prefix: string, most: number) =>
    Array.from({ length: 2 + pick(random, most - 2) }, (_, i) => leaf(`${prefix}${i}`))
  const root = (parts: readonly Branch[]) => ({
    root: { id: '*', parts: [...parts, leaf('')] },
    names: new Map<string, Text>([['', { zh: '未注明', en: 'Not stated' }]]),
  })
  const kinds = some('kind', 4).map(({ id }) => ({ id, parts: some(`${id}-`, 5).slice(pick(random, 1)) }))
  return { channel: root(some('channel', 5)), category: root(some('category', 12)), organ: root(kinds) }
}

export const leavesOf = ({ id, parts }: Branch): string[] => (parts.length === 0 ? [id] : parts.flatMap(leavesOf))
