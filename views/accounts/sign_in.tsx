import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'

type Props = { back: string; login?: string; error?: Words }

/** Citizens need no account: the page says so before it asks. */
export const SignInPage = ({ back, login, error }: Props) => (
  <>
    <ErrorSummary errors={error ? { login: [error] } : {}} />
    <PageHead
      title={{ zh: '工作人员登录', en: 'Sign in' }}
      lead={{
        zh: '这里供机关工作人员登录。群众反映问题、查询进度不用登录。',
        en: 'For officials. Nobody needs to sign in to file a matter or to track one.',
      }}
    />
    <Form action={urls.login()} plain>
      {back !== '' && <input type="hidden" name="back" value={back} />}
      <Field
        kind="text"
        name="login"
        label={{ zh: '登录名', en: 'Login' }}
        value={login}
        error={error}
        autocomplete="username"
        width="short"
      />
      <Field
        kind="password"
        name="password"
        label={{ zh: '密码', en: 'Password' }}
        autocomplete="current-password"
        width="short"
      />
      <Actions>
        <Button>
          <T zh="登录" en="Sign in" />
        </Button>
      </Actions>
    </Form>
  </>
)
