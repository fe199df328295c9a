import type { Words } from './words.tsx'
import { Say } from './words.tsx'

export type Tone = 'neutral' | 'attention' | 'late' | 'done'

/** A state in words; the tone only repeats what the words say. */
export const Tag = (props: { words: Words; tone?: Tone | undefined }) => (
  <span class={`tag tag-${props.tone ?? 'neutral'}`}>
    <Say words={props.words} />
  </span>
)
