import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { ButtonLink } from '../parts/button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T, Typed } from '../parts/words.tsx'

/** The draft is gone; what this page had just sent is given back. */
export const LostPage = (props: { title: Text; typed: readonly string[] }) => (
  <>
    <PageHead title={props.title} />
    <p>
      <T
        zh="可能已经在另一个窗口清除，或者超过了24小时，或者浏览器没有接受本站的Cookie。没有提交任何内容。"
        en="It was cleared in another window, is older than 24 hours, or the browser refused this site’s cookie. Nothing was filed."
      />
    </p>
    {props.typed.length > 0 && (
      <section>
        <h2>
          <T zh="您刚才填写的，可以复制" en="What you just typed, to copy" />
        </h2>
        <div class="panel">
          {props.typed.map(text => (
            <Typed text={text} />
          ))}
        </div>
      </section>
    )}
    <p>
      <ButtonLink href={urls.file()} kind="primary">
        <T zh="重新填写" en="Begin again" />
      </ButtonLink>
    </p>
  </>
)
