import type { Text } from '../../src/law/words.ts'
import type { Metric } from '../../src/reports/metric.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'
import { LinksTo } from './contents.tsx'
import { Definition } from './definition.tsx'

type Sides = { numerator: Text | undefined; denominator: Text | undefined }

/** A figure with its sides as the lines they count, said from the data. */
export type Defined = Pick<
  Metric,
  | 'id'
  | 'version'
  | 'title'
  | 'formula'
  | 'basis'
  | 'districtOnly'
  | 'officeOnly'
  | 'treatment'
  | 'belongsTo'
  | 'source'
> &
  Sides & { unit: Text; earlier: readonly ({ version: string; until: string; formula: Text } & Sides)[] }

/** What a month reads under each version of a figure. */
export type Readings = {
  period: Text
  figures: readonly { id: string; version: string; numerator: number; rate?: string }[]
}

type Group = { id: string; title: Text; metrics: readonly Defined[] }

/** The dictionary: what every figure means, so that two people who read one number read the same. */
export const DefinitionsPage = (props: {
  version: string
  groups: readonly Group[]
  /** For readers of the district's figures. */
  readings: Readings | undefined
}) => (
  <>
    <PageHead
      title={{ zh: '指标定义', en: 'What the figures mean' }}
      lead={{ zh: `版本 ${props.version}`, en: `Version ${props.version}` }}
    />
    <Rules />
    <Contents groups={props.groups} />
    {props.groups.flatMap(({ metrics }) =>
      metrics.map(metric => <Definition metric={metric} readings={props.readings} />),
    )}
  </>
)

/** What holds for all of them. */
const Rules = () => (
  <div class="prose">
    <p>
      <T
        zh="统计截止日限定已经发生的事，已知时点限定当时知道的事。事项后来恢复办理、重新办理的，原答复不再计算；按较早的已知时点统计，数字与当时相同。"
        en="The through day limits what had happened; the as-of instant limits what was known. An answer voided by a later reopening or redo no longer counts; asked as of an earlier instant, the figures are what they were."
      />
    </p>
    <p>
      <T
        zh="比率由整数相除，保留两位小数，四舍五入；分母为零显示“—”；未全部完成的不显示 100.00，不为零的不显示 0.00。检举控告类事项不计入这里的任何数字，只在月报中另列一行，由指定人员查看。"
        en="Rates divide whole numbers to two decimals, half up; nothing to divide by prints —; what is incomplete never prints 100.00 and what is not zero never 0.00. Accusations enter none of these figures; they have a line of their own in the report, seen by named readers only."
      />
    </p>
    <p>
      <T
        zh="“按记录”一项由计数所用的数据生成：每个数字都是日志中带正负号的行之和，可以逐行核对。件次、批次、人次分别计算，从不相加。"
        en="“Over the records” is made from the data the figure is counted by: every number is a sum of signed lines of the log and can be checked line by line. Matters, batches and people are never added."
      />
    </p>
  </div>
)

const Contents = ({ groups }: { groups: readonly Group[] }) => (
  <nav class="contents not-printed" aria-labelledby="contents">
    <h2 id="contents">
      <T zh="目录" en="Contents" />
    </h2>
    {groups.map(({ title, metrics }) => (
      <>
        <h3>
          <Say words={title} />
        </h3>
        <LinksTo parts={metrics} />
      </>
    ))}
  </nav>
)
