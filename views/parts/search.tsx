import type { Words } from './words.tsx'
import { Say, T, useWords } from './words.tsx'

/** One search box; `/` jumps to it where shortcuts are on. */
export function Search(props: { action: string; label: Words; value?: string | undefined; name?: string }) {
  const name = props.name ?? 'q'
  const { t } = useWords()
  return (
    <form class="search" role="search" aria-label={t(props.label)} method="get" action={props.action}>
      <label for={`search-${name}`}>
        <Say words={props.label} />
      </label>
      <input type="search" id={`search-${name}`} name={name} value={props.value} data-search />
      <button type="submit" class="button button-secondary">
        <T zh="搜索" en="Search" />
      </button>
    </form>
  )
}
