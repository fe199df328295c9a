import { Say, T, useWords } from './words.tsx'
import type { Words } from './words.tsx'

/** Next and previous by address. Lists are paged by key, so there are no page numbers to print. */
export function Pager(props: { previous?: string | undefined; next?: string | undefined; shown?: Words }) {
  const { t } = useWords()
  return props.previous || props.next ? (
    <nav class="pager" aria-label={t({ zh: '翻页', en: 'Pages' })}>
      {props.previous && (
        <a rel="prev" href={props.previous}>
          <T zh="上一页" en="Previous" />
        </a>
      )}
      {props.shown && (
        <span class="pager-shown">
          <Say words={props.shown} />
        </span>
      )}
      {props.next && (
        <a rel="next" href={props.next}>
          <T zh="下一页" en="Next" />
        </a>
      )}
    </nav>
  ) : null
}
