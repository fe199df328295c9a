import { expect, test } from 'vitest'
import { rankByShare } from '../../src/law/rank.ts'

const placed = (...shares: [string, number, number][]) =>
  rankByShare(shares, ([, part, whole]) => ({ part, whole })).map(({ row: [name], rank }) => [name, rank])

test('equal shares share a rank, and the next is left out', () => {
  expect(placed(['c', 3, 6], ['a', 5, 5], ['b', 10, 10], ['d', 0, 7])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 3],
    ['d', 4],
  ])
})

test('shares that print alike are not equal: they are compared as whole numbers', () => {
  expect(placed(['a', 99998, 99999], ['b', 99999, 100000])).toEqual([
    ['b', 1],
    ['a', 2],
  ])
})

test('a small sample has no rank however well it did, and of whom nothing was asked stands last', () => {
  expect(placed(['none', 0, 0], ['small', 4, 4], ['large', 1, 5])).toEqual([
    ['large', 1],
    ['small', null],
    ['none', null],
  ])
})
