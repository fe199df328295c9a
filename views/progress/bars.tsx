import type { Text } from '../../src/law/words.ts'
import { Say, T, useWords } from '../parts/words.tsx'
import { sayShare } from './batches.tsx'

/** A figure of the batch: how many, of how many, and where its lists are, for a reader who may see all in them. */
export type Measured = {
  id: string
  title: Text
  count: number
  of: number | null
  isBar: boolean
  missing: Text | undefined
  href: string | undefined
  missingHref: string | undefined
}

/** How far the batch has come, step by step: in words and numbers, and the same as lengths. */
export const Bars = ({ figures }: { figures: readonly Measured[] }) => (
  <section aria-labelledby="bars">
    <h2 id="bars">
      <T zh="办理进度" en="How far they have come" />
    </h2>
    <div class="progress-bars">
      {figures.map(figure => (
        <ProgressBar {...figure} />
      ))}
    </div>
  </section>
)

function ProgressBar({ title, count, of, missing, href, missingHref }: Measured) {
  const whole = of ?? 0
  return (
    <div class="bar">
      <p class="bar-words">
        <span>
          <Say words={title} />
        </span>
        <strong>{sayShare(count, whole)}</strong>
        <Lists
          there={{ count, href }}
          missing={missing && { words: missing, count: whole - count, href: missingHref }}
        />
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="bar-whole" width="100" height="4" />
        <rect class="bar-part" width={whole > 0 ? (100 * count) / whole : 0} height="4" />
      </svg>
    </div>
  )
}

type Counted = { count: number; href: string | undefined }

/** Those that are there, and those that are missing. */
function Lists({ there, missing }: { there: Counted; missing: (Counted & { words: Text }) | undefined }) {
  const { t } = useWords()
  return (
    <span class="muted">
      <Linked href={there.href}>{t({ zh: `已到 ${there.count} 件`, en: `reached: ${there.count}` })}</Linked>
      {missing && (
        <>
          {t({ zh: '，', en: ', ' })}
          <Linked href={missing.href}>
            {t({ zh: `${missing.words.zh} ${missing.count} 件`, en: `${missing.words.en}: ${missing.count}` })}
          </Linked>
        </>
      )}
    </span>
  )
}

const Linked = ({ href, children }: { href: string | undefined; children: string }) =>
  href ? <a href={href}>{children}</a> : <>{children}</>
