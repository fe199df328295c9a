import type { Start } from '../../src/cases/starts.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'

/** What a deputy or a member comes for: their own, a new draft, and how it is handled. */
export const SignersHome = ({ starts }: { starts: readonly Start[] }) => (
  <>
    <PageHead
      title={{ zh: '件件有答复，事事有着落', en: 'Each one answered, each promise followed' }}
      lead={{
        zh: '起草、邀请联名、提交，看着它交给谁、怎样答复、承诺的事办到了没有。',
        en: 'Draft, ask others to sign, submit; then see who has it, what is answered, and whether what was promised is done.',
      }}
    />
    <ul class="choices-list">
      <li>
        <a href={urls.queues()}>
          <T zh="我提出和附议的" en="What I drafted or signed" />
        </a>
        <p>
          <T
            zh="先列等您办的：确认联名、修改提交、评价答复。"
            en="First what awaits you: to sign, to submit, to rate an answer."
          />
        </p>
      </li>
      {starts.map(({ procedure, act, spec }) => (
        <li>
          <a href={withQuery(urls.queue('new'), { procedure: procedure.id, act })}>
            <Say words={spec.title} />
          </a>
          <p>
            <T zh="一事一议，写清情况和具体建议。" en="One matter only: what is the case, and what should be done." />
          </p>
        </li>
      ))}
    </ul>
    <p>
      {[...new Map(starts.map(({ procedure: { id, title } }) => [id, title]))].map(([id, title]) => (
        <>
          <a href={urls.law(id)}>
            <T zh={`${title.zh}怎样办理`} en={`How it is handled: ${title.en}`} />
          </a>
          {' · '}
        </>
      ))}
      <a href={urls.published()}>
        <T zh="公开的答复" en="Published answers" />
      </a>
    </p>
  </>
)
