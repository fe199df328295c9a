import type { Text } from '../law/words.ts'
import { procedureIds } from '../procedures/registry.ts'
import type { CohortName } from './cohorts.ts'
import type { PublicCounts } from './public_counts.ts'
import { fixedTables, tableFrom, tellWhole } from './public_release.ts'
import type { PublicTable, Release, Trees } from './public_release.ts'

/** `metric` is the figure whose numerator it restates. */
export type RestatedFigure = { procedure: string; of: CohortName; metric: string; title: Text; n: number }
/** What reads otherwise of a month that was released before. */
export type Restated = { month: string; figures: RestatedFigure[]; tables: PublicTable[] }
/** An earlier release, and the counts it was made from, month by month. */
export type Earlier = { release: Pick<Release, 'month' | 'restated'>; counts: ReadonlyMap<string, PublicCounts> }

/** No rate is restated: one of its parts may be told as known now and the other as known before. */
// prettier-ignore
const restatable: readonly Omit<RestatedFigure, 'procedure' | 'n'>[] = [
  { of: 'received',    metric: 'received',     title: { zh: '收件', en: 'Received' } },
  { of: 'answered',    metric: 'answered',     title: { zh: '办复', en: 'Answered' } },
  { of: 'closedHere',  metric: 'closed',       title: { zh: '办结', en: 'Closed' } },
  { of: 'open',        metric: 'open',         title: { zh: '在办', en: 'Open' } },
  { of: 'dueAnswered', metric: 'closure_rate', title: { zh: '应结中已办复', en: 'Of due, answered' } },
]

/** Each earlier month’s figures and tables that differ by enough from every version of them that was published. */
export const restatedFrom = (
  trees: Trees,
  now: ReadonlyMap<string, PublicCounts>,
  releases: readonly Earlier[],
): Restated[] =>
  releases.flatMap(({ release: { month } }) => {
    const counts = now.get(month) ?? none
    const figures: RestatedFigure[] = []
    const tables: PublicTable[] = []
    for (const procedure of procedureIds())
      for (const figure of restatable) {
        const { of } = figure
        const versions = releases
          .filter(({ release }) => hasVersion(release, month, { procedure, of }))
          .map(earlier => earlier.counts.get(month) ?? none)
        const n = tellWhole(procedure, of, counts, versions)
        if (n === null) continue
        figures.push({ procedure, ...figure, n })
        for (const table of fixedTables.filter(table => table.of === of && table.procedure === procedure)) {
          const told = tableFrom(trees, table, counts, versions)
          if (told.rows.length > 0) tables.push(told)
        }
      }
    return figures.length > 0 ? [{ month, figures, tables }] : []
  })

const hasVersion = (
  release: Earlier['release'],
  month: string,
  { procedure, of }: Pick<RestatedFigure, 'procedure' | 'of'>,
): boolean =>
  release.month === month ||
  release.restated.some(
    restated =>
      restated.month === month && restated.figures.some(figure => figure.procedure === procedure && figure.of === of),
  )

const none: PublicCounts = new Map()
