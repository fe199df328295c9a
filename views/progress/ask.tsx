import { Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { T } from '../parts/words.tsx'

export type AskDayProps = { action: string; asOf: string; errors: Errors }

/** As of which day: an ordinary address, so that what the board said then can be linked to. */
export const AskDay = ({ action, asOf, errors }: AskDayProps) => (
  <>
    <ErrorSummary errors={errors} labels={{ asOf: label }} />
    <form method="get" action={action} class="filters" novalidate>
      <Field kind="date" name="asOf" label={label} value={asOf} error={errors['asOf']?.[0]} />
      <Button>
        <T zh="查看" en="Show" />
      </Button>
    </form>
  </>
)

const label = { zh: '截至哪一天', en: 'As of' }
