import { describe, expect, test } from 'vitest'
import { rateOf } from '../../../src/law/rate.ts'
import { countName } from '../../../src/reports/public_counts.ts'
import { toldOf } from '../../../src/reports/public_making.ts'
import { LEAST } from '../../../src/reports/public_merge.ts'
import type { Branch } from '../../../src/reports/public_merge.ts'
import { fixedTables, tableFrom } from '../../../src/reports/public_release.ts'
import type { PublicFigure, PublicRow } from '../../../src/reports/public_release.ts'
import { attack } from './attack.ts'
import { cohortOf, wholeOf } from './attacker.ts'
import type { Release } from './attacker.ts'
import { leavesOf, makeUp } from './made_up.ts'
import type { MadeUp } from './made_up.ts'
import { protectedIn } from './protected.ts'
import type { Protected } from './protected.ts'

describe('who keeps every release of thirteen months', () => {
  test.each([
    { seed: 1, size: 60 },
    { seed: 2, size: 15 },
    { seed: 3, size: 400 },
    { seed: 4, size: 4 },
  ])('finds out no protected cell by linear bounds: district $seed', { timeout: 120_000 }, async ({ seed, size }) => {
    const made = makeUp(seed, size)
    const cells = protectedIn(made)
    expect(cells.filter(({ what }) => what === 'count').length).toBeGreaterThan(300)
    expect(await attack(made, cells, false)).toMatchObject({ pinned: [] })
  })

  test.each([5, 6, 7])('nor with the rule by which it is published: district %i', { timeout: 180_000 }, async seed => {
    const made = makeUp(seed, 20)
    const cells = protectedIn(made).filter((_, i) => i % 40 === seed)
    expect(await attack(made, cells, true)).toEqual({ pinned: [], least: 9 })
  })
})

type Naive = (told: Release, made: Pick<MadeUp, 'trees'> & { now: Now }) => Release
type Now = Parameters<typeof toldOf>[2]

/** Each is a way in which statistics are published, and the attacker must find out what it hides. */
const naive: Record<string, { what: Protected['what']; every: number; release: Naive }> = {
  'hiding what is below ten and nothing more': {
    what: 'count',
    every: 2,
    release: (told, { trees, now }) => ({
      ...told,
      tables: told.tables.map(table => {
        const count = ({ id, parts }: Branch) =>
          leavesOf({ id, parts })
            .map(id => now.get(told.month)?.get(countName(table.procedure, table.of, table.by, id)) ?? 0)
            .reduce((sum, n) => sum + n, 0)
        const rowsOf = (branch: Branch): PublicRow[] =>
          branch.parts.flatMap(part =>
            count(part) < LEAST ? [] : [{ ...row, id: part.id, n: count(part), rows: rowsOf(part) }],
          )
        return { ...table, rows: rowsOf(trees[table.by].root) }
      }),
    }),
  },
  'restating whatever changed': {
    what: 'change',
    every: 30,
    release: (told, { trees, now }) => ({
      ...told,
      restated: [...now].slice(0, -1).map(([month, counts]) => ({
        month,
        figures: fixedTables.map(({ procedure, of }) => {
          const n = counts.get(countName(procedure, of)) ?? 0
          return { procedure, of, metric: '', title: row.name, n }
        }),
        tables: fixedTables.map(table => tableFrom(trees, table, counts)),
      })),
    }),
  },
  'printing a rate whose parts are hidden': {
    what: 'count',
    every: 1,
    release: (told, { now }) => ({
      ...told,
      figures: told.figures.map(figure => {
        const below = wholeOf[figure.metric]
        const count = (of: typeof below) => now.get(told.month)?.get(countName(figure.procedure, of ?? 'due')) ?? 0
        return below ? { ...figure, rate: rateOf(count(cohortOf(figure.metric)), count(below)) } : figure
      }),
    }),
  },
  'printing the whole balance': {
    what: 'change',
    every: 1,
    release: (told, { now }) => ({
      ...told,
      figures: told.figures.flatMap((figure): PublicFigure[] => {
        const count = (of: 'endedOtherwise' | 'reopened') =>
          now.get(told.month)?.get(countName(figure.procedure, of)) ?? 0
        return figure.metric === 'open'
          ? [
              figure,
              { ...figure, metric: 'ended_otherwise', numerator: count('endedOtherwise') },
              { ...figure, metric: 'reopened', numerator: count('reopened') },
            ]
          : [figure]
      }),
    }),
  },
}

describe('the attacker has teeth: he finds out cells by', () => {
  test.each(Object.entries(naive))('%s', { timeout: 120_000 }, async (_, { what, every, release }) => {
    const made = makeUp(8, 40, (trees, month, now, earlier) =>
      release(toldOf(trees, month, now, earlier), { trees, now }),
    )
    const cells = protectedIn(made).filter((cell, i) => cell.what === what && i % every === 0)
    const { pinned, least } = await attack(made, cells, false)
    expect(pinned.length).toBeGreaterThan(5)
    expect(least).toBe(0)
  })
})

const row: PublicRow = { id: '', name: { zh: '', en: '' }, n: 0, rows: [], others: null }
