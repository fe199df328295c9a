import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Table } from '../parts/table.tsx'
import { T, Typed } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type Asked = { typed: Readonly<Record<string, readonly string[]>>; errors: Errors }
type Props = {
  years: readonly { year: number; source: string }[]
  days: readonly { day: string; rest: number; name: string; source: string }[]
  year: Asked
  local: Asked
}

export const CalendarPage = ({ years, days, year, local }: Props) => (
  <>
    <ErrorSummary errors={{ ...year.errors, ...local.errors }} />
    <h2>
      <T zh="录入一年的放假安排" en="Load a year’s holidays" />
    </h2>
    <p>
      <T
        zh="照国务院办公厅的通知录入。保存后，未办结事项的期限会在一分钟内重新计算，并逐件留下记录。"
        en="As in the State Council’s notice. Open deadlines are then counted again within a minute, each on record."
      />
    </p>
    <YearForm {...year} />
    <h2>
      <T zh="本地放假或者上班日" en="A day set apart here" />
    </h2>
    <LocalForm {...local} />
    <Table
      id="local-days"
      caption={{ zh: '本地日', en: 'Local days' }}
      rows={days}
      empty={{ zh: '没有本地放假或者上班日', en: 'No local days' }}
      columns={[
        { title: { zh: '日期', en: 'Day' }, kind: 'tight', names: true, cell: row => <When at={row.day} weekday /> },
        {
          title: { zh: '当天', en: 'Is' },
          cell: row => (row.rest === 1 ? <T zh="放假" en="rest" /> : <T zh="上班" en="worked" />),
        },
        { title: { zh: '事由', en: 'Reason' }, cell: row => <Typed inline text={row.name} /> },
        { title: { zh: '依据', en: 'Source' }, cell: row => <Typed inline text={row.source} /> },
      ]}
    />
    <Table
      id="years"
      caption={{ zh: '已录入的年份', en: 'Years loaded' }}
      rows={years}
      columns={[
        { title: { zh: '年份', en: 'Year' }, kind: 'tight', names: true, cell: row => row.year },
        { title: { zh: '依据', en: 'Source' }, cell: row => <Typed inline text={row.source} /> },
      ]}
    />
  </>
)

const YearForm = (asked: Asked) => (
  <Form action={urls.adminCalendar()}>
    <Line {...asked} name="year" label={{ zh: '年份', en: 'Year' }} hint="2027" />
    <Lines
      {...asked}
      name="rest"
      label={{ zh: '放假，每段一行', en: 'Rest, a line for each range' }}
      hint={{
        zh: '首日、末日、节日：2027-01-01 2027-01-03 元旦',
        en: 'First day, last day, holiday: 2027-01-01 2027-01-03 元旦',
      }}
    />
    <Lines
      {...asked}
      name="work"
      label={{ zh: '调休上班的周末，每天一行', en: 'Weekend days worked instead, one a line' }}
      hint="2027-01-09"
      optional
    />
    <Line {...asked} name="source" label={{ zh: '通知文号', en: 'Number of the notice' }} />
    <Actions>
      <Button>
        <T zh="录入" en="Load" />
      </Button>
    </Actions>
  </Form>
)

const LocalForm = (asked: Asked) => (
  <Form action={urls.adminCalendarDays()}>
    <Field
      kind="date"
      name="day"
      label={{ zh: '日期', en: 'Day' }}
      value={asked.typed['day']?.[0]}
      error={asked.errors['day']?.[0]}
    />
    <Field
      kind="radios"
      name="kind"
      label={{ zh: '当天', en: 'That day is' }}
      value={asked.typed['kind']?.[0]}
      options={[
        { value: 'rest', label: { zh: '放假', en: 'Rest' } },
        { value: 'work', label: { zh: '上班', en: 'Worked' } },
      ]}
      error={asked.errors['kind']?.[0]}
    />
    <Line {...asked} name="name" label={{ zh: '事由', en: 'Reason' }} />
    <Line {...asked} name="localSource" label={{ zh: '依据', en: 'Source' }} />
    <Actions>
      <Button kind="secondary">
        <T zh="录入这一天" en="Load the day" />
      </Button>
    </Actions>
  </Form>
)

const Line = (props: Asked & { name: string; label: Words; hint?: Words }) => (
  <Field
    kind="text"
    name={props.name}
    label={props.label}
    hint={props.hint}
    value={props.typed[props.name]?.[0]}
    error={props.errors[props.name]?.[0]}
    autocomplete="off"
    width={props.name === 'year' ? 'short' : 'full'}
  />
)

const Lines = (props: Asked & { name: string; label: Words; hint: Words; optional?: boolean }) => (
  <Field
    kind="textarea"
    name={props.name}
    label={props.label}
    hint={props.hint}
    optional={props.optional}
    rows={7}
    value={props.typed[props.name]?.[0]}
    error={props.errors[props.name]?.[0]}
  />
)
