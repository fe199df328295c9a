import type { Child } from 'hono/jsx'
import { Say } from './words.tsx'
import type { Words } from './words.tsx'

/** Nothing here, said plainly, with what to do next if anything. */
export const Empty = (props: { words: Words; children?: Child }) => (
  <div class="empty">
    <p>
      <Say words={props.words} />
    </p>
    {props.children}
  </div>
)
