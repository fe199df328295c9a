import type { CohortName } from '../../../src/reports/cohorts.ts'
import { countName } from '../../../src/reports/public_counts.ts'
import { LEAST } from '../../../src/reports/public_merge.ts'
import type { Branch } from '../../../src/reports/public_merge.ts'
import { cell, versionsOf, wholeOf, cohortOf } from './attacker.ts'
import { leavesOf } from './made_up.ts'
import type { MadeUp } from './made_up.ts'
import type { Sum } from './model.ts'

/** What must not be found out: a count below ten, or a change below ten between two versions; and what it truly is. */
export type Protected = { what: 'count' | 'change'; sum: Sum; truth: number }
type Named = { name: string; truth: number }

export const protectedIn = (made: MadeUp): Protected[] => [
  ...inTables(made),
  ...inFigures(made),
  ...openAMonthAgo(made),
]

/** Every value of every table, in each version that was published. */
const inTables = ({ trees, releases, counts }: MadeUp): Protected[] =>
  releases.flatMap(({ month, tables }) =>
    tables.flatMap(table => {
      const { procedure, of, by } = table
      const versions = versionsOf(releases, month, table)
      return branchesOf(trees[by].root).flatMap(branch =>
        amongVersions(
          versions.map(({ known, name }) => ({
            name: name(branch.id),
            truth: leavesOf(branch)
              .map(
                id =>
                  counts
                    .get(known)
                    ?.get(month)
                    ?.get(countName(procedure, of, by, id)) ?? 0,
              )
              .reduce((sum, n) => sum + n, 0),
          })),
        ),
      )
    }),
  )

/** Every count of a procedure, as released and each time it was restated. */
const inFigures = ({ releases, counts }: MadeUp): Protected[] =>
  releases.flatMap(({ month, figures }) =>
    figures.flatMap(({ procedure, metric, denominator }) => {
      const below = denominator === undefined ? undefined : wholeOf[metric]
      const cohorts: CohortName[] = [cohortOf(metric), ...(below ? [below] : [])]
      return cohorts.flatMap(of => {
        const later = releases.filter(({ restated }) =>
          restated.some(
            found =>
              found.month === month && found.figures.some(other => other.procedure === procedure && other.of === of),
          ),
        )
        const known = [month, ...later.map(({ month }) => month)]
        return amongVersions(
          known.map(known => ({
            name: cell(month, known, procedure, of),
            truth: n(counts, known, month, procedure, of),
          })),
        )
      })
    }),
  )

/** How open stood a month ago, as known now and as known then. */
const openAMonthAgo = ({ releases, counts }: MadeUp): Protected[] =>
  releases.flatMap(({ month, figures }, i) => {
    const before = releases[i - 1]?.month
    if (before === undefined) return []
    return [...new Set(figures.map(({ procedure }) => procedure))].flatMap(procedure =>
      amongVersions(
        [before, month].map(known => ({
          name: cell(before, known, procedure, 'open'),
          truth: n(counts, known, before, procedure, 'open'),
        })),
      ).filter(({ what }) => what === 'change'),
    )
  })

const n = (counts: MadeUp['counts'], known: string, month: string, procedure: string, of: CohortName): number =>
  counts.get(known)?.get(month)?.get(countName(procedure, of)) ?? 0

const amongVersions = (versions: readonly Named[]): Protected[] =>
  versions.flatMap(({ name, truth }, i) => [
    ...(truth < LEAST ? [{ what: 'count' as const, sum: [[1, name]] as const, truth }] : []),
    ...versions.slice(0, i).flatMap(then => {
      const change = {
        what: 'change' as const,
        sum: [
          [1, name],
          [-1, then.name],
        ] as const,
        truth: truth - then.truth,
      }
      return Math.abs(change.truth) < LEAST ? [change] : []
    }),
  ])

const branchesOf = (branch: Branch): Branch[] => [branch, ...branch.parts.flatMap(branchesOf)]
