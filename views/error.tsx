import { urls } from '../src/http/urls.ts'
import type { Text } from '../src/law/words.ts'
import { Say, T } from './parts/words.tsx'

/** What is wrong, and where to go from here. */
export const ErrorPage = (props: { what: Text; status: number; isOffice: boolean }) => (
  <>
    <h1>
      <Say words={props.what} />
    </h1>
    {props.isOffice ? (
      <ul class="plain-list">
        <li>
          <a href={urls.queues()}>
            <T zh="回到待办" en="Back to the queue" />
          </a>
        </li>
        <li>
          <a href={urls.reports()}>
            <T zh="回到报表" en="Back to the reports" />
          </a>
        </li>
      </ul>
    ) : (
      <p>
        <a href={urls.home()}>
          <T zh="回到首页" en="Back to the start" />
        </a>
      </p>
    )}
  </>
)
