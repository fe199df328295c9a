import type { Branch } from '../../../src/reports/public_merge.ts'
import type { PublicRow } from '../../../src/reports/public_release.ts'
import { knowNumber, knowSum, newChoice } from './model.ts'
import type { Model } from './model.ts'

/** A version of a table as made public; `name` names the count of a value in it. */
export type Version = { known: string; name: (value: string) => string; rows: PublicRow[]; others: number | null }

/** More than any sum of made-up districts. */
const MUCH = 100_000

/** What a version of a table tells: its rows, that parts add up, and (with the rule) why the others are not told. */
export function knowRows(
  model: Model,
  branch: Branch,
  earlier: readonly Version[],
  version: Version,
  knowsRule: boolean,
  rows: readonly PublicRow[] = version.rows,
  isTold = true,
): void {
  const { name } = version
  knowNumber(model, name(branch.id), 0)
  if (branch.parts.length === 0) return
  knowSum(model, [[-1, name(branch.id)], ...branch.parts.map(({ id }) => [1, name(id)] as const)], 0, 0)
  for (const part of branch.parts) {
    const row = rows.find(({ id }) => id === part.id)
    if (row) knowNumber(model, name(part.id), row.n, row.n)
    knowRows(model, part, earlier, version, knowsRule, row?.rows ?? [], row !== undefined)
  }
  if (knowsRule && isTold) knowWhy(model, branch, earlier, version, rows)
}

/**
 * A value not told was too small, or changed too little since one of the earlier versions, or could have been told and
 * was merged with those: from the last in order on, and only as many as it took.
 */
function knowWhy(
  model: Model,
  { id: above, parts }: Branch,
  earlier: readonly Version[],
  version: Version,
  rows: readonly PublicRow[],
): void {
  const { name } = version
  const isTold = ({ id }: Branch) => rows.some(row => row.id === id)
  const [merged, lastTold] = [parts.filter(part => !isTold(part)), parts.findLastIndex(isTold)]
  if (merged.length === 0 || (rows.length === 0 && earlier.length === 0 && !isKnown(model, name(above)))) return
  const could = merged.map(({ id }) => {
    const may = newChoice(model, `could ${name(id)}`)
    if (parts.findIndex(part => part.id === id) < lastTold) knowNumber(model, may, 0, 0)
    knowSum(
      model,
      [
        [1, name(id)],
        [-10, may],
      ],
      0,
    )
    const small = newChoice(model, `small ${name(id)}`)
    knowSum(
      model,
      [
        [1, name(id)],
        [MUCH, small],
      ],
      -Infinity,
      MUCH + 9,
    )
    const near = earlier.map(then => nearTo(model, name(id), then.name(id), may))
    knowSum(
      model,
      [may, small, ...near].map(name => [1, name] as const),
      1,
    )
    return may
  })
  if (rows.length > 0)
    knowSum(
      model,
      could.map(may => [1, may] as const),
      1,
    )
  if (earlier.length === 0)
    knowFewest(
      model,
      could,
      merged.map(({ id }) => name(id)),
    )
}

const isKnown = ({ bounds }: Model, name: string) => bounds.get(name)?.low === bounds.get(name)?.high

/** Whether a value differs from its earlier version by fewer than ten; where it could be told it does not. */
function nearTo(model: Model, now: string, then: string, may: string): string {
  const near = newChoice(model, `near ${now} ${then}`)
  const more = newChoice(model, `more ${now} ${then}`)
  const change = [
    [1, now],
    [-1, then],
  ] as const
  knowSum(model, [...change, [MUCH, near]], -Infinity, MUCH + 9)
  knowSum(model, [...change, [-MUCH, near]], -MUCH - 9)
  knowSum(model, [...change, [-MUCH, may], [-MUCH, more]], 10 - 2 * MUCH)
  knowSum(model, [...change, [MUCH, may], [-MUCH, more]], -Infinity, MUCH - 10)
  return near
}

/** Where several that could be told were merged, the others without the first of them did not add up to nineteen. */
function knowFewest(model: Model, could: readonly string[], merged: readonly string[]): void {
  const [first, several] = [could.map(may => newChoice(model, `first ${may}`)), newChoice(model, `several ${could[0]}`)]
  knowSum(model, [...could.map(may => [1, may] as const), [-could.length, several]], -Infinity, 1)
  knowSum(
    model,
    first.map(may => [1, may] as const),
    0,
    1,
  )
  for (const [i, may] of could.entries()) {
    const isFirst = first[i] ?? ''
    knowSum(
      model,
      [
        [1, may],
        [-1, isFirst],
      ],
      0,
    )
    knowSum(model, [...first.map(other => [1, other] as const), [-1, may]], 0)
    for (const earlier of could.slice(0, i))
      knowSum(
        model,
        [
          [1, earlier],
          [1, isFirst],
        ],
        -Infinity,
        1,
      )
    const rest = merged.flatMap((name, j) => (j === i ? [] : [[1, name] as const]))
    knowSum(model, [...rest, [MUCH, isFirst], [MUCH, several]], -Infinity, 2 * MUCH + 18)
  }
}
