import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'

type SignInProps = {
  title: Text
  number: string | undefined
  errors: Errors
  /** What was being written when the half hour ended. */
  kept: Readonly<Record<string, readonly string[] | undefined>>
}

/** Number and code, both on the receipt. */
export const SignInPage = (props: SignInProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <PageHead title={props.title} />
    <Form action={urls.track()} plain>
      {Object.entries(props.kept).flatMap(([name, values]) =>
        (values ?? []).map(value => <input type="hidden" name={name} value={value} />),
      )}
      <Field
        kind="text"
        name="number"
        label={{ zh: '编号', en: 'Number' }}
        hint={{ zh: '回执上的编号，例如 XF20260105-123456', en: 'On your receipt, such as XF20260105-123456' }}
        value={props.number}
        autocomplete="off"
        maxLength={80}
      />
      <Field
        kind="text"
        name="code"
        label={{ zh: '查询码', en: 'Query code' }}
        hint={{ zh: '回执上的十位查询码，不分大小写', en: 'Ten characters on your receipt, upper or lower case' }}
        autocomplete="off"
        width="short"
        maxLength={20}
      />
      <Actions>
        <Button>
          <T zh="查询" en="Track" />
        </Button>
      </Actions>
    </Form>
    <section>
      <h2>
        <T zh="查询码丢了" en="If you lost the code" />
      </h2>
      <p>
        <T
          zh="请带身份证件到信访部门，核对身份后补发。工作人员不会在电话里向您要查询码。"
          en="Bring your identity card to the petition office and you are given a new one. Staff never ask for the code by telephone."
        />
      </p>
    </section>
  </>
)
