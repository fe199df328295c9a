import type { Child } from 'hono/jsx'
import { Say, T } from './words.tsx'
import type { Words } from './words.tsx'

/** The page's one h1, what stands above it in small, the state beside it, and what can be done. */
export const PageHead = (props: { title: Words; above?: Child; tags?: Child; lead?: Words; actions?: Child }) => (
  <div class="page-head">
    {props.above && <p class="page-above">{props.above}</p>}
    <div class="page-title">
      <h1>
        <Say words={props.title} />
      </h1>
      {props.tags}
    </div>
    {props.lead && (
      <p class="lead">
        <Say words={props.lead} />
      </p>
    )}
    {props.actions && <div class="actions">{props.actions}</div>}
  </div>
)

/** The way back, above a question. */
export const BackLink = (props: { href: string; words?: Words }) => (
  <a class="back-link" href={props.href}>
    {props.words ? <Say words={props.words} /> : <T zh="返回上一步" en="Back" />}
  </a>
)
