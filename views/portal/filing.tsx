import type { Child } from 'hono/jsx'
import { urls } from '../../src/http/urls.ts'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/notice.tsx'
import { BackLink } from '../parts/page-head.tsx'
import { T, useWords } from '../parts/words.tsx'

export type FilingFrame = {
  action: string
  version: number
  /** The question before, or the check where one came from there. */
  back: string
  returns: boolean
  place: { step: number; of: number }
}

/** Around every question: the way back, how far it is, what went wrong between two windows, and a clean sweep. */
export const Filing = (props: { frame: FilingFrame; isStale?: boolean; children: Child }) => (
  <>
    <BackLink href={props.frame.back} />
    <Place {...props.frame.place} />
    {props.isStale && <Stale />}
    {props.children}
    <ClearDraft />
  </>
)

function Place({ step, of }: FilingFrame['place']) {
  const { t } = useWords()
  return <p class="page-above">{t({ zh: `第 ${step} 步，共 ${of} 步`, en: `Step ${step} of ${of}` })}</p>
}

/** What the form must carry so that an old window cannot overwrite a newer one unnoticed. */
export const Carried = ({ version, returns }: FilingFrame) => (
  <>
    <input type="hidden" name="version" value={String(version)} />
    {returns && <input type="hidden" name="back" value="check" />}
  </>
)

const Stale = () => (
  <Notice
    tone="warning"
    title={{ zh: '另一个窗口已经改过这份材料', en: 'Another window has changed this draft' }}
    announced
  >
    <p>
      <T
        zh="您刚才填写的内容没有保存，还在下面。请核对；再按一次按钮，就以这一页为准。"
        en="What you just typed was not saved and is still below. Check it; pressing the button again keeps what this page says."
      />
    </p>
  </Notice>
)

/** On a shared device nothing must stay behind. */
export const ClearDraft = () => (
  <section class="clear-draft">
    <Form action={urls.file()} plain>
      <p class="muted">
        <T
          zh="在公用的电脑或者手机上填写？离开前请清除。不清除的，24小时后自动删除。"
          en="On a shared computer or phone? Clear before you leave. Otherwise it is deleted after 24 hours."
        />
      </p>
      <Button kind="secondary">
        <T zh="清除我填写的内容" en="Clear what I typed" />
      </Button>
    </Form>
  </section>
)

/** Beside every upload (《保守国家秘密法》 art. 31). */
export const NoSecrets = () => (
  <Notice tone="warning" title={{ zh: '不要填写或者上传国家秘密', en: 'No state secrets here' }}>
    <p>
      <T
        zh="本系统不处理国家秘密、工作秘密。涉密事项请当面向信访部门反映，不要在网上填写或者上传。"
        en="This system does not handle state or work secrets. Bring such matters to the petition office in person; do not type or upload them."
      />
    </p>
  </Notice>
)
