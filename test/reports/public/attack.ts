import { expect } from 'vitest'
import { knownFrom } from './attacker.ts'
import type { MadeUp } from './made_up.ts'
import { newSolver } from './model.ts'
import type { Range } from './model.ts'
import type { Protected } from './protected.ts'

/** A cell is pinned where fewer than three lie between the least and the most it can be. What he finds is true. */
export async function attack(
  made: Pick<MadeUp, 'trees' | 'releases'>,
  cells: readonly Protected[],
  knowsRule: boolean,
) {
  const solve = await newSolver(knownFrom(made.releases, made.trees, knowsRule))
  const found = cells.map(({ sum, truth }) => ({ sum, truth, ...solve(sum) }))
  expect(found.filter(({ truth, low, high }) => truth < low || truth > high)).toEqual([])
  const width = ({ low, high }: Range) => high - low
  return { pinned: found.filter(cell => width(cell) < 3), least: Math.min(...found.map(width)) }
}
