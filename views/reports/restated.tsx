import { sayMonth } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import type { RestatedList } from '../../src/reports/restated_list.ts'
import { ButtonLink } from '../parts/button.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { AskRestated } from './restated-ask.tsx'
import type { RestatedAsk } from './restated-ask.tsx'
import { figureColumns, lineColumns } from './restated-columns.tsx'

type Unclosed = { last: { month: string; href: string } | undefined }

type Props = {
  title: Text
  ask: RestatedAsk
  back: string
  list?: RestatedList
  /** The month is not closed: the last one that is, if there is one. */
  unclosed?: Unclosed | undefined
  /** How many lines there are in all. */
  count?: number
  files?: readonly { format: string; href: string }[]
  next?: string | undefined
}

/** What a month reads differently now: the figures then and now, and the cases and acts between them. */
export const RestatedPage = ({ title, ask, back, list, unclosed, count = 0, files = [], next }: Props) => (
  <>
    <BackLink href={back} words={{ zh: '回到月报', en: 'Back to the report' }} />
    <PageHead
      title={title}
      above={list && <Say words={list.period} />}
      lead={{
        zh: '统计以后恢复办理、重新办理、更正、关联或者迟录的，使当月数字有所变化。原报告不变，变化逐条列在这里；期后正常答复的不改变当月。',
        en: 'What was reopened, redone, corrected, linked or recorded late since the report changes how the month reads. The report stays as it was; the changes stand here one by one. Ordinary answers after the month change nothing in it.',
      }}
      actions={
        files.length > 0 &&
        files.map(({ format, href }) => (
          <ButtonLink href={href} download>
            <T zh={`下载 ${format.toUpperCase()}`} en={`Download ${format.toUpperCase()}`} />
          </ButtonLink>
        ))
      }
    />
    <AskRestated {...ask} />
    {unclosed && <NotClosed {...unclosed} />}
    {list && (
      <>
        <p>
          <T zh="原报告已知截至" en="The report as known at" /> <When at={list.asOf} />
          <T zh="；对照已知截至" en=", against what is known at" /> <When at={list.against} />
        </p>
        <Table
          id="figures"
          caption={{ zh: '有变化的指标', en: 'Figures that differ' }}
          narrow="stack"
          rows={list.figures}
          columns={figureColumns}
          empty={{ zh: '没有指标发生变化', en: 'No figure differs' }}
        />
        <Table
          id="lines"
          caption={{ zh: `重述清单：${count} 条`, en: `Restatement list: ${count} ${count === 1 ? 'line' : 'lines'}` }}
          narrow="stack"
          walk
          rows={list.lines}
          columns={lineColumns}
          empty={{ zh: '没有可列出的事项', en: 'No matters to list' }}
        />
        <Pager next={next} />
        <p class="muted">
          <T
            zh="某项指标的变化，只有其中的事项您都能查看时才逐件列出。"
            en="The changes of a figure are listed where you may see every matter among them."
          />
        </p>
      </>
    )}
  </>
)

const NotClosed = ({ last }: Unclosed) => (
  <p>
    <T zh="这个月还没有定稿。" en="This month is not closed yet. " />
    {last && (
      <a href={last.href}>
        <T zh={`最近定稿的是${sayMonth(last.month).zh}`} en={`The last that is closed: ${sayMonth(last.month).en}`} />
      </a>
    )}
  </p>
)
