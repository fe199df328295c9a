import { breakdownsOf } from './batch_breakdowns.ts'
import { mattersOf } from './batch_matters.ts'
import { byClass } from './batch_by_class.ts'
import { byOrgan } from './batch_by_organ.ts'
import { openWith } from './batch_open.ts'
import { promises } from './batch_promises.ts'
import type { ReportKind } from './registry.ts'
import { sessionMetrics } from './session_metrics.ts'

/** 办理情况通报: how far a session's suggestions or proposals have come, who answered them, and what was kept. */
export const suggestionsAndProposals: ReportKind = {
  slug: 'suggestions-and-proposals',
  title: { zh: '建议提案办理情况通报', en: 'Suggestions and proposals' },
  lead: {
    zh: '一个届次的建议或者提案：立案、面商、办复、评价和落实',
    en: 'A session’s suggestions or proposals: filed, contacted, answered, rated and carried out',
  },
  period: 'session',
  of: 'district',
  metrics: sessionMetrics,
  headline: {
    counts: ['submitted', 'filed', 'merged', 'overdue', 'silent', 'redone'],
    rates: ['answer_rate', 'answer_on_time_rate', 'satisfaction_first', 'satisfaction_latest', 'carry_out_rate'],
    sum: { of: ['submitted'], is: ['filed', 'merged', 'not_filed', 'withdrawn', 'undecided'] },
  },
  tables: async (db, question) => {
    const matters = await mattersOf(db, question)
    return [
      await byOrgan(db, question),
      await byClass(db, question, matters),
      ...(await breakdownsOf(db, question, matters)),
      await openWith(db, question, matters),
      await promises(db, question, matters),
    ]
  },
}
