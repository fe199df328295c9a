import type { Child } from 'hono/jsx'
import { Say } from './words.tsx'
import type { Words } from './words.tsx'
import { When } from './when.tsx'

export type Step = {
  /** A day or an instant. */
  when: string
  /** What happened, in one sentence. */
  what: Words
  who?: Words | undefined
  /** `now` is where the matter stands, `next` has not happened yet. */
  place?: 'past' | 'now' | 'next' | undefined
  details?: Child
}

/** What happened, in order. */
export const Timeline = (props: { steps: readonly Step[] }) => (
  <ol class="timeline">
    {props.steps.map(step => (
      <li class={`step-${step.place ?? 'past'}`} aria-current={step.place === 'now' ? 'step' : undefined}>
        <p class="step-what">
          <Say words={step.what} />
        </p>
        <p class="step-when">
          <When at={step.when} />
          {step.who && (
            <>
              {' · '}
              <Say words={step.who} />
            </>
          )}
        </p>
        {step.details && <div class="step-details">{step.details}</div>}
      </li>
    ))}
  </ol>
)
