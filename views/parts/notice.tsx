import type { Child } from 'hono/jsx'
import type { Text } from '../../src/law/words.ts'
import { Say } from './words.tsx'
import type { Words } from './words.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

/** A banner that says its own kind. What has just happened is announced; what stands there anyway is not. */
export const Notice = (props: { tone: NoticeTone; title?: Words; children?: Child; announced?: boolean }) => (
  <div class={`notice notice-${props.tone}`} role={props.announced ? role[props.tone] : undefined}>
    <p class="notice-title">
      <Say words={props.title ?? kind[props.tone]} />
    </p>
    {props.children}
  </div>
)

const kind = {
  info: { zh: '请知悉', en: 'Please note' },
  success: { zh: '已完成', en: 'Done' },
  warning: { zh: '请注意', en: 'Important' },
  error: { zh: '未能完成', en: 'Not done' },
} satisfies Record<NoticeTone, Text>

const role = { info: 'status', success: 'status', warning: 'alert', error: 'alert' } satisfies Record<
  NoticeTone,
  string
>
