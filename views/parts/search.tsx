import type { Words } from './words.tsx'
import { Say, T, useWords } from './words.tsx'

type SearchProps = {
  action: string
  /** A search that may be for a person is posted, so that it stands in no address. */
  method?: 'get' | 'post'
  label: Words
  value?: string | undefined
  name?: string
}

/** One search box; `/` jumps to it where shortcuts are on. */
export function Search(props: SearchProps) {
  const name = props.name ?? 'q'
  const { t } = useWords()
  return (
    <form class="search" role="search" aria-label={t(props.label)} method={props.method ?? 'get'} action={props.action}>
      <label for={`search-${name}`}>
        <Say words={props.label} />
      </label>
      <input type="search" id={`search-${name}`} name={name} value={props.value} data-search />
      <button type="submit" class="button button-secondary">
        <T zh="查找" en="Find" />
      </button>
    </form>
  )
}
