import { urls } from '../../src/http/urls.ts'
import { Notice } from '../parts/notice.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'

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
