import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'

type Props = { errors: Errors; isFirst: boolean; isDone: boolean }

export const PasswordPage = ({ errors, isFirst, isDone }: Props) => (
  <>
    <ErrorSummary errors={errors} />
    {isDone && (
      <Notice tone="success" announced>
        <p>
          <T
            zh="密码已修改，您在其他设备上的登录都已退出。"
            en="Your password is changed, and you are signed out everywhere else."
          />
        </p>
      </Notice>
    )}
    <PageHead title={{ zh: '修改密码', en: 'Change your password' }} />
    {isFirst && (
      <Notice tone="warning">
        <p>
          <T
            zh="您的密码是别人设置的。请先换成只有您自己知道的密码，再开始工作。"
            en="Your password was set by someone else. Choose one only you know before you begin."
          />
        </p>
      </Notice>
    )}
    <Form action={urls.password()} plain>
      <Field
        kind="password"
        name="current"
        label={{ zh: '现在的密码', en: 'Present password' }}
        error={errors['current']?.[0]}
        autocomplete="current-password"
        width="short"
      />
      <NewPassword errors={errors} />
      <Actions>
        <Button>
          <T zh="修改密码" en="Change password" />
        </Button>
      </Actions>
    </Form>
    {!isFirst && <Everywhere />}
  </>
)

/** Typed twice, because it is not shown. */
export const NewPassword = ({ errors }: { errors: Errors }) => (
  <>
    <Field
      kind="password"
      name="password"
      label={{ zh: '新密码', en: 'New password' }}
      hint={{
        zh: '至少10个字符，不含登录名。几个不相干的词连在一起，好记又难猜',
        en: 'At least 10 characters, without your login. A few unrelated words are easy to remember and hard to guess',
      }}
      error={errors['password']?.[0]}
      autocomplete="new-password"
      width="short"
    />
    <Field
      kind="password"
      name="again"
      label={{ zh: '再输入一次新密码', en: 'New password again' }}
      error={errors['again']?.[0]}
      autocomplete="new-password"
      width="short"
    />
  </>
)

const Everywhere = () => (
  <section>
    <h2>
      <T zh="退出所有设备" en="Sign out everywhere" />
    </h2>
    <p>
      <T
        zh="如果您在别的电脑上忘了退出，可以在这里让所有登录立即失效，包括这一个。"
        en="If you left yourself signed in on another computer, end every session here at once, this one too."
      />
    </p>
    <Form action={urls.passwordSessions()} plain>
      <Button kind="secondary">
        <T zh="退出所有设备" en="Sign out everywhere" />
      </Button>
    </Form>
  </section>
)
