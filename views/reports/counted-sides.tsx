import { Say } from '../parts/words.tsx'
import type { Defined } from './definitions.tsx'

/** What a figure counts, as the lines of the log it sums. */
export const sidesOf = ({ numerator, denominator }: Pick<Defined, 'numerator' | 'denominator'>) => [
  numerator && {
    key: denominator ? { zh: '分子，按记录', en: 'Numerator, over the records' } : counted,
    value: <Say words={numerator} />,
  },
  denominator && {
    key: { zh: '分母，按记录', en: 'Denominator, over the records' },
    value: <Say words={denominator} />,
  },
]

const counted = { zh: '按记录', en: 'Over the records' }
