import type { Child } from 'hono/jsx'
import { Say, T } from './words.tsx'
import type { Words } from './words.tsx'

export type Answer = { key: Words; value: Child; change?: string | undefined }

/** Check your answers: what was asked, what was said, and the way back to change it. */
export const SummaryList = (props: { answers: readonly Answer[] }) => (
  <dl class="summary-list">
    {props.answers.map(answer => (
      <div>
        <dt>
          <Say words={answer.key} />
        </dt>
        <dd>{answer.value}</dd>
        {answer.change && (
          <dd class="summary-change">
            <a href={answer.change}>
              <T zh="修改" en="Change" />
              <span class="for-readers">
                {' '}
                <Say words={answer.key} />
              </span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
