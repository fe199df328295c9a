import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { Field } from '../parts/field.tsx'
import { Say, T, useWords } from '../parts/words.tsx'

export type Asked = { q: string; state: string; procedure: string; organ: string; overdue: boolean }
export type Choices = { states: Option[]; procedures: Option[]; organs: Option[] }
export type SearchFormProps = { asked: Asked; choices: Choices; hint: Text | undefined }

/** Words, a number, or a person; narrowed by state, procedure and organ. Posted: a person stands in no address. */
export function SearchForm({ asked, choices, hint }: SearchFormProps) {
  const { t } = useWords()
  const any = { zh: '不限', en: 'Any' }
  return (
    <form method="post" action={urls.queue('all')} role="search" aria-label={t({ zh: '查找案件', en: 'Find cases' })}>
      <div class="search">
        <label for="search-q">
          <T zh="查找" en="Find" />
        </label>
        <input type="search" id="search-q" name="q" value={asked.q} data-search aria-describedby="search-about" />
        <Button kind="secondary">
          <T zh="查找" en="Find" />
        </Button>
      </div>
      <p class="field-hint" id="search-about">
        <T
          zh="内容里的两个字以上，编号，或者完整的姓名、电话、身份证号"
          en="Two or more characters of the text, the number, or a whole name, telephone or identity number"
        />
      </p>
      {hint && (
        <p role="status">
          <Say words={hint} />
        </p>
      )}
      <div class="row">
        <Field
          kind="select"
          name="state"
          label={{ zh: '状态', en: 'State' }}
          {...one(asked.state, choices.states)}
          empty={any}
          optional
        />
        <Field
          kind="select"
          name="procedure"
          label={{ zh: '类型', en: 'Procedure' }}
          {...one(asked.procedure, choices.procedures)}
          empty={any}
          optional
        />
        <Field
          kind="select"
          name="organ"
          label={{ zh: '单位', en: 'Organ' }}
          {...one(asked.organ, choices.organs)}
          empty={any}
          optional
        />
        <Field
          kind="checkboxes"
          name="overdue"
          label={{ zh: '期限', en: 'Deadline' }}
          values={asked.overdue ? ['true'] : []}
          options={[{ value: 'true', label: { zh: '只看逾期', en: 'Overdue only' } }]}
        />
      </div>
    </form>
  )
}

const one = (value: string, options: Choices['states']) => ({ value, options })
