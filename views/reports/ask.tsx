import type { Asked, PeriodKind } from '../../src/reports/report.ts'
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
  period: PeriodKind
  sessions: readonly Option[]
  /** The procedures one may choose; none where the report is of one. */
  procedures: readonly Option[]
  /** Asked of one organ, and not of the district. */
  isOfOrgan: boolean
  /** The scopes this reader may choose; none where there is only one. */
  organs: readonly Option[]
}

/** What the report is to be about: an ordinary address, so a report can be linked to. */
export const AskForm = ({ action, period, asked, errors, sessions, procedures, organs, isOfOrgan }: AskFormProps) => (
  <>
    <ErrorSummary errors={errors} labels={isOfOrgan ? { ...labels, organ: unit } : labels} />
    <form method="get" action={action} class="filters" novalidate>
      <PeriodField period={period} asked={asked} errors={errors} sessions={sessions} />
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
        hint={asOfHint}
        value={asked.asOf}
        error={errors['asOf']?.[0]}
        optional
      />
      {procedures.length > 0 && (
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
      )}
      {organs.length > 0 && (
        <Field
          kind="select"
          name="organ"
          label={isOfOrgan ? unit : labels.organ}
          value={asked.organ}
          options={organs}
          empty={isOfOrgan ? { zh: '请选择', en: 'Choose' } : { zh: '全区', en: 'The district' }}
          error={errors['organ']?.[0]}
          optional={!isOfOrgan}
        />
      )}
      {organs.length === 0 && asked.organ !== undefined && <input type="hidden" name="organ" value={asked.organ} />}
      <Button>
        <T zh="查看" en="Show" />
      </Button>
    </form>
  </>
)

type PeriodProps = Pick<AskFormProps, 'period' | 'asked' | 'errors' | 'sessions'>

const PeriodField = ({ period, asked, errors, sessions }: PeriodProps) =>
  period === 'session' ? (
    <Field
      kind="select"
      name="session"
      label={labels.session}
      value={asked.session}
      options={sessions}
      error={errors['session']?.[0]}
    />
  ) : (
    <Field
      {...(period === 'month' ? { kind: 'month' } : { kind: 'text', width: 'short' })}
      name={period}
      label={labels[period]}
      value={asked[period]}
      error={errors[period]?.[0]}
    />
  )

const unit = { zh: '单位', en: 'Organ' }

const asOfHint = {
  zh: '留空为现在；可填日期或带时区的时刻',
  en: 'Empty means now; a day or an instant with its offset',
}

const labels = {
  month: { zh: '月份', en: 'Month' },
  year: { zh: '年份', en: 'Year' },
  session: { zh: '届次', en: 'Session' },
  through: { zh: '统计到哪一天', en: 'Counted through' },
  asOf: { zh: '按某一时点已知的情况统计', en: 'As known at an instant' },
  procedure: { zh: '类型', en: 'Procedure' },
  organ: { zh: '范围', en: 'Scope' },
}
