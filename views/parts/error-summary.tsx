import { fieldId } from './field.tsx'
import { Say, T, useWords } from './words.tsx'
import type { Words } from './words.tsx'

/** Messages by field name; those under the empty name belong to the whole form. */
export type Errors = Readonly<Record<string, readonly Words[] | undefined>>

/** Stands first on a page that was sent back; app.js moves the focus here. Nothing wrong, nothing shown. */
export function ErrorSummary(props: { errors: Errors; labels?: Readonly<Record<string, Words>> }) {
  const { t } = useWords()
  const wrong = Object.entries(props.errors).flatMap(([name, messages = []]) =>
    messages
      .filter((message, index) => messages.findIndex(other => t(other) === t(message)) === index)
      .map(message => ({ name, message })),
  )
  return wrong.length === 0 ? null : (
    <div class="error-summary" id="error-summary" role="alert" tabindex={-1}>
      <h2>
        <T zh="还有内容需要改正" en="There is a problem" />
      </h2>
      <ul>
        {wrong.map(({ name, message }) => {
          const label = labelBefore(message, props.labels?.[name])
          return (
            <li>
              {name === '' ? <Say words={message} /> : <Problem {...{ name, label: label && t(label), message }} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** A message that already names its field does not say it twice. */
function labelBefore(message: Words, label: Words | undefined): Words | undefined {
  const zh = (words: Words) => (typeof words === 'string' ? words : words.zh)
  return label === undefined || zh(message).includes(zh(label)) ? undefined : label
}

const Problem = (props: { name: string; label: string | undefined; message: Words }) => (
  <a href={`#${fieldId(props.name)}`}>
    {props.label && (
      <>
        <Say words={props.label} />
        <T zh="：" en=": " />
      </>
    )}
    <Say words={props.message} />
  </a>
)
