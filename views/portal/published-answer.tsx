import { urls } from '../../src/http/urls.ts'
import type { PublishedAnswer, PublishedLine } from '../../src/portal/published_lines.ts'
import { Facts } from '../parts/facts.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, Typed } from '../parts/words.tsx'

/** One published answer: its words, who gave it and when, and what has become of it. Nothing else of the case. */
export const PublishedAnswerPage = ({ line, title, text }: { line: PublishedLine; title: string; text: string }) => (
  <>
    <BackLink href={urls.published()} words={{ zh: '公开的答复', en: 'Published answers' }} />
    <PageHead
      title={title}
      above={
        <>
          {line.session && (
            <>
              <Say words={line.session} />{' '}
            </>
          )}
          <Say words={line.kind} /> {line.label}
        </>
      }
    />
    {line.answers.map(answer => (
      <Given answer={answer} />
    ))}
    <section>
      <h2>
        <T zh="公开内容" en="What is published" />
      </h2>
      <Typed text={text} />
      <p>
        <T zh="公开日期：" en="Published: " />
        <When at={line.publishedOn} />
      </p>
    </section>
  </>
)

const Given = ({ answer }: { answer: PublishedAnswer }) => (
  <Facts
    facts={[
      { key: { zh: '答复单位', en: 'Answered by' }, value: <Say words={answer.organ} /> },
      !answer.isReplaced && { key: { zh: '答复日期', en: 'Answered on' }, value: <When at={answer.on} /> },
      answer.class && { key: { zh: '办理结果类别', en: 'Class of the answer' }, value: <Class of={answer.class} /> },
      answer.outcome && { key: { zh: '落实情况', en: 'Carried out' }, value: <Say words={answer.outcome} /> },
      answer.isReplaced && {
        key: { zh: '重新办理', en: 'Handled again' },
        value: (
          <T
            zh="公开以后本件重新办理，以下是原来的答复；新的答复另行公开"
            en="It was handled again after this was published. Below is the first answer; the new one is published in its own time"
          />
        ),
      },
    ]}
  />
)

const Class = ({ of }: { of: NonNullable<PublishedAnswer['class']> }) => (
  <>
    {of.code} <Say words={of.label} /> <T zh="（答复单位的说法）" en="(as the organ says)" />
  </>
)
