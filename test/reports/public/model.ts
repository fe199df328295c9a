import { createRequire } from 'node:module'
import type { Highs } from 'highs'

/** Its types are those of its other module format. */
const loadHighs: () => Promise<Highs> = createRequire(import.meta.url)('highs')

/** What is known of whole numbers: each between bounds, and sums of them between bounds. */
export type Model = { bounds: Map<string, Range>; rows: Row[]; choices: Set<string> }
export type Range = { low: number; high: number }
export type Sum = readonly (readonly [times: number, name: string])[]
type Row = { sum: Sum; low: number; high: number }

export const newModel = (): Model => ({ bounds: new Map(), rows: [], choices: new Set() })

/** Narrows what is known of one number. */
export function knowNumber({ bounds }: Model, name: string, low: number, high = Infinity): string {
  const known = bounds.get(name) ?? { low: -Infinity, high: Infinity }
  bounds.set(name, { low: Math.max(known.low, low), high: Math.min(known.high, high) })
  return name
}

export const knowSum = ({ rows }: Model, sum: Sum, low: number, high = Infinity): void =>
  void rows.push({ sum, low, high })

/** A number that is 0 or 1: whether something holds. */
export function newChoice(model: Model, name: string): string {
  model.choices.add(name)
  return knowNumber(model, name, 0, 1)
}

/** Finds the least and the most a sum can be; solves only for the numbers it hangs together with. */
export async function newSolver(model: Model): Promise<(sum: Sum) => Range> {
  const highs = await loadHighs()
  const groupOf = groups(model)
  const rowsOf = Map.groupBy(model.rows, ({ sum }) => sum.map(([, name]) => groupOf(name)).find(Boolean))
  return sum => {
    const wanted = [...new Set(sum.map(([, name]) => groupOf(name)))].filter(group => group !== undefined)
    const rows = wanted.flatMap(group => rowsOf.get(group) ?? [])
    const solve = (sense: 'Minimize' | 'Maximize') => {
      const text = written(model, rows, sum, sense)
      const { Status, ObjectiveValue } = highs.solve(text, { output_flag: false, mip_rel_gap: 0 })
      if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded')
        return sense === 'Minimize' ? -Infinity : Infinity
      if (Status !== 'Optimal') throw new Error(`What is known of ${JSON.stringify(sum)} cannot be: ${Status}\n${text}`)
      return sense === 'Minimize' ? Math.ceil(ObjectiveValue - 1e-6) : Math.floor(ObjectiveValue + 1e-6)
    }
    return { low: solve('Minimize'), high: solve('Maximize') }
  }
}

/** The model in the words of CPLEX’s LP files. */
function written({ bounds, choices }: Model, rows: readonly Row[], sum: Sum, sense: string): string {
  const names = new Map<string, string>()
  const short = (name: string) => names.get(name) ?? (names.set(name, `v${names.size}`), names.get(name) ?? '')
  const said = (sum: Sum) =>
    sum.map(([times, name]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${short(name)}`).join(' ')
  const objective = said(sum)
  const constraints = rows.flatMap(({ sum, low, high }) =>
    low === high
      ? [`${said(sum)} = ${low}`]
      : [
          ...(low > -Infinity ? [`${said(sum)} >= ${low}`] : []),
          ...(high < Infinity ? [`${said(sum)} <= ${high}`] : []),
        ],
  )
  const limits = [...names].map(([name, short]) => {
    const { low, high } = bounds.get(name) ?? { low: -Infinity, high: Infinity }
    return `${low > -Infinity ? low : '-inf'} <= ${short} <= ${high < Infinity ? high : '+inf'}`
  })
  const whole = [...names].filter(([name]) => choices.has(name)).map(([, short]) => short)
  return [
    sense,
    ` obj: ${objective}`,
    'Subject To',
    ...constraints.map((row, i) => ` c${i}: ${row}`),
    'Bounds',
    ...limits.map(limit => ` ${limit}`),
    ...(whole.length > 0 ? ['Binary', ` ${whole.join(' ')}`] : []),
    'End',
  ].join('\n')
}

/** Numbers hang together where a sum ties them; one that is known already ties nothing. */
function groups({ bounds, rows }: Model): (name: string) => string | undefined {
  const above = new Map<string, string>()
  const isOpen = (name: string) => {
    const known = bounds.get(name)
    return !known || known.low < known.high
  }
  const top = (name: string): string => {
    const next = above.get(name)
    return next === undefined ? name : top(next)
  }
  for (const { sum } of rows) {
    const [first, ...rest] = sum.map(([, name]) => name).filter(isOpen)
    for (const name of rest) if (first !== undefined && top(first) !== top(name)) above.set(top(name), top(first))
  }
  return name => (isOpen(name) ? top(name) : undefined)
}
