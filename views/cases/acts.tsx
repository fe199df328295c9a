import { urls } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { Say, T } from '../parts/words.tsx'

/** What the reader may do now, and what would be theirs but is barred, each with why. */
export const Acts = ({ sheet }: { sheet: Sheet }) => (
  <section aria-labelledby="acts" class="not-printed">
    <h2 id="acts">
      <T zh="可以办理" en="What you can do" />
    </h2>
    {sheet.open.length === 0 ? (
      <p class="muted">
        <T zh="现在没有需要您办理的步骤。" en="Nothing here is for you to do now." />
      </p>
    ) : (
      <Actions>
        {sheet.open.map(({ act, title, isNext }) => (
          <ButtonLink href={urls.act(sheet.number, act)} kind={isNext ? 'primary' : 'secondary'}>
            <Say words={title} />
          </ButtonLink>
        ))}
      </Actions>
    )}
    {sheet.barred.length > 0 && <Barred {...sheet} />}
  </section>
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
