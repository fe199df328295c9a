import type { Text } from '../../src/law/words.ts'
import type { Day } from '../../src/law/day.ts'
import { urls } from '../../src/http/urls.ts'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { Say, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

export type Listed = {
  number: string
  /** Its formal number, where it has one: `18-5-B010`. */
  label: string | undefined
  title: string | undefined
  state: Text
  lead: Text | undefined
  received: Day
  heads: number | undefined
  times: number | undefined
}

/** The cases a figure counts: as many as the figure says. */
export const FigureCasesPage = (props: {
  title: Text
  formula: Text
  /** Of a rate: which side this is, and the others its reader may go on to. */
  side: SideName | undefined
  sides: readonly { side: SideName; count: number; href: string }[]
  count: number
  /** Of people who came: in how many cases. */
  cases: number | undefined
  unit: Text
  period: Text
  back: string
  rows: readonly Listed[]
  next: string | undefined
}) => (
  <>
    <BackLink href={props.back} words={{ zh: '回到报表', en: 'Back to the report' }} />
    <PageHead title={props.title} above={<Say words={props.period} />} lead={sayCount(props)} />
    <p class="muted">
      <Say words={props.formula} />
    </p>
    {props.sides.length > 1 && (
      <Tabs
        label={{ zh: '分子、分母', en: 'Numerator and denominator' }}
        tabs={props.sides.map(({ side, count, href }) => ({
          ...{ text: sides[side], count, href },
          current: side === props.side,
        }))}
      />
    )}
    <Table
      id="cases"
      caption={props.title}
      captionHidden
      narrow="stack"
      walk
      rows={props.rows}
      empty={{ zh: '没有事项', en: 'No matters' }}
      columns={[
        {
          title: { zh: '编号', en: 'Number' },
          names: true,
          kind: 'tight',
          cell: ({ number, label }) => <a href={urls.case(number)}>{label ?? number}</a>,
        },
        { title: { zh: '标题', en: 'Title' }, cell: ({ title }) => title && <Typed inline text={title} /> },
        { title: { zh: '目前状态', en: 'State now' }, cell: ({ state }) => <Say words={state} /> },
        { title: { zh: '目前承办单位', en: 'Organ now' }, cell: ({ lead }) => (lead ? <Say words={lead} /> : '—') },
        { title: { zh: '收件日', en: 'Received' }, kind: 'tight', cell: ({ received }) => <When at={received} /> },
        ...(props.rows.some(({ heads }) => heads !== undefined) ? [headsColumn] : []),
        ...(props.rows.some(({ times }) => times !== undefined) ? [timesColumn] : []),
      ]}
    />
    <Pager next={props.next} />
  </>
)

const timesColumn = {
  title: { zh: '计次', en: 'Times counted' },
  kind: 'number' as const,
  cell: ({ times }: Listed) => times,
}

type SideName = 'numerator' | 'denominator' | 'missing'

const sides = {
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  missing: { zh: '尚差', en: 'Missing' },
} satisfies Record<SideName, Text>

type Counted = { side: SideName | undefined; count: number; cases: number | undefined; unit: Text }

/** `分子：22 件`; of people also in how many matters they came. */
function sayCount({ side, count, cases, unit }: Counted): Text {
  const head = side ? { zh: `${sides[side].zh}：`, en: `${sides[side].en}: ` } : { zh: '', en: '' }
  const matters =
    cases === undefined
      ? { zh: '', en: '' }
      : { zh: `，${cases} 件`, en: `, in ${cases} ${cases === 1 ? 'matter' : 'matters'}` }
  return { zh: `${head.zh}${count} ${unit.zh}${matters.zh}`, en: `${head.en}${count} ${unit.en}${matters.en}` }
}

const headsColumn = {
  title: { zh: '人数', en: 'People' },
  kind: 'number' as const,
  cell: ({ heads }: Listed) => heads,
}
