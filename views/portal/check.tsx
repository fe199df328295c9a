import type { Text } from '../../src/law/words.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Form } from '../parts/form.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { Carried, Filing } from './filing.tsx'
import type { FilingFrame } from './filing.tsx'

/** A value that is a string was typed; a text is the interface's own word for what was chosen. */
export type FiledAnswer = { key: Text; values: readonly Words[]; isFiles: boolean; change: string }

type CheckProps = {
  title: Text
  frame: FilingFrame
  answers: readonly FiledAnswer[]
  files: readonly { name: string }[]
  errors: Errors
  isStale: boolean
}

/** Everything once more, before it is filed. */
export const CheckPage = (props: CheckProps) => (
  <Filing frame={props.frame} isStale={props.isStale}>
    <ErrorSummary errors={props.errors} />
    <h1>
      <Say words={props.title} />
    </h1>
    <SummaryList
      answers={props.answers.map(({ key, values, isFiles, change }) => ({
        key,
        change,
        value: (
          <Values
            values={isFiles ? props.files.map(({ name }) => name) : values}
            none={isFiles ? noFiles : undefined}
          />
        ),
      }))}
    />
    <p>
      <T
        zh="提交后不能修改，但可以随时补充材料或者撤回。"
        en="Once filed it cannot be changed, but you may add material or withdraw it at any time."
      />
    </p>
    <Form action={props.frame.action} plain>
      <Carried {...props.frame} />
      <Actions>
        <Button>
          <T zh="确认提交" en="File it" />
        </Button>
      </Actions>
    </Form>
  </Filing>
)

const noFiles: Text = { zh: '没有', en: 'None' }

const Values = (props: { values: readonly Words[]; none: Text | undefined }) =>
  props.values.length === 0 ? (
    <span class="muted">
      <Say words={props.none ?? { zh: '未填', en: 'Not given' }} />
    </span>
  ) : (
    <>{props.values.map(value => (typeof value === 'string' ? <Typed text={value} /> : <Chosen words={value} />))}</>
  )

const Chosen = (props: { words: Words }) => (
  <div>
    <Say words={props.words} />
  </div>
)
