import type { Child } from 'hono/jsx'
import { Say } from './words.tsx'
import type { Words } from './words.tsx'

export type Figure = { title: Words; value: Child; note?: Child; href?: string | undefined }

/** A few large numbers side by side; each leads to the list it counts where the reader may see it. */
export const Figures = (props: { figures: readonly Figure[] }) => (
  <dl class="figures">
    {props.figures.map(figure => (
      <div>
        <dt>
          <Say words={figure.title} />
        </dt>
        <dd class="figure-value">{figure.href ? <a href={figure.href}>{figure.value}</a> : figure.value}</dd>
        {figure.note && <dd class="figure-note">{figure.note}</dd>}
      </div>
    ))}
  </dl>
)
