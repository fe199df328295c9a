import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T, useWords } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { organOptions } from './organ_options.ts'
import type { OrganRow } from './organ_options.ts'

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
}

type Asked = {
  organs: readonly OrganRow[]
  roles: readonly Option[]
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
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
          cell: row => <a href={urls.adminPerson(row.id)}>{row.name}</a>,
        },
        { title: { zh: '登录名', en: 'Login' }, cell: row => row.login },
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

type PersonProps = Asked & { person: { id: string; login: string }; isLocked: boolean }

export const PersonPage = (props: PersonProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <p>
      <T zh={`登录名：${props.person.login}`} en={`Login: ${props.person.login}`} />
    </p>
    <Form action={urls.adminPerson(props.person.id)}>
      <Line {...props} name="name" label={{ zh: '姓名', en: 'Name' }} />
      <Place {...props} />
      <Field
        kind="checkboxes"
        name="active"
        label={{ zh: '账号', en: 'Account' }}
        values={props.typed['active'] ?? []}
        options={[
          {
            value: 'yes',
            label: { zh: '启用', en: 'Open' },
            hint: {
              zh: '取消后立即退出，不能再登录，办过的事项不变',
              en: 'Without it they are signed out at once and cannot return; what they did stays',
            },
          },
        ]}
        optional
      />
      <Actions>
        <Button>
          <T zh="保存变更" en="Save" />
        </Button>
      </Actions>
    </Form>
    <h2>
      <T zh="登录" en="Signing in" />
    </h2>
    {props.isLocked && (
      <Form action={urls.adminPersonUnlock(props.person.id)}>
        <p>
          <T zh="连续输错密码，账号暂时锁定。" en="Locked for a while after wrong passwords." />
        </p>
        <Button kind="secondary">
          <T zh="立即解锁" en="Unlock now" />
        </Button>
      </Form>
    )}
    <Form action={urls.adminPersonPassword(props.person.id)}>
      <p>
        <T
          zh="重置后显示一次性密码；本人的所有登录立即退出，下次登录须先改密码。"
          en="Shows a one-time password; every session ends, and the password must be changed at the next sign-in."
        />
      </p>
      <Button kind="warning">
        <T zh="重置密码" en="Reset the password" />
      </Button>
    </Form>
  </>
)

/** Shown once. */
export const OneTimePassword = (props: { name: string; login: string; password: string }) => (
  <>
    <Notice tone="success" announced>
      <p>
        <T
          zh="请当面把一次性密码交给本人。离开这一页就不再显示；本人登录后须先改密码。"
          en="Hand the one-time password over in person. It is not shown again, and must be changed at the first sign-in."
        />
      </p>
    </Notice>
    <dl class="facts">
      <Known title={{ zh: '姓名', en: 'Name' }} value={props.name} />
      <Known title={{ zh: '登录名', en: 'Login' }} value={props.login} />
      <Known title={{ zh: '一次性密码', en: 'One-time password' }} value={props.password} />
    </dl>
    <p>
      <a href={urls.adminPeople()}>
        <T zh="返回人员名录" en="Back to the people" />
      </a>
    </p>
  </>
)

const Known = (props: { title: Words; value: string }) => (
  <div>
    <dt>
      <Say words={props.title} />
    </dt>
    <dd>
      <strong>{props.value}</strong>
    </dd>
  </div>
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

const Place = (props: Asked) => (
  <>
    <Field
      kind="select"
      name="organ"
      label={{ zh: '单位', en: 'Organ' }}
      value={props.typed['organ']?.[0]}
      options={organOptions(props.organs)}
      error={props.errors['organ']?.[0]}
    />
    <Field
      kind="checkboxes"
      name="roles"
      label={{ zh: '角色', en: 'Roles' }}
      values={props.typed['roles'] ?? []}
      options={props.roles}
      error={props.errors['roles']?.[0]}
    />
  </>
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
    width="short"
  />
)
