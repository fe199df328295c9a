import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import type { Measured } from '../../views/progress/bars.tsx'
import { titleOf } from './batch.ts'
import type { Batch } from './batch.ts'
import type { Figure } from './figures.ts'
import { measures } from './measures.ts'
import type { Measure, MeasureId, Side } from './measures.ts'

type Listed = ReadonlyMap<MeasureId, readonly Side[]>

/** The figures as a page shows them, with the addresses of the lists and boards this reader may open. */
export function drawFigures(batch: Batch, figures: readonly Figure[], listed: Listed) {
  const isOpen = (id: MeasureId, side: Side) => listed.get(id)?.includes(side) === true
  const board = (id: MeasureId, name: string) => (isOpen(id, 'missing') ? addressOf(batch, name) : undefined)
  return {
    figures: figures.map((figure): Measured => {
      const { isBar, missing }: Measure = measures[figure.id]
      return {
        ...figure,
        isBar,
        missing,
        title: sayMeasure(batch, figure.id),
        href: isOpen(figure.id, 'there') ? addressOf(batch, figure.id) : undefined,
        missingHref: isOpen(figure.id, 'missing') ? addressOf(batch, figure.id, 'missing') : undefined,
      }
    }),
    remaining: board('closed', 'remaining'),
    promises: board('carriedOut', 'promises'),
  }
}

/** One side of a measure, or a board, as of the batch's day. */
export const addressOf = ({ session, day }: Batch, milestone: string, which?: 'missing', after?: string | null) =>
  withQuery(urls.progressCases(session.id, milestone), { which, asOf: day, after })

export const nameOf = ({ session }: Batch): Text => ({ zh: session.zh, en: session.en })

export const sayMeasure = (batch: Batch, id: MeasureId): Text => titleOf(batch, id) ?? { zh: id, en: id }
