import { Say, useWords } from './words.tsx'
import type { Words } from './words.tsx'

export type BarProps = {
  label: Words
  numerator: number
  denominator: number
  /** Already rounded by the house rule, `82.00`; null where there is nothing to divide by. */
  rate: string | null
}

/** A share in words, and the same as a length: drawn with attributes, so it prints and needs no inline style. */
export function Bar(props: BarProps) {
  const { t } = useWords()
  const { numerator, denominator, rate } = props
  const share = { zh: `${denominator} 件中 ${numerator} 件`, en: `${numerator} of ${denominator}` }
  return (
    <div class="bar">
      <p class="bar-words">
        <span>
          <Say words={props.label} />
        </span>
        <strong>{rate === null ? '—' : `${rate}%`}</strong>
        <span class="muted">{t(denominator > 0 ? share : nothing)}</span>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="bar-whole" width="100" height="4" />
        <rect class="bar-part" width={denominator > 0 ? (100 * numerator) / denominator : 0} height="4" />
      </svg>
    </div>
  )
}

const nothing = { zh: '没有可计入的事项', en: 'nothing to count' }
