import type { Aside, LeaderNumber, Share } from '../../src/overview/numbers.ts'
import { Say, T } from '../parts/words.tsx'

/** Four shares, each with its parts, its rule, and what must be read with it. */
export const Numbers = ({ numbers }: { numbers: readonly LeaderNumber[] }) => (
  <div class="overview-numbers">
    {numbers.map(number => (
      <Number {...number} />
    ))}
  </div>
)

const Number = ({ title, of, share, formula, with: asides, sessions }: LeaderNumber) => (
  <section class="overview-number">
    <h2>
      <Say words={title} />
      <span class="muted">
        <T zh="：" en=": " />
        <Say words={of} />
      </span>
    </h2>
    <p class="row">
      <strong class="figure-value">{sayRate(share)}</strong>
      <Parts {...share} />
      {asides.map(aside => (
        <Linked {...aside} />
      ))}
    </p>
    <ul class="overview-beside">
      {sessions.map((session, i) => (
        <li>
          {i === 0 && (
            <span class="muted">
              <T zh="本届次：" en="Session: " />
            </span>
          )}
          <Say words={session.title} /> <Parts {...session} /> {sayRate(session)}
        </li>
      ))}
    </ul>
    <p class="muted">
      <Say words={formula} />
    </p>
  </section>
)

const Parts = ({ numerator, denominator, numeratorHref, denominatorHref }: Share) => (
  <span class="overview-parts">
    {numeratorHref ? <a href={numeratorHref}>{numerator}</a> : numerator}/
    {denominatorHref ? <a href={denominatorHref}>{denominator}</a> : denominator}
  </span>
)

const Linked = ({ words, href }: Aside) =>
  href ? (
    <a href={href}>
      <Say words={words} />
    </a>
  ) : (
    <span>
      <Say words={words} />
    </span>
  )

const sayRate = ({ rate }: Share): string => (rate === null ? '—' : `${rate}%`)
