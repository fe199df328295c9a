import type { Text } from '../../src/law/words.ts'
import { Say } from '../parts/words.tsx'
import type { Defined } from './definitions.tsx'

/** What a figure counts, as the lines of the log it sums. */
export const sidesOf = ({ numerator, denominator }: Pick<Defined, 'numerator' | 'denominator'>) => [
  numerator && {
    key: denominator ? { zh: '分子，按记录', en: 'Numerator, over the records' } : counted,
    value: <Lines words={numerator} />,
  },
  denominator && {
    key: { zh: '分母，按记录', en: 'Denominator, over the records' },
    value: <Lines words={denominator} />,
  },
]

/** A notation: its words are the log’s, in either language. */
const Lines = ({ words }: { words: Text }) => (
  <code>
    <Say words={words} />
  </code>
)

const counted = { zh: '按记录', en: 'Over the records' }
