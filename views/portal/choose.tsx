import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'
import { ClearDraft } from './filing.tsx'

type ChooseProps = {
  procedures: readonly { id: string; title: Text }[]
  cleared: boolean
  draft: { href: string; isFiled: boolean } | undefined
}

/** What one may file here, and what one began earlier. */
export const ChoosePage = (props: ChooseProps) => (
  <>
    {props.cleared && (
      <Notice tone="success" title={{ zh: '已清除您填写的内容', en: 'What you typed has been cleared' }} announced />
    )}
    <PageHead
      title={{ zh: '我要反映', en: 'File a matter' }}
      lead={{
        zh: '一步一步填写，大约需要十分钟，不需要注册。',
        en: 'One question at a time, about ten minutes, no account needed.',
      }}
    />
    {props.draft && <Standing {...props.draft} />}
    <ul class="choices-list">
      {props.procedures.map(({ id, title }) => (
        <li>
          <a href={urls.fileStep(id, 'start')}>
            <Say words={title} />
          </a>
          <p>
            <Say words={about[id] ?? { zh: '', en: '' }} />
          </p>
        </li>
      ))}
    </ul>
    <p>
      <T zh="紧急危险请先拨打110、119、120。" en="In an emergency call 110, 119 or 120 first." />
    </p>
    {props.draft && <ClearDraft />}
  </>
)

const Standing = (props: { href: string; isFiled: boolean }) => (
  <Notice
    tone="info"
    title={
      props.isFiled
        ? { zh: '这个浏览器里有一份已提交的回执', en: 'This browser holds a receipt' }
        : { zh: '您有一份没有填完的材料', en: 'You have begun a draft' }
    }
  >
    <p>
      <ButtonLink href={props.href}>
        {props.isFiled ? <T zh="查看回执" en="See the receipt" /> : <T zh="接着填写" en="Go on with it" />}
      </ButtonLink>
    </p>
  </Notice>
)

const about: Readonly<Record<string, Text>> = {
  petition: {
    zh: '向本区机关、单位提出请求、建议、意见，或者检举控告。',
    en: 'Requests, suggestions and reports of wrongdoing, to the organs of this district.',
  },
  'service-request': {
    zh: '日常生活里需要有人来处理的事：停水、路灯、噪声。',
    en: 'Everyday matters somebody must see to: water, street lights, noise.',
  },
}
