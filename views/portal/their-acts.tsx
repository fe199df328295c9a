import type { TheirAct } from '../../src/portal/their_acts.ts'
import { urls } from '../../src/http/urls.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Say, T } from '../parts/words.tsx'

/** What the petitioner may do now; and what not, under which article. */
export function TheirActs(props: { acts: readonly TheirAct[] }) {
  const open = props.acts.filter(({ decision, isAside }) => decision.allowed && !isAside)
  const aside = props.acts.filter(({ decision, isAside }) => decision.allowed && isAside)
  const barred = props.acts.flatMap(({ spec, decision }) => (decision.allowed ? [] : [{ spec, ...decision.because }]))
  return open.length + aside.length + barred.length === 0 ? null : (
    <section>
      <h2>
        <T zh="您可以" en="What you can do" />
      </h2>
      {open.length > 0 && (
        <div class="actions">
          {open.map(({ act, spec, isEnding }) => (
            <ButtonLink href={urls.trackAct(act)} kind={isEnding ? 'quiet' : 'secondary'}>
              <Say words={spec.title} />
            </ButtonLink>
          ))}
        </div>
      )}
      {aside.length > 0 && <Aside acts={aside} />}
      {barred.length > 0 && (
        <details>
          <summary>
            <T zh="现在不能办理的" en="What is not open now" />
          </summary>
          <ul>
            {barred.map(({ spec, reason, article }) => (
              <li>
                <Say
                  words={{
                    zh: `${spec.title.zh}：${reason.zh}（${article.zh}）`,
                    en: `${spec.title.en}: ${reason.en} (${article.en})`,
                  }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Seldom needed: who speaks for them, how they are reached, who should stand aside. */
const Aside = ({ acts }: { acts: readonly TheirAct[] }) => (
  <details>
    <summary>
      <T zh="联系方式、代理人和回避" en="Contact data, agents and recusal" />
    </summary>
    <ul>
      {acts.map(({ act, spec }) => (
        <li>
          <a href={urls.trackAct(act)}>
            <Say words={spec.title} />
          </a>
        </li>
      ))}
    </ul>
  </details>
)
