import { urls } from '../../src/http/urls.ts'
import { Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { T } from '../parts/words.tsx'

export type PowerProps = {
  organ: { id: string }
  power: { isByLaw: boolean; options: readonly Option[] }
  typed: Readonly<Record<string, readonly string[]>>
  errors: Errors
}

/** May accusations be sent to this organ? Some kinds take them by law; of any other an administrator says so. */
export const OrganPower = (props: PowerProps) => (
  <>
    <h2>{<T zh="检举控告办理权限" en="Power over accusations" />}</h2>
    {props.power.isByLaw ? (
      <p>
        <T
          zh="纪检监察机关、人民法院、人民检察院依法办理检举控告，无须认定。"
          en="Discipline organs, courts and procuratorates handle accusations by law; nothing is to be set."
        />
      </p>
    ) : (
      <PowerForm {...props} />
    )}
  </>
)

const PowerForm = ({ organ, power, typed, errors }: PowerProps) => (
  <Form action={urls.adminOrganPower(organ.id)}>
    <Field
      kind="radios"
      name="takes"
      label={{ zh: '检举控告类事项', en: 'Accusations' }}
      hint={{
        zh: '只有有权处理的机关才能承办检举控告（《信访工作条例》第三十条）',
        en: 'Only organs with that power may be sent accusations (Regulations on Petition Work, art. 30)',
      }}
      options={power.options}
      value={typed['takes']?.[0]}
      error={errors['takes']?.[0]}
    />
    <Field
      kind="text"
      name="source"
      label={{ zh: '依据', en: 'Source' }}
      value={typed['source']?.[0]}
      error={errors['source']?.[0]}
      autocomplete="off"
    />
    <Button kind="secondary">
      <T zh="认定" en="Set" />
    </Button>
  </Form>
)
