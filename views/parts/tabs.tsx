import { Say, useWords } from './words.tsx'
import type { Words } from './words.tsx'

export type Tab = { href: string; text: Words; count?: number | undefined; current: boolean }

/** Neighbouring pages of one subject, as links. */
export function Tabs(props: { label: Words; tabs: readonly Tab[] }) {
  const { t } = useWords()
  return (
    <nav class="tabs" aria-label={t(props.label)}>
      <ul>
        {props.tabs.map(tab => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              <Say words={tab.text} />
              {tab.count !== undefined && <span class="tab-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
