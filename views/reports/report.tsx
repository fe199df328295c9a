import type { Text } from '../../src/law/words.ts'
import type { Headline as Headlined, Report, ReportColumn, ReportMetric } from '../../src/reports/report.ts'
import { Actions, ButtonLink, PrintButton } from '../parts/button.tsx'
import { Digest } from '../parts/digest.tsx'
import { Empty } from '../parts/empty.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { AskForm } from './ask.tsx'
import type { AskFormProps } from './ask.tsx'
import { Contents, partsOf } from './contents.tsx'
import { MakeLong } from './exports.tsx'
import type { LongFile } from './exports.tsx'
import { Headline } from './headline.tsx'
import { MetricTable } from './metric-table.tsx'
import type { Links } from './metric-table.tsx'
import { sayKnown } from './period.ts'
import { ReportTrend } from './trend.tsx'
import { VisitTable } from './visit-table.tsx'
import { Breakdown, Names } from './breakdown.tsx'

export type Accusations = readonly { title: Text; count: number }[]

export type ReportPageProps = {
  title: Text
  report: Report | undefined
  /** Whether its instant is now, or the one at which its month was closed. */
  known: 'now' | 'then' | 'closing'
  headline: Headlined | undefined
  ask: AskFormProps
  links: Links
  /** The district's one line on accusations, for those it is meant for. */
  accusations: Accusations | undefined
  files: readonly { format: string; href: string }[]
  /** A workbook of so many rows, too long to wait for. */
  long: LongFile | undefined
  definitions: string
  /** What has changed since the month was closed; without a number where it is much. */
  restated: { href: string; lines: number | undefined } | undefined
}

/** A report on a page: the same figures as its files, each led to its cases where the reader may see them all. */
export const ReportPage = ({ title, report, known, ask, files, long, restated, ...rest }: ReportPageProps) => (
  <>
    <PageHead
      title={title}
      above={report && <Say words={report.scope.name} />}
      {...(report && { lead: sayKnown(report, known) })}
      actions={report && <Downloads files={files} long={long} />}
    />
    <AskForm {...ask} />
    {restated && <Restated {...restated} />}
    {report && <Body report={report} {...rest} />}
  </>
)

const Restated = ({ href, lines }: { href: string; lines: number | undefined }) => (
  <p>
    <a href={href}>
      {lines === undefined ? (
        <T zh="本月已定稿；定稿以后的重述" en="This month is closed; restated since" />
      ) : (
        <T zh={`本月已定稿；定稿以后重述 ${lines} 条`} en={`This month is closed; lines restated since: ${lines}`} />
      )}
    </a>
  </p>
)

type BodyProps = Pick<ReportPageProps, 'headline' | 'links' | 'accusations' | 'definitions'> & { report: Report }

/** At a glance, where it goes and who does well; then every figure with its rule, and the rest by and by. */
function Body({ report, headline, links, accusations, definitions }: BodyProps) {
  const first = report.tables.filter(({ id }) => leading.includes(id))
  const others = report.tables.filter(({ id }) => !leading.includes(id))
  const visits = report.metrics.filter(metric => !isOfMatters(metric))
  return (
    <>
      <Contents
        parts={[
          ...(headline ? [{ id: 'headline', title: { zh: '总体情况', en: 'At a glance' } }] : []),
          ...partsOf(first),
          { id: 'metrics', title: { zh: '指标', en: 'Figures' } },
          ...(visits.length > 0 ? [{ id: 'visits', title: { zh: '来访', en: 'Visits' } }] : []),
          ...partsOf(others),
          { id: 'provenance', title: { zh: '数据来源', en: 'Provenance' } },
        ]}
      />
      {isEmpty(report) && <Empty words={{ zh: '这个统计期没有记录', en: 'Nothing is on record for this period' }} />}
      {headline && <Headline headline={headline} report={report} links={links} />}
      {accusations && <AccusationLine accusations={accusations} />}
      <Tables tables={first} />
      <MetricTable metrics={report.metrics.filter(isOfMatters)} links={links} definitions={definitions} />
      {visits.length > 0 && <VisitTable metrics={visits} links={links} />}
      <Tables tables={others} />
      <Provenance report={report} />
    </>
  )
}

const leading: readonly string[] = ['trend', 'by_organ', 'organs_without']

const Tables = ({ tables }: Pick<Report, 'tables'>) => (
  <>
    {saidOnce(tables).map(table =>
      table.id === 'trend' ? (
        <ReportTrend table={table} />
      ) : table.columns.some(isFigure) ? (
        <Breakdown table={table} />
      ) : (
        <Names table={table} />
      ),
    )}
  </>
)

/** A note that stands under the table before is not said again. */
const saidOnce = (tables: Report['tables']) =>
  tables.map((table, i) => {
    const isSaid = table.note !== null && table.note.zh === tables[i - 1]?.note?.zh
    return isSaid ? { ...table, note: null } : table
  })

const isEmpty = ({ metrics }: Report) => metrics.every(({ numerator, denominator }) => numerator === 0 && !denominator)

const isOfMatters = ({ unit }: ReportMetric) => unit === '件次'

const isFigure = ({ kind }: ReportColumn) => kind !== 'text'

const Downloads = ({ files, long }: Pick<ReportPageProps, 'files' | 'long'>) => (
  <Actions>
    {files.map(({ format, href }) => (
      <ButtonLink href={href} download>
        <T zh={`下载 ${format.toUpperCase()}`} en={`Download ${format.toUpperCase()}`} />
      </ButtonLink>
    ))}
    {long && <MakeLong {...long} />}
    <PrintButton>
      <T zh="打印" en="Print" />
    </PrintButton>
  </Actions>
)

const AccusationLine = (props: { accusations: Accusations }) => (
  <div class="not-printed">
    <Notice
      tone="info"
      title={{
        zh: '另：检举控告类，不计入以上各数（仅限指定人员查看）',
        en: 'Besides the above: accusations, seen by named readers only',
      }}
    >
      <Facts dense facts={props.accusations.map(({ title, count }) => ({ key: title, value: count }))} />
    </Notice>
  </div>
)

/** What makes the figures repeatable. */
const Provenance = ({ report }: { report: Report }) => (
  <section aria-labelledby="provenance">
    <h2 id="provenance">
      <T zh="数据来源" en="Provenance" />
    </h2>
    <Facts
      facts={[
        { key: { zh: '统计截止日', en: 'Through' }, value: <When at={report.through} /> },
        { key: { zh: '已知截至', en: 'As of' }, value: <When at={report.asOf} /> },
        { key: { zh: '指标定义版本', en: 'Definitions' }, value: report.definitions },
        {
          key: { zh: '日志摘要', en: 'Digest of the log' },
          value: <Digest digest={report.digest} />,
        },
      ]}
    />
  </section>
)
