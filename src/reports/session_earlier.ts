import type { Earlier } from './metric.ts'
import { counted } from './session_metric.ts'

/** A deadline missed stayed missed, whoever was given the matter since; one that lay ahead counted with a through day after it. */
export const overdueBefore: readonly Earlier[] = [
  {
    version: '1',
    until: '2026-11-29',
    formula: {
      zh: '答复期限（含延期、重新办理的期限）在统计截止日以前届满、未在统计截止日以前按该期限答复的',
      en: 'filed, not answered, and a deadline to answer, as extended or as set by a redo, lies before the through day and was not met',
    },
    numerator: counted(['filed', 'overdueByName'], { lacks: ['answered'] }),
  },
]
