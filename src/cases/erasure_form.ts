import { z } from 'zod'
import type { Text } from '../law/words.ts'
import { choice } from '../procedures/fields.ts'

/** 《个人信息保护法》 art. 47 (1): when personal information is to be deleted. Chosen and not typed: it names nobody. */
// prettier-ignore
export const grounds = {
  'PIPL 47(1)': { zh: '（一）处理目的已实现、无法实现，或者不再必要', en: '(1) The purpose is fulfilled, cannot be, or no longer needs it' },
  'PIPL 47(2)': { zh: '（二）停止服务，或者保存期限已届满', en: '(2) The service has ended, or the time of keeping is over' },
  'PIPL 47(3)': { zh: '（三）个人撤回同意', en: '(3) The person takes back their consent' },
  'PIPL 47(4)': { zh: '（四）违反法律、行政法规或者约定处理', en: '(4) It was handled against law, regulation or agreement' },
  'PIPL 47(5)': { zh: '（五）法律、行政法规规定的其他情形', en: '(5) Another case provided for by law or regulation' },
} as const satisfies Readonly<Record<string, Text>>

export type Ground = keyof typeof grounds

/** A reason as it was recorded: a ground, or what was typed on the command line. */
export const sayReason = (reason: string): Text =>
  Object.entries(grounds).find(([ground]) => ground === reason)?.[1] ?? { zh: reason, en: reason }

export const orderForm = z.object({
  reason: choice(
    { zh: '依据《个人信息保护法》第四十七条', en: 'Ground (Personal Information Protection Law, art. 47)' },
    grounds,
  ),
  words: choice(
    { zh: '正文和附件', en: 'Texts and files' },
    {
      destroy: { zh: '一并删除', en: 'Destroyed too' },
      keep: { zh: '保留，已看过其中没有当事人的信息', en: 'Kept: I have read them, and they name nobody' },
    },
  ),
})
