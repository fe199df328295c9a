import { urls } from '../src/http/urls.ts'
import type { Text } from '../src/law/words.ts'
import { Say } from './parts/words.tsx'

/** What is wrong, and where to go from here: to what of the office the reader has, or to the start. */
export const ErrorPage = (props: { what: Text; ways: readonly ('cases' | 'reports')[] }) => (
  <>
    <h1>
      <Say words={props.what} />
    </h1>
    <ul class="plain-list">
      {(props.ways.length > 0 ? props.ways : (['home'] as const)).map(way => (
        <li>
          <a href={to[way].href}>
            <Say words={to[way].words} />
          </a>
        </li>
      ))}
    </ul>
  </>
)

const to = {
  cases: { href: urls.queues(), words: { zh: '回到待办', en: 'Back to the queue' } },
  reports: { href: urls.reports(), words: { zh: '回到报表', en: 'Back to the reports' } },
  home: { href: urls.home(), words: { zh: '回到首页', en: 'Back to the start' } },
}
