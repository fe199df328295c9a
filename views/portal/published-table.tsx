import { urls } from '../../src/http/urls.ts'
import type { PublishedAnswer, PublishedLine } from '../../src/portal/published_lines.ts'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, Typed } from '../parts/words.tsx'

export type TitledLine = PublishedLine & { title: string }

/** One line an answer; on a phone each is a card. */
export const PublishedTable = ({ lines }: { lines: readonly TitledLine[] }) => (
  <Table
    id="published"
    caption={{ zh: '公开的答复，新的在前', en: 'Published answers, newest first' }}
    captionHidden
    narrow="stack"
    columns={columns}
    rows={lines}
  />
)

const columns: readonly Column<TitledLine>[] = [
  {
    title: { zh: '标题', en: 'Title' },
    names: true,
    cell: ({ id, title }) => (
      <a href={urls.publishedAnswer(id)}>
        <Typed text={title} inline />
      </a>
    ),
  },
  {
    title: { zh: '编号', en: 'Number' },
    kind: 'tight',
    cell: ({ kind, label }) => (
      <>
        <Say words={kind} />
        <br />
        {label}
      </>
    ),
  },
  { title: { zh: '答复单位和结果', en: 'Organ and result' }, cell: ({ answers }) => <Results answers={answers} /> },
  { title: { zh: '公开日期', en: 'Published' }, kind: 'tight', cell: ({ publishedOn }) => <When at={publishedOn} /> },
]

const Results = ({ answers }: Pick<TitledLine, 'answers'>) =>
  answers.length > 1 ? (
    <ul>
      {answers.map(answer => (
        <li>
          <Result answer={answer} />
        </li>
      ))}
    </ul>
  ) : (
    <div>
      {answers.map(answer => (
        <Result answer={answer} />
      ))}
    </div>
  )

const Result = ({ answer }: { answer: PublishedAnswer }) => (
  <>
    <Say words={answer.organ} />
    <br />
    {answer.class && (
      <>
        {answer.class.code} <Say words={answer.class.label} />
        <br />
      </>
    )}
    {answer.outcome && <Say words={answer.outcome} />}
    {answer.isReplaced && <T zh="公开以后重新办理" en="Handled again since" />}
  </>
)
