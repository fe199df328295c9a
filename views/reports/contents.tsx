import type { Text } from '../../src/law/words.ts'
import type { ReportTable } from '../../src/reports/report.ts'
import { Say, useWords } from '../parts/words.tsx'

type Part = { id: string; title: Text }

/** What stands on a long page, in its order; paper has page numbers. */
export function Contents({ parts }: { parts: readonly Part[] }) {
  const { t } = useWords()
  return (
    <nav class="contents not-printed" aria-label={t({ zh: '本页内容', en: 'On this page' })}>
      <LinksTo parts={parts} />
    </nav>
  )
}

export const LinksTo = ({ parts }: { parts: readonly Part[] }) => (
  <ul>
    {parts.map(({ id, title }) => (
      <li>
        <a href={`#${id}`}>
          <Say words={title} />
        </a>
      </li>
    ))}
  </ul>
)

/** A table stands under its own id, a trend under its heading; lists of names are closed and not led to. */
export const partsOf = (tables: readonly ReportTable[]): Part[] =>
  tables
    .filter(({ rows, columns }) => rows.length > 0 && columns.some(({ kind }) => kind !== 'text'))
    .map(({ id, title }) => ({ id: id === 'trend' ? 'trend-title' : id, title }))
