import type { Child } from 'hono/jsx'
import { Say } from './words.tsx'
import type { Words } from './words.tsx'

/** What is known of a thing; one that is null is left out. */
export type Fact = { key: Words; value: Child } | null | false | undefined | ''

export const Facts = (props: { facts: readonly Fact[]; dense?: boolean }) => (
  <dl class={props.dense ? 'facts facts-dense' : 'facts'}>
    {props.facts.map(
      fact =>
        fact && (
          <div>
            <dt>
              <Say words={fact.key} />
            </dt>
            <dd>{fact.value}</dd>
          </div>
        ),
    )}
  </dl>
)
