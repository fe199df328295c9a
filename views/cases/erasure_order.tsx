import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { Ask } from './erasure_ask.tsx'
import type { Asked } from './erasure_ask.tsx'

type Order = { id: string; at: string; words: boolean; reason: Text }
type Props = Asked & { title: Text; order: Order | undefined }

/** The head of an office orders an erasure, or takes back an order that was not carried out. */
export const ErasureOrderPage = (props: Props) => (
  <>
    <ErrorSummary errors={props.errors} />
    <PageHead
      title={props.title}
      above={
        <>
          <a href={urls.case(props.number)}>{props.number}</a>
        </>
      }
    />
    {props.order ? <Waiting number={props.number} order={props.order} /> : <Ask {...props} />}
  </>
)

const Waiting = ({ number, order }: { number: string; order: Order }) => (
  <>
    <Notice tone="info">
      <p>
        <T zh={`决定编号 ${order.id}，作出于 `} en={`Order ${order.id} of `} />
        <When at={order.at} />
        <T zh="，依据：" en=": " />
        <Say words={order.reason} />
      </p>
      <p>
        <T
          zh="请把编号写进书面决定，交系统管理员执行；管理员看不到案件内容。"
          en="Put its number on the written order for the system administrator, who sees nothing of the case."
        />
      </p>
    </Notice>
    <Form action={urls.caseErasureWithdraw(number)}>
      <Button kind="secondary">
        <T zh="撤销决定" en="Take the order back" />
      </Button>
    </Form>
  </>
)
