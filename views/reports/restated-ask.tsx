import type { Asked } from '../../src/reports/report.ts'
import { Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { T } from '../parts/words.tsx'

export type RestatedAsk = { action: string; asked: Asked & { against?: string | undefined }; errors: Errors }

/** Which month, and the two instants; what else was asked is kept. */
export const AskRestated = ({ action, asked, errors }: RestatedAsk) => (
  <>
    <ErrorSummary errors={errors} labels={labels} />
    <form method="get" action={action} class="filters" novalidate>
      <Field kind="month" name="month" label={labels.month} value={asked.month} error={errors['month']?.[0]} />
      {(['asOf', 'against'] as const).map(name => (
        <Field
          kind="text"
          name={name}
          width="short"
          label={labels[name]}
          value={asked[name]}
          error={errors[name]?.[0]}
          optional
        />
      ))}
      {asked.through !== undefined && <input type="hidden" name="through" value={asked.through} />}
      {asked.procedure !== undefined && <input type="hidden" name="procedure" value={asked.procedure} />}
      <Button>
        <T zh="对照" en="Compare" />
      </Button>
    </form>
  </>
)

const labels = {
  month: { zh: '月份', en: 'Month' },
  through: { zh: '统计到哪一天', en: 'Counted through' },
  procedure: { zh: '类型', en: 'Procedure' },
  asOf: { zh: '原报告按何时已知', en: 'The report as known on' },
  against: { zh: '对照何时已知', en: 'Against what is known on' },
}
