import type { Asked } from '../../src/reports/report.ts'
import { Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { T } from '../parts/words.tsx'

export type AskFormProps = {
  action: string
  asked: Asked
  errors: Errors
  procedures: readonly Option[]
  /** The scopes this reader may choose; none where there is only one. */
  organs: readonly Option[]
}

/** What the report is to be about: an ordinary address, so a report can be linked to. */
export const AskForm = ({ action, asked, errors, procedures, organs }: AskFormProps) => (
  <>
    <ErrorSummary errors={errors} labels={labels} />
    <form method="get" action={action} class="filters" novalidate>
      <Field kind="month" name="month" label={labels.month} value={asked.month} error={errors['month']?.[0]} />
      <Field
        kind="date"
        name="through"
        label={labels.through}
        value={asked.through}
        error={errors['through']?.[0]}
        optional
      />
      <Field
        kind="text"
        name="asOf"
        width="short"
        label={labels.asOf}
        value={asked.asOf}
        error={errors['asOf']?.[0]}
        optional
      />
      <Field
        kind="select"
        name="procedure"
        label={labels.procedure}
        value={asked.procedure}
        options={procedures}
        empty={{ zh: '全部', en: 'All' }}
        error={errors['procedure']?.[0]}
        optional
      />
      {organs.length > 0 && (
        <Field
          kind="select"
          name="organ"
          label={labels.organ}
          value={asked.organ}
          options={organs}
          empty={{ zh: '全区', en: 'The district' }}
          error={errors['organ']?.[0]}
          optional
        />
      )}
      {organs.length === 0 && asked.organ !== undefined && <input type="hidden" name="organ" value={asked.organ} />}
      <Button>
        <T zh="统计" en="Count" />
      </Button>
    </form>
  </>
)

const labels = {
  month: { zh: '月份', en: 'Month' },
  through: { zh: '统计到哪一天', en: 'Counted through' },
  asOf: { zh: '按何时已知的情况', en: 'As known on' },
  procedure: { zh: '类型', en: 'Procedure' },
  organ: { zh: '范围', en: 'Scope' },
}
