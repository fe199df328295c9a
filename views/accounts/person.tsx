import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { T } from '../parts/words.tsx'
import { Line, Place } from './person-fields.tsx'
import type { Asked } from './person-fields.tsx'

type PersonProps = Asked & { person: { id: string; login: string }; isLocked: boolean }

/** One person's standing, and what may be done about their signing in. */
export const PersonPage = (props: PersonProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <p>
      <T zh="登录名：" en="Login: " />
      <code>{props.person.login}</code>
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
