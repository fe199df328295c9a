import { raw } from 'hono/html'
import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { ButtonLink, PrintButton } from '../parts/button.tsx'
import { Deadline } from '../parts/deadline.tsx'
import type { DeadlineProps } from '../parts/deadline.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, useWords } from '../parts/words.tsx'
import { ClearDraft } from './filing.tsx'

type ReceiptProps = {
  title: Text
  filed: { number: string; code: string; at: string }
  deadlines: readonly DeadlineProps[]
  /** Where number and code are entered: the printed receipt must say it. */
  address: string
  next: Text | undefined
  /** The number alone, drawn. */
  qr: string
}

/** To be printed or copied down: the query code is shown here and never again. */
export const ReceiptPage = (props: ReceiptProps) => (
  <>
    <Notice tone="success" title={{ zh: '您的事项已经提交', en: 'Your matter has been filed' }} announced>
      <p>
        <T
          zh="请记下或者打印编号和查询码。查询码只在这里显示，遗失后须到信访部门核对身份才能补发。"
          en="Write down or print the number and the query code. The code is shown only here; a new one is given only at the petition office, on proof of who you are."
        />
      </p>
    </Notice>
    <PageHead title={props.title} />
    <div class="receipt">
      <Facts
        facts={[
          { key: { zh: '编号', en: 'Number' }, value: <span class="code">{props.filed.number}</span> },
          { key: { zh: '查询码', en: 'Query code' }, value: <span class="code">{grouped(props.filed.code)}</span> },
          { key: { zh: '查询网址', en: 'Track at' }, value: props.address },
          { key: { zh: '提交时间', en: 'Filed at' }, value: <When at={props.filed.at} /> },
        ]}
      />
      <Qr svg={props.qr} />
    </div>
    <section>
      <h2>
        <T zh="接下来" en="What happens next" />
      </h2>
      {props.next && (
        <p>
          <Say words={props.next} />
        </p>
      )}
      {props.deadlines.map(deadline => (
        <Deadline {...deadline} />
      ))}
      <p>
        <T
          zh="期间可能有工作人员打电话或者在查询页面向您了解情况。"
          en="Staff may telephone you, or ask you something on the tracking page."
        />
      </p>
    </section>
    <div class="actions">
      <ButtonLink href={urls.track()} kind="primary">
        <T zh="查询进度" en="Track it" />
      </ButtonLink>
      <PrintButton>
        <T zh="打印这份回执" en="Print this receipt" />
      </PrintButton>
    </div>
    <ClearDraft />
  </>
)

function Qr(props: { svg: string }) {
  const { t } = useWords()
  return (
    <figure class="receipt-qr">
      <div role="img" aria-label={t({ zh: '编号的二维码', en: 'QR code of the number' })}>
        {raw(props.svg)}
      </div>
      <figcaption class="small muted">
        <T zh="二维码里只有编号" en="Holds the number only" />
      </figcaption>
    </figure>
  )
}

const grouped = (code: string) => code.match(/.{1,5}/g)?.join(' ') ?? code

export const NoReceiptPage = (props: { title: Text }) => (
  <>
    <PageHead title={props.title} />
    <p>
      <T
        zh="回执只能在提交时用的浏览器里、24小时内打开，清除以后也打不开。请用编号和查询码查询。"
        en="A receipt opens only in the browser that filed, within 24 hours, and not after clearing. Please use your number and query code."
      />
    </p>
    <p>
      <ButtonLink href={urls.track()} kind="primary">
        <T zh="查询进度" en="Track a matter" />
      </ButtonLink>
    </p>
  </>
)
