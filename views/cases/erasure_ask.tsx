import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { T } from '../parts/words.tsx'
import { WhatGoes } from './erasure_warning.tsx'

export type Asked = {
  number: string
  grounds: Readonly<Record<string, Text>>
  /** Other cases of the same person that the reader may see. */
  alsoIn: readonly string[]
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

/** On what ground, and whether the words go too. */
export const Ask = ({ number, grounds, alsoIn, typed, errors }: Asked) => (
  <>
    <WhatGoes />
    {alsoIn.length > 0 && (
      <Notice tone="info">
        <p>
          <T
            zh="同一证件号码或者电话还在这些案件里，须分别决定："
            en="The same identity number or telephone is in other cases, each to be ordered by itself: "
          />
          {alsoIn.map(other => (
            <>
              <a href={urls.case(other)}>{other}</a>{' '}
            </>
          ))}
        </p>
      </Notice>
    )}
    <Form action={urls.caseErasure(number)}>
      <Field
        kind="radios"
        name="reason"
        label={{ zh: '依据《个人信息保护法》第四十七条', en: 'Ground (Personal Information Protection Law, art. 47)' }}
        value={typed['reason']?.[0]}
        options={Object.entries(grounds).map(([value, label]) => ({ value, label }))}
        error={errors['reason']?.[0]}
      />
      <Field
        kind="radios"
        name="words"
        label={{ zh: '正文和附件', en: 'Texts and files' }}
        value={typed['words']?.[0]}
        options={[
          { value: 'destroy', label: { zh: '一并删除', en: 'Destroyed too' } },
          {
            value: 'keep',
            label: { zh: '保留，已看过其中没有当事人的信息', en: 'Kept: I have read them, and they name nobody' },
          },
        ]}
        error={errors['words']?.[0]}
      />
      <Actions>
        <Button kind="warning">
          <T zh="决定删除" en="Order the erasure" />
        </Button>
      </Actions>
    </Form>
  </>
)
