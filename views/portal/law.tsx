import type { Day } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import { Diagram } from '../parts/diagram.tsx'
import type { Drawing } from '../parts/diagram.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { Say, T } from '../parts/words.tsx'

export type StatuteRow = { title: Text; inForce: Day }
export type KindRow = { title: Text; article: Text | null }
// prettier-ignore
export type StepRow = { title: Text; who: Text; from: Text; to: Text | null; article: Text; conditions: readonly Text[]; needs: readonly Text[]; document: Text | null }
export type StateRow = { title: Text; awaits: Text | null; next: Text }
// prettier-ignore
export type ClockRow = { title: Text; term: Text; after: Text; meets: Text; extension: Text | null; when: Text | null; owner: Text; isRight: boolean; article: Text }
export type ParameterRow = { title: Text; value: Text; source: Text; from: Day | null }

export type LawProps = {
  title: Text
  inForce: { from: Day; to?: Day }
  statutes: readonly StatuteRow[]
  kinds: readonly KindRow[]
  steps: readonly StepRow[]
  states: readonly StateRow[]
  clocks: readonly ClockRow[]
  parameters: readonly ParameterRow[]
  drawing: Drawing
}

/** How a matter is handled: every step, whose it is, how long it may take, and the article that says so. */
export const LawPage = (props: LawProps) => (
  <>
    <PageHead
      title={{ zh: `${props.title.zh}怎样办理`, en: `How it is handled: ${props.title.en}` }}
      lead={{
        zh: '您提出的事项由谁办、分几步、每一步最长多久、依据哪一条，都写在这里。系统就是按这张表办理的。',
        en: 'Who handles your matter, in which steps, how long each may take and under which article. The system itself works by this table.',
      }}
    />
    <p>
      <T zh="现行版本自" en="This edition applies from " />
      <When at={props.inForce.from} />
      <T zh="起适用。" en="." />
    </p>
    <Statutes rows={props.statutes} />
    <Clocks rows={props.clocks} />
    <h2>
      <T zh="从提出到办结" en="From filing to closure" />
    </h2>
    <Diagram id="states" title={drawn} says={told} drawing={props.drawing} />
    <States rows={props.states} />
    <Steps rows={props.steps} />
    {props.kinds.length > 0 && <Kinds rows={props.kinds} />}
    {props.parameters.length > 0 && <Parameters rows={props.parameters} />}
  </>
)

const drawn: Text = { zh: '状态图（可左右滚动）', en: 'Diagram of states (scrolls)' }
const told: Text = {
  zh: '状态和步骤的关系图；同样的内容见下面的“状态”和“步骤”两张表',
  en: 'How steps lead from state to state; the tables “States” and “Steps” below say the same',
}

const Statutes = (props: { rows: readonly StatuteRow[] }) => (
  <Table id="statutes" caption={{ zh: '依据', en: 'Statutes' }} columns={statuteColumns} rows={props.rows} />
)
const statuteColumns: readonly Column<StatuteRow>[] = [
  { title: { zh: '名称', en: 'Name' }, names: true, cell: row => <Say words={row.title} /> },
  { title: { zh: '施行日期', en: 'In force from' }, kind: 'tight', cell: row => <When at={row.inForce} /> },
]

const Clocks = (props: { rows: readonly ClockRow[] }) => (
  <Table id="clocks" narrow="stack" caption={{ zh: '期限', en: 'Terms' }} columns={clockColumns} rows={props.rows} />
)
// prettier-ignore
const clockColumns: readonly Column<ClockRow>[] = [
  { title: { zh: '期限', en: 'Term' }, names: true, cell: row => <Say words={row.title} /> },
  { title: { zh: '多长', en: 'How long' }, kind: 'tight', cell: row => <Say words={row.term} /> },
  { title: { zh: '从哪一步起算', en: 'Runs from' }, cell: row => <><Say words={row.after} />{row.when && <> <Say words={only(row.when)} /></>}</> },
  { title: { zh: '做到哪一步算完成', en: 'Met by' }, cell: row => <Say words={row.meets} /> },
  { title: { zh: '约束谁', en: 'Binds' }, cell: row => <Say words={row.isRight ? right(row.owner) : row.owner} /> },
  { title: { zh: '能否延长', en: 'Extension' }, cell: row => <Say words={row.extension ?? { zh: '不能', en: 'none' }} /> },
  { title: { zh: '依据', en: 'Article' }, cell: row => <Say words={row.article} /> },
]
const only = (when: Text): Text => ({ zh: `（限：${when.zh}）`, en: `(only: ${when.en})` })
const right = (owner: Text): Text => ({
  zh: `${owner.zh}的权利，过期不再受理`,
  en: `a right of the ${owner.en}, which lapses`,
})

const States = (props: { rows: readonly StateRow[] }) => (
  <Table
    id="states-table"
    narrow="stack"
    caption={{ zh: '状态', en: 'States' }}
    columns={stateColumns}
    rows={props.rows}
  />
)
const stateColumns: readonly Column<StateRow>[] = [
  { title: { zh: '状态', en: 'State' }, names: true, cell: row => <Say words={row.title} /> },
  { title: { zh: '等谁办', en: 'Awaits' }, cell: row => <Say words={row.awaits ?? { zh: '已经结束', en: 'ended' }} /> },
  { title: { zh: '接下来', en: 'What comes next' }, cell: row => <Say words={row.next} /> },
]

const Steps = (props: { rows: readonly StepRow[] }) => (
  <Table id="steps" caption={{ zh: '步骤', en: 'Steps' }} columns={stepColumns} rows={props.rows} />
)
// prettier-ignore
const stepColumns: readonly Column<StepRow>[] = [
  { title: { zh: '步骤', en: 'Step' }, names: true, cell: row => <Say words={row.title} /> },
  { title: { zh: '由谁', en: 'By' }, cell: row => <Say words={row.who} /> },
  { title: { zh: '从', en: 'From' }, cell: row => <Say words={row.from} /> },
  { title: { zh: '到', en: 'To' }, cell: row => <Say words={row.to ?? { zh: '状态不变', en: 'stays' }} /> },
  { title: { zh: '依据', en: 'Article' }, cell: row => <Say words={row.article} /> },
  { title: { zh: '条件', en: 'Conditions' }, cell: row => <Conditions {...row} /> },
  { title: { zh: '文书', en: 'Document' }, cell: row => row.document && <Say words={row.document} /> },
]

const Conditions = ({ conditions, needs }: Pick<StepRow, 'conditions' | 'needs'>) =>
  conditions.length + needs.length === 0 ? null : (
    <ul>
      {[...conditions, ...needs].map(condition => (
        <li>
          <Say words={condition} />
        </li>
      ))}
    </ul>
  )

const Kinds = (props: { rows: readonly KindRow[] }) => (
  <Table
    id="kinds"
    caption={{ zh: '类别和法定途径', en: 'Kinds and lawful routes' }}
    columns={kindColumns}
    rows={props.rows}
  />
)
const kindColumns: readonly Column<KindRow>[] = [
  { title: { zh: '名称', en: 'Name' }, names: true, cell: row => <Say words={row.title} /> },
  { title: { zh: '依据', en: 'Article' }, cell: row => row.article && <Say words={row.article} /> },
]

const Parameters = (props: { rows: readonly ParameterRow[] }) => (
  <Table
    id="parameters"
    narrow="stack"
    caption={{ zh: '本地规定', en: 'Local rules' }}
    columns={parameterColumns}
    rows={props.rows}
  />
)
const parameterColumns: readonly Column<ParameterRow>[] = [
  { title: { zh: '项目', en: 'Rule' }, names: true, cell: row => <Say words={row.title} /> },
  { title: { zh: '现行', en: 'Now' }, cell: row => <Say words={row.value} /> },
  { title: { zh: '来源', en: 'Source' }, cell: row => <Say words={row.source} /> },
  { title: { zh: '自何日起', en: 'Since' }, kind: 'tight', cell: row => row.from && <When at={row.from} /> },
]
