import type { Text } from '../../src/law/words.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Say, T, Typed, useWords } from '../parts/words.tsx'
import { Carried, Filing, NoSecrets } from './filing.tsx'
import type { FilingFrame } from './filing.tsx'

type KeptFile = { id: string; name: string; size: number }
type AttachProps = {
  frame: FilingFrame
  step: { title: Text }
  files: readonly KeptFile[]
  accept: string
  problem: Text | undefined
}

/** Several files, each added and removed without a script. */
export const AttachPage = (props: AttachProps) => (
  <Filing frame={props.frame}>
    <ErrorSummary errors={props.problem ? { files: [props.problem] } : {}} />
    <h1>
      <Say words={props.step.title} />
    </h1>
    <p>
      <T
        zh="合同、照片、录音、以前收到的答复等。没有就直接继续。"
        en="Contracts, photographs, recordings, earlier answers. If you have none, just continue."
      />
    </p>
    <NoSecrets />
    {props.files.length > 0 && <Kept {...props} />}
    <Form action={props.frame.action} files>
      <Carried {...props.frame} />
      <Field
        kind="file"
        name="files"
        label={{ zh: '选择文件', en: 'Choose files' }}
        hint={limits}
        accept={props.accept}
        error={props.problem}
        multiple
        optional
      />
      <Actions>
        <Button name="do" value="next">
          <T zh="继续" en="Continue" />
        </Button>
        <Button kind="secondary" name="do" value="upload">
          <T zh="上传，再选几个" en="Upload and add more" />
        </Button>
      </Actions>
    </Form>
  </Filing>
)

const Kept = (props: AttachProps) => (
  <section>
    <h2>
      <T zh="已经上传" en="Uploaded" />
    </h2>
    <Form action={props.frame.action}>
      <Carried {...props.frame} />
      <ul class="kept-files">
        {props.files.map(file => (
          <li>
            <span>
              <Typed text={file.name} inline /> <span class="muted">{sizeOf(file.size)}</span>
            </span>
            <Remove {...file} />
          </li>
        ))}
      </ul>
    </Form>
  </section>
)

function Remove({ id, name }: KeptFile) {
  const { t } = useWords()
  return (
    <button type="submit" class="button button-quiet" name="remove" value={id}>
      {t({ zh: '删除', en: 'Remove' })}
      <span class="for-readers"> {name}</span>
    </button>
  )
}

const sizeOf = (size: number) =>
  size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`

const limits: Text = {
  zh: '可以一次选几个。图片、PDF、Word、Excel、录音、录像或者纯文本；每个不超过20兆，一共不超过100兆',
  en: 'Several at once. Pictures, PDF, Word, Excel, audio, video or plain text; 20 MB each, 100 MB together',
}
