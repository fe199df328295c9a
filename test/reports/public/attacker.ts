import type { CohortName } from '../../../src/reports/cohorts.ts'
import type { PublicFigure, PublicTable, Release as Whole, Trees } from '../../../src/reports/public_release.ts'
import { knowNumber, knowSum, newModel } from './model.ts'
import type { Model } from './model.ts'
import { knowRows } from './rows_known.ts'
import type { Version } from './rows_known.ts'

/** What a release tells. */
export type Release = Pick<Whole, 'month' | 'figures' | 'tables' | 'restated'>

/** A month’s count of a procedure as one release knew it; `by` and `value` say of which value of a breakdown. */
export const cell = (month: string, known: string, procedure: string, of: string, by = '', value = '*'): string =>
  [month, known, procedure, of, by, value].join(' ')

/**
 * Everything an outsider knows who keeps every release: what is told, that counts are whole and not negative, what adds
 * up to what, how rates are rounded, how a month’s balance goes on from the last, which values there are, and the rule
 * by which the others were left out. Where `knowsRule` is false he does without the rule.
 */
export function knownFrom(releases: readonly Release[], trees: Trees, knowsRule: boolean): Model {
  const model = newModel()
  for (const release of releases) {
    for (const figure of release.figures) knowFigure(model, release.month, figure, knowsRule)
    knowShares(model, release)
  }
  for (const [i, release] of releases.entries()) knowBalance(model, releases[i - 1], release, knowsRule)
  for (const release of releases)
    for (const table of release.tables) {
      const versions = versionsOf(releases, release.month, table)
      for (const [i, version] of versions.entries())
        knowRows(model, trees[table.by].root, versions.slice(0, i), version, knowsRule)
    }
  knowRestated(model, releases)
  return model
}

const cohorts = {
  received: 'received',
  answered: 'answered',
  closed: 'closedHere',
  open: 'open',
  due: 'due',
  closure_rate: 'dueAnswered',
  on_time_rate: 'dueOnTime',
  recorded_late: 'dueRecordedLate',
  rated_share: 'toRateRated',
  satisfaction_office: 'satisfiedOffice',
  satisfaction_organ: 'satisfiedOrgan',
  ended_otherwise: 'endedOtherwise',
  reopened: 'reopened',
} satisfies Record<string, CohortName>
/** What a rate is a share of. */
export const wholeOf: Readonly<Record<string, CohortName>> = {
  closure_rate: 'due',
  on_time_rate: 'due',
  rated_share: 'toRate',
  satisfaction_office: 'ratedOffice',
  satisfaction_organ: 'ratedOrgan',
}
const isFigure = (metric: string): metric is keyof typeof cohorts => Object.hasOwn(cohorts, metric)

export function cohortOf(metric: string): CohortName {
  if (!isFigure(metric)) throw new Error(`The attacker does not know what ${metric} is`)
  return cohorts[metric]
}

function knowFigure(model: Model, month: string, figure: PublicFigure, knowsRule: boolean): void {
  const { procedure, metric, numerator, denominator, rate } = figure
  const know = (of: CohortName, n: number | null) => {
    const name = cell(month, month, procedure, of)
    return n === null ? knowNumber(model, name, 0, knowsRule ? 9 : Infinity) : knowNumber(model, name, n, n)
  }
  const above = know(cohortOf(metric), numerator)
  const whole = wholeOf[metric]
  if (denominator === undefined || whole === undefined) return
  const below = know(whole, denominator)
  knowSum(
    model,
    [
      [1, below],
      [-1, above],
    ],
    0,
  )
  if (rate === null || rate === undefined) return
  const share = Number(rate) / 100
  knowSum(
    model,
    [
      [1, above],
      [-(share - 0.000051), below],
    ],
    0,
  )
  knowSum(
    model,
    [
      [1, above],
      [-(share + 0.000051), below],
    ],
    -Infinity,
    0,
  )
}

/** What was recorded late was on time, and what was on time was answered. */
function knowShares(model: Model, { month, figures }: Release): void {
  for (const procedure of new Set(figures.map(({ procedure }) => procedure))) {
    const name = (of: CohortName) => cell(month, month, procedure, of)
    knowSum(
      model,
      [
        [1, name('dueAnswered')],
        [-1, name('dueOnTime')],
      ],
      0,
    )
    knowSum(
      model,
      [
        [1, name('dueOnTime')],
        [-1, name('dueRecordedLate')],
      ],
      0,
    )
  }
}

/** Open = open a month ago, as known now, + received + reopened − answered − ended otherwise. */
function knowBalance(model: Model, before: Release | undefined, release: Release, knowsRule: boolean): void {
  if (!before) return
  const { month, restated } = release
  for (const procedure of new Set(release.figures.map(({ procedure }) => procedure))) {
    const now = (of: CohortName) => cell(month, month, procedure, of)
    const carried = knowNumber(model, cell(before.month, month, procedure, 'open'), 0)
    const isRestated = restated.some(
      of => of.month === before.month && of.figures.some(of => of.procedure === procedure && of.of === 'open'),
    )
    const released = cell(before.month, before.month, procedure, 'open')
    if (knowsRule && !isRestated)
      knowSum(
        model,
        [
          [1, carried],
          [-1, released],
        ],
        -9,
        9,
      )
    const [ended, reopened] = [knowNumber(model, now('endedOtherwise'), 0), knowNumber(model, now('reopened'), 0)]
    knowSum(
      model,
      [
        [1, now('open')],
        [-1, carried],
        [-1, now('received')],
        [-1, reopened],
        [1, now('answered')],
        [1, ended],
      ],
      0,
      0,
    )
  }
}

/** Every version of a table that was made public: as released, and each time its sum was restated. */
export function versionsOf(releases: readonly Release[], month: string, table: PublicTable): Version[] {
  const { procedure, of, by } = table
  const isSame = (other: Pick<PublicTable, 'procedure' | 'of'>) => other.procedure === procedure && other.of === of
  const later = releases.flatMap(({ month: known, restated }) =>
    restated
      .filter(of => of.month === month && of.figures.some(isSame))
      .map(of => ({ known, found: of.tables.find(other => isSame(other) && other.by === by) })),
  )
  return [{ known: month, found: table }, ...later].map(({ known, found }) => ({
    name: value => cell(month, known, procedure, of, value === '*' ? '' : by, value),
    rows: found?.rows ?? [],
    others: found?.others ?? null,
    known,
  }))
}

/** Counts that were told again. */
function knowRestated(model: Model, releases: readonly Release[]): void {
  for (const { month: known, restated } of releases)
    for (const { month, figures } of restated)
      for (const { procedure, of, n } of figures) knowNumber(model, cell(month, known, procedure, of), n, n)
}
