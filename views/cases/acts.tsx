import { urls } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { Say, T } from '../parts/words.tsx'

/** What the reader may do now, and what would be theirs but is barred, each with why. */
export const Acts = ({ sheet }: { sheet: Sheet }) => (
  <section aria-labelledby="acts" class="not-printed acts">
    <h2 id="acts">
      <T zh="可以办理" en="What you can do" />
    </h2>
    {sheet.open.length === 0 ? (
      <p class="muted">
        <T zh="现在没有需要您办理的步骤。" en="Nothing here is for you to do now." />
      </p>
    ) : sheet.open.length <= FEW ? (
      <Buttons acts={sheet.open} number={sheet.number} />
    ) : (
      <Many sheet={sheet} />
    )}
    {sheet.barred.length > 0 && <Barred {...sheet} />}
  </section>
)

/** As many stand side by side; more are grouped by what they are for. */
const FEW = 6

const Buttons = ({ acts, number }: { acts: Sheet['open']; number: string }) => (
  <Actions>
    {acts.map(({ act, title, isNext }) => (
      <ButtonLink href={urls.act(number, act)} kind={isNext ? 'primary' : 'secondary'}>
        <Say words={title} />
      </ButtonLink>
    ))}
  </Actions>
)

/** The next one plain; the others folded, and open where they are the other ways on from here. */
const Many = ({ sheet }: { sheet: Sheet }) => (
  <>
    <Buttons acts={sheet.open.filter(({ isNext }) => isNext)} number={sheet.number} />
    <div class="act-groups">
      {sheet.groups.map(({ title, acts, isOpen }) => (
        <details open={isOpen}>
          <summary>
            <Say words={title} /> <span class="muted">{acts.length}</span>
          </summary>
          <ul>
            {acts.map(({ act, title }) => (
              <li>
                <a href={urls.act(sheet.number, act)}>
                  <Say words={title} />
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  </>
)

const Barred = ({ barred }: Pick<Sheet, 'barred'>) => (
  <details>
    <summary>
      <T zh={`暂时不能办的 ${barred.length} 步，为什么`} en={`${barred.length} steps not open now, and why`} />
    </summary>
    <dl class="facts">
      {barred.map(({ title, because }) => (
        <div>
          <dt>
            <Say words={title} />
          </dt>
          <dd>
            <Say words={because.reason} />
            <T zh="（" en=" (" />
            <Say words={because.article} />
            <T zh="）" en=")" />
          </dd>
        </div>
      ))}
    </dl>
  </details>
)
