import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T, useWords } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { organOptions } from './organ_options.ts'
import { Line, Place } from './person-fields.tsx'
import type { Asked } from './person-fields.tsx'

export type PersonLine = {
  id: string
  name: string
  login: string
  zh: string
  en: string
  active: number
  locked_until: string | null
  must_change: number | null
  titles: readonly Words[]
  /** Another administrator is listed, and looked after by somebody else. */
  isManaged: boolean
}

type PeopleProps = Asked & {
  rows: readonly PersonLine[]
  asked: { in?: string | undefined; q?: string | undefined }
  next: string | undefined
  now: string
}

export const PeoplePage = (props: PeopleProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <Find {...props} />
    <Table
      id="people"
      caption={{ zh: '人员名录', en: 'People' }}
      rows={props.rows}
      narrow="stack"
      empty={{ zh: '没有符合条件的人员', en: 'Nobody fits' }}
      columns={[
        {
          title: { zh: '姓名', en: 'Name' },
          names: true,
          cell: row =>
            row.isManaged ? (
              <a href={urls.adminPerson(row.id)}>
                <Say words={row.name} />
              </a>
            ) : (
              <Say words={row.name} />
            ),
        },
        { title: { zh: '登录名', en: 'Login' }, cell: row => <code>{row.login}</code> },
        { title: { zh: '单位', en: 'Organ' }, cell: row => <Say words={row} /> },
        { title: { zh: '角色', en: 'Roles' }, cell: row => <Titles titles={row.titles} /> },
        { title: { zh: '账号', en: 'Account' }, cell: row => <Standing row={row} now={props.now} /> },
      ]}
    />
    <Pager next={props.next} />
    <h2>
      <T zh="添加人员" en="Add a person" />
    </h2>
    <Form action={urls.adminPeople()}>
      <Line {...props} name="name" label={{ zh: '姓名', en: 'Name' }} />
      <Line
        {...props}
        name="login"
        label={{ zh: '登录名', en: 'Login' }}
        hint={{ zh: '小写字母和数字，例如 liming', en: 'Lower-case letters and digits, for example liming' }}
      />
      <Place {...props} />
      <Actions>
        <Button>
          <T zh="添加，并显示一次性密码" en="Add, and show a one-time password" />
        </Button>
      </Actions>
    </Form>
  </>
)

const Titles = ({ titles }: { titles: readonly Words[] }) => {
  const { lang, t } = useWords()
  return <>{titles.map(t).join(lang === 'zh' ? '、' : ', ')}</>
}

const Standing = ({ row, now }: { row: PersonLine; now: string }) =>
  row.active === 0 ? (
    <Tag words={{ zh: '已停用', en: 'Closed' }} />
  ) : (row.locked_until ?? '') > now ? (
    <Tag words={{ zh: '暂时锁定', en: 'Locked' }} tone="late" />
  ) : row.must_change === 1 ? (
    <Tag words={{ zh: '待改密码', en: 'New password due' }} tone="attention" />
  ) : (
    <Tag words={{ zh: '启用', en: 'Open' }} tone="done" />
  )

const Find = ({ asked, organs }: PeopleProps) => {
  const { t } = useWords()
  return (
    <form class="filters" method="get" action={urls.adminPeople()} role="search">
      <Field
        kind="select"
        name="in"
        label={{ zh: '单位', en: 'Organ' }}
        value={asked.in}
        options={organOptions(organs)}
        empty={{ zh: '全部单位', en: 'Every organ' }}
        optional
      />
      <Field
        kind="text"
        name="q"
        label={{ zh: '姓名或者登录名，从头几个字找', en: 'Name or login begins with' }}
        value={asked.q}
        width="short"
        optional
      />
      <button type="submit" class="button button-secondary" aria-label={t({ zh: '查找人员', en: 'Find people' })}>
        <T zh="查找" en="Find" />
      </button>
    </form>
  )
}
