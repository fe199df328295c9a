import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Actions, ButtonLink, PrintButton } from '../parts/button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type CodeProps = { number: string; code?: string; at: string; address: string }

/** For the petitioner, on paper: the new code stands here once and nowhere else. */
export const CodePage = (props: CodeProps) => (
  <>
    <PageHead title={{ zh: '新的查询码', en: 'New query code' }} {...(props.code && { lead: handOver })} />
    {props.code === undefined && <Shown />}
    <div class="receipt">
      <Facts
        facts={[
          { key: { zh: '编号', en: 'Number' }, value: <span class="code">{props.number}</span> },
          props.code && {
            key: { zh: '查询码', en: 'Query code' },
            value: <span class="code">{grouped(props.code)}</span>,
          },
          { key: { zh: '查询网址', en: 'Track at' }, value: <Typed text={props.address} inline /> },
          { key: { zh: '补发时间', en: 'Given' }, value: <When at={props.at} /> },
        ]}
      />
    </div>
    <Actions>
      {props.code && (
        <PrintButton>
          <T zh="打印" en="Print" />
        </PrintButton>
      )}
      <ButtonLink href={urls.case(props.number)}>
        <T zh="打开本件" en="Open the case" />
      </ButtonLink>
    </Actions>
  </>
)

const Shown = () => (
  <Notice tone="warning" title={{ zh: '查询码已经显示过', en: 'The code was shown already' }}>
    <p>
      <T
        zh="查询码只显示一次，这里不再显示。没有交给信访人的，请核对证件后再补发一次。"
        en="A code is shown once and not again. If it did not reach the petitioner, check the document and give a new one."
      />
    </p>
  </Notice>
)

const grouped = (code: string) => code.match(/.{1,5}/g)?.join(' ') ?? code

const handOver: Text = {
  zh: '请把查询码当面交给信访人。它只在这里显示一次，经办人不得留存；原查询码已经作废。',
  en: 'Hand the code to the petitioner in person. It is shown only here and only once; do not keep it. The old code is void.',
}
