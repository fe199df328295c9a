import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { draw, readApart } from './draw.ts'
import type { Figure } from './figures.ts'
import type { Report, ReportMetric, ReportScope } from './report.ts'
import type { Restating } from './restated.ts'
import type { RestatedLine } from './restated_lines.ts'

/** Two reports of a month held against each other, and by which cases and acts they differ. Holds nothing anyone typed. */
export type RestatedList = {
  report: string
  title: Text
  period: Text
  month: string
  through: Day
  asOf: string
  against: string
  scope: ReportScope
  procedure: string | null
  definitions: string
  digests: { asOf: string; against: string }
  figures: { id: string; title: Text; was: Figure; is: Figure }[]
  lines: RestatedLine[]
}

/** The figures are those of the two reports; of the lines a reader has those of figures whose cases are all theirs to see. */
export async function drawRestated(store: Store, actor: Actor | null, asked: Restating): Promise<RestatedList> {
  const { drawing, against } = asked
  const { report: was } = await draw(store, drawing)
  const { report: is } = await draw(store, { ...drawing, cut: { ...drawing.cut, asOf: against } })
  const lines = await readApart(store, 'restated', drawing, { actor, against })
  return {
    report: was.report,
    title: was.title,
    period: was.period,
    month: drawing.cut.period,
    through: was.through,
    asOf: was.asOf,
    against,
    scope: was.scope,
    procedure: was.procedure,
    definitions: was.definitions,
    digests: { asOf: was.digest, against: is.digest },
    figures: figuresThatDiffer(was, is),
    lines,
  }
}

function figuresThatDiffer(was: Report, is: Report): RestatedList['figures'] {
  const figure = ({ numerator, denominator, rate }: ReportMetric): Figure => ({ numerator, denominator, rate })
  return was.metrics.flatMap(then => {
    const now = is.metrics.find(({ id }) => id === then.id)
    return now && (now.numerator !== then.numerator || now.denominator !== then.denominator)
      ? [{ id: then.id, title: then.title, was: figure(then), is: figure(now) }]
      : []
  })
}
