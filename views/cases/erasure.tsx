import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Facts } from '../parts/facts.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { WhatGoes } from './erasure_warning.tsx'
import type { Order } from './erasures.tsx'

/** One order, what will be destroyed by it, and the password again. */
export const ErasurePage = ({ order, errors }: { order: Order; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <Facts
      facts={[
        { key: { zh: '决定编号', en: 'Order' }, value: order.id },
        { key: { zh: '决定时间', en: 'Ordered' }, value: <When at={order.at} /> },
        { key: { zh: '依据', en: 'Reason' }, value: <Say words={order.reason} /> },
      ]}
    />
    <WhatGoes words={order.words} />
    <Form action={urls.adminErasure(order.id)}>
      <Field
        kind="password"
        name="password"
        label={{ zh: '您的登录密码', en: 'Your own password' }}
        hint={{
          zh: '请核对书面决定上的编号，再输入密码',
          en: 'Check the number on the written order before you type it',
        }}
        error={errors['password']?.[0]}
        autocomplete="current-password"
        width="short"
      />
      <Actions>
        <Button kind="warning">
          <T zh="永久删除" en="Erase for good" />
        </Button>
      </Actions>
    </Form>
    <p>
      <a href={urls.adminErasures()}>
        <T zh="返回清单" en="Back to the list" />
      </a>
    </p>
  </>
)
