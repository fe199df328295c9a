import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Links } from '../../views/reports/metric-table.tsx'
import { metricsIn, questionOf } from './draw.ts'
import type { Drawing } from './draw.ts'
import { isAllVisible } from './figures.ts'
import type { Side } from './figures.ts'
import type { ReportMetric } from './report.ts'

/** Which sides of which figures lead to a list: those that count something, all of which the reader may see. */
export async function linksFor(
  db: Db,
  actor: Actor,
  drawing: Drawing,
  figures: readonly ReportMetric[],
  hrefOf: (metric: string, side: Side) => string,
): Promise<Links> {
  const question = questionOf(drawing)
  const links: Record<string, { numerator?: string; denominator?: string }> = {}
  for (const metric of metricsIn(drawing.scope, drawing.kind)) {
    const figure = figures.find(({ id }) => id === metric.id)
    const isOpen = async (side: Side) => {
      const rows = metric[side]?.(db, question)
      return rows !== undefined && (figure?.[side] ?? 0) > 0 && isAllVisible(db, rows, actor)
    }
    links[metric.id] = {
      ...((await isOpen('numerator')) && { numerator: hrefOf(metric.id, 'numerator') }),
      ...((await isOpen('denominator')) && { denominator: hrefOf(metric.id, 'denominator') }),
    }
  }
  return links
}
