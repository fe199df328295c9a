import { Say, Typed } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'

/** A value of a rule: in words where it has any, else as it was typed, such as the pattern of a number. */
export const RuleValue = ({ value }: { value: Words }) =>
  typeof value === 'string' ? <Typed text={value} inline /> : <Say words={value} />
