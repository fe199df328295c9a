import { urls } from '../src/http/urls.ts'
import type { Text } from '../src/law/words.ts'
import { Say, T } from './parts/words.tsx'

/** What is wrong, and where to go from here. */
export const ErrorPage = (props: { what: Text; status: number }) => (
  <>
    <h1>
      <Say words={props.what} />
    </h1>
    <p>
      <a href={urls.home()}>
        <T zh="回到首页" en="Back to the start" />
      </a>
    </p>
  </>
)
