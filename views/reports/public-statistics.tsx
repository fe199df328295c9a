import { sayMonth } from '../../src/law/day.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import type { PublicPage, PublicPart, TitledTable } from '../../src/reports/public_page.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, useWords } from '../parts/words.tsx'

type Props = { months: readonly string[]; found: PublicPage | undefined }

/** What every month was released as, for anyone. */
export const PublicStatisticsPage = ({ months, found }: Props) => (
  <>
    <PageHead
      title={{ zh: '公开统计', en: 'Public statistics' }}
      lead={{
        zh: '每月首个工作日定稿后公布，以后不改；后来得知的变化另列',
        en: 'Released on the first working day after each month and never changed; what became known later stands apart',
      }}
    />
    {found ? (
      <>
        <ChooseMonth months={months} month={found.month} />
        <p>
          <T zh={`${sayMonth(found.month).zh}，`} en={`${sayMonth(found.month).en}, `} />
          <T zh="按定稿时点所知：" en="as known when it was closed: " />
          <When at={found.asOf} />
        </p>
        <Downloads month={found.month} />
        {found.parts.map(part => (
          <Part part={part} />
        ))}
        <Rule />
      </>
    ) : (
      <NotYet months={months} />
    )}
  </>
)

/** A month that was asked for and is not there, beside those that are. */
const NotYet = ({ months }: { months: readonly string[] }) =>
  months.length === 0 ? (
    <Empty words={{ zh: '还没有公布的月份', en: 'No month has been released yet' }} />
  ) : (
    <>
      <Empty
        words={{ zh: '这个月还没有公布；已经公布的月份：', en: 'This month has not been released; these have:' }}
      />
      <ul class="plain-list">
        {months.map(month => (
          <li>
            <a href={withQuery(urls.publicStatistics(), { month })}>
              <Say words={sayMonth(month)} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )

function ChooseMonth({ months, month }: { months: readonly string[]; month: string }) {
  const { t } = useWords()
  return (
    <form
      class="not-printed"
      method="get"
      action={urls.publicStatistics()}
      role="search"
      aria-label={t({ zh: '按月份查看', en: 'Choose a month' })}
    >
      <div class="row">
        <Field
          kind="select"
          name="month"
          label={{ zh: '月份', en: 'Month' }}
          value={month}
          options={months.map(value => ({ value, label: sayMonth(value) }))}
        />
        <Button kind="secondary">
          <T zh="查看" en="Show" />
        </Button>
      </div>
    </form>
  )
}

function Downloads({ month }: { month: string }) {
  const { lang } = useWords()
  return (
    <Actions>
      <ButtonLink href={urls.publicStatisticsFile(`${month}${lang === 'en' ? '-en' : ''}.csv`)} download>
        <T zh="下载 CSV" en="Download CSV" />
      </ButtonLink>
      <ButtonLink href={urls.publicStatisticsFile(`${month}.json`)} download>
        <T zh="下载 JSON" en="Download JSON" />
      </ButtonLink>
    </Actions>
  )
}

const Part = ({ part }: { part: PublicPart }) => (
  <section>
    <h2>
      <Say words={part.title} />
    </h2>
    <Table
      id={`figures-${part.id}`}
      caption={{ zh: '主要指标', en: 'Main figures' }}
      narrow="stack"
      rows={part.figures}
      empty={{ zh: '本月各项都少于10件，不公布', en: 'Fewer than 10 of anything this month; not published' }}
      columns={[
        { title: { zh: '指标', en: 'Figure' }, names: true, cell: ({ title }) => <Say words={title} /> },
        { title: { zh: '数量', en: 'Count' }, kind: 'number', cell: ({ said }) => <Say words={said} /> },
        { title: { zh: '算法', en: 'How it is counted' }, cell: ({ formula }) => <Say words={formula} /> },
      ]}
    />
    {part.tables
      .filter(({ lines }) => lines.length > 0)
      .map(table => (
        <Lines table={table} />
      ))}
    <Restated part={part} />
  </section>
)

function Lines({ table: { id, title, lines, in: at } }: { table: TitledTable }) {
  const { t } = useWords()
  const later = at === undefined ? undefined : sayMonth(at)
  return (
    <Table
      id={id}
      caption={later ? { zh: `${title.zh}，${later.zh}重述`, en: `${title.en}, restated with ${later.en}` } : title}
      rows={lines}
      columns={[
        {
          title: { zh: '分项', en: 'Value' },
          names: true,
          cell: ({ name, isPart }) => (
            <>
              {isPart && `${t({ zh: '其中：', en: 'of these: ' })}`}
              <Say words={name} />
            </>
          ),
        },
        { title: { zh: '件', en: 'Matters' }, kind: 'number', cell: ({ n }) => n },
      ]}
    />
  )
}

const Restated = ({ part: { id, restated, restatedTables } }: { part: PublicPart }) =>
  restated.length === 0 ? null : (
    <>
      <h3>
        <T zh="重述" en="Restated" />
      </h3>
      <Table
        id={`restated-${id}`}
        caption={{ zh: '后来得知的变化', en: 'What became known later' }}
        narrow="stack"
        rows={restated}
        columns={[
          { title: { zh: '指标', en: 'Figure' }, names: true, cell: ({ title }) => <Say words={title} /> },
          {
            title: { zh: '公布时', en: 'As released' },
            kind: 'number',
            cell: ({ released }) => released ?? <T zh="少于10件" en="Fewer than 10" />,
          },
          { title: { zh: '重述', en: 'Restated' }, kind: 'number', cell: ({ n }) => n },
          { title: { zh: '重述于', en: 'With the release of' }, cell: ({ in: at }) => <Say words={sayMonth(at)} /> },
        ]}
      />
      {restatedTables.map(table => (
        <Lines table={table} />
      ))}
    </>
  )

const Rule = () => (
  <section>
    <h2>
      <T zh="哪些数字不单独公布" en="What is not published by itself" />
    </h2>
    <p>
      <T
        zh="少于10件的分项并入上一级或者“其余”；为了不能由合计反推，有时也并入更多分项。重述的变化少于10件的，仍用原来公布的数字。检举控告类事项不计入任何数字。"
        en="A value of fewer than 10 matters is merged into the one above it or into “others”, and sometimes more with it, so that no sum gives it away. A restated figure that differs by fewer than 10 stays as it was released. Accusations enter no figure."
      />
    </p>
  </section>
)
