import { urls } from '../../src/http/urls.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { NewPassword } from './password.tsx'

type Props = { action: string; typed: Readonly<Record<string, readonly string[]>>; errors: Errors }

export const DistrictSetUpPage = (props: Props) => (
  <>
    <ErrorSummary errors={props.errors} />
    <PageHead
      title={{ zh: '建立本区的系统', en: 'Set up your district' }}
      lead={{
        zh: '只需填写一次。完成后您会得到另外两位管理员的一次性链接。',
        en: 'This is done once. You will then get one-time links for the two other administrators.',
      }}
    />
    <Form action={props.action} plain>
      <h2>
        <T zh="机关" en="Organs" />
      </h2>
      <Line
        {...props}
        name="governmentZh"
        label={{ zh: '本级人民政府（中文）', en: 'Government, in Chinese' }}
        hint="某某区人民政府"
      />
      <Line {...props} name="governmentEn" label={{ zh: '本级人民政府（英文）', en: 'Government, in English' }} />
      <Line
        {...props}
        name="officeZh"
        label={{ zh: '信访部门（中文）', en: 'Petition office, in Chinese' }}
        hint="某某区信访局"
      />
      <Line {...props} name="officeEn" label={{ zh: '信访部门（英文）', en: 'Petition office, in English' }} />
      <Line
        {...props}
        name="superiorZh"
        label={{ zh: '上级信访部门（中文）', en: 'Petition office above, in Chinese' }}
        optional
      />
      <Line
        {...props}
        name="superiorEn"
        label={{ zh: '上级信访部门（英文）', en: 'Petition office above, in English' }}
        optional
      />
      <h2>
        <T zh="第一位系统管理员" en="First system administrator" />
      </h2>
      <Person {...props} />
      <Actions>
        <Button>
          <T zh="建立系统" en="Set up" />
        </Button>
      </Actions>
    </Form>
  </>
)

export const PersonSetUpPage = (props: Props & { role: Words }) => (
  <>
    <ErrorSummary errors={props.errors} />
    <PageHead
      title={props.role}
      lead={{
        zh: '这个链接只能用一次。系统管理员、单位管理员、安全审计员须由三个不同的人担任。',
        en: 'This link works once. The system, unit and security administrators are three different people.',
      }}
    />
    <Form action={props.action} plain>
      <Person {...props} />
      <Actions>
        <Button>
          <T zh="建立账号" en="Create the account" />
        </Button>
      </Actions>
    </Form>
  </>
)

/** Shown once: the links are kept nowhere. */
export const LinksPage = ({ links }: { links: readonly { role: Words; href: string }[] }) => (
  <>
    <PageHead title={{ zh: '系统已经建立', en: 'Your district is set up' }} />
    <Notice tone="warning" announced>
      <p>
        <T
          zh="请现在就把下面两个链接分别交给两位不同的人。每个链接只能用一次，离开这一页就不再显示。"
          en="Give these two links to two different people now. Each works once, and they are not shown again."
        />
      </p>
    </Notice>
    <dl class="facts">
      {links.map(({ role, href }) => (
        <div>
          <dt>
            <Say words={role} />
          </dt>
          <dd class="code">{href}</dd>
        </div>
      ))}
    </dl>
    <Actions>
      <ButtonLink href={urls.login()} kind="primary">
        <T zh="去登录" en="Sign in" />
      </ButtonLink>
    </Actions>
  </>
)

const Person = (props: Props) => (
  <>
    <Line {...props} name="name" label={{ zh: '姓名', en: 'Name' }} />
    <Line
      {...props}
      name="login"
      label={{ zh: '登录名', en: 'Login' }}
      hint={{ zh: '小写字母和数字', en: 'Lower-case letters and digits' }}
    />
    <NewPassword errors={props.errors} />
  </>
)

const Line = (props: Props & { name: string; label: Words; hint?: Words; optional?: boolean }) => (
  <Field
    kind="text"
    name={props.name}
    label={props.label}
    hint={props.hint}
    optional={props.optional}
    value={props.typed[props.name]?.[0]}
    error={props.errors[props.name]?.[0]}
    autocomplete="off"
  />
)
