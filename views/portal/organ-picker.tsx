import type { OrganTable } from '../../src/db/tables.ts'
import type { Text } from '../../src/law/words.ts'
import { fieldId } from '../parts/field.tsx'
import type { Words } from '../parts/words.tsx'
import { Say, T } from '../parts/words.tsx'

type PickerProps = {
  name: string
  label: Words
  hint?: Words | undefined
  error?: Words | undefined
  chosen: readonly string[]
  organs: readonly OrganTable[]
}

/** Organs to tick, folded by what they are: no script, and the browser's own search opens the folds. */
export const OrganPicker = (props: PickerProps) => (
  <fieldset class={props.error ? 'field field-wrong' : 'field'} id={fieldId(props.name)}>
    <legend>
      <Say words={props.label} />
      <span class="field-optional">
        <T zh="（可以选几个，不知道可以不选）" en=" (as many as apply; none if you do not know)" />
      </span>
    </legend>
    {props.hint && (
      <p class="field-hint">
        <Say words={props.hint} />
      </p>
    )}
    {props.error && (
      <p class="field-error">
        <Say words={props.error} />
      </p>
    )}
    {groupsOf(props.organs).map(({ title, members }) => (
      <details open={members.some(({ id }) => props.chosen.includes(id)) || props.organs.length <= FEW}>
        <summary>
          <Say words={title} /> <span class="muted">{members.length}</span>
        </summary>
        {members.map(organ => (
          <Tick organ={organ} {...props} />
        ))}
      </details>
    ))}
  </fieldset>
)

const Tick = ({ organ, name, chosen }: PickerProps & { organ: OrganTable }) => (
  <div class="choice">
    <input
      type="checkbox"
      id={`${fieldId(name)}-${organ.id}`}
      name={name}
      value={organ.id}
      checked={chosen.includes(organ.id)}
    />
    <label for={`${fieldId(name)}-${organ.id}`}>
      <Say words={{ zh: organ.zh, en: organ.en }} />
    </label>
  </div>
)

/** Few enough to read at a glance. */
const FEW = 12

function groupsOf(organs: readonly OrganTable[]) {
  const known = groups.flatMap(({ kinds }) => kinds)
  return [...groups, { title: others, kinds: [...new Set(organs.map(({ kind }) => kind))].filter(isNot(known)) }]
    .map(({ title, kinds }) => ({ title, members: organs.filter(({ kind }) => kinds.includes(kind)) }))
    .filter(({ members }) => members.length > 0)
}

const isNot = (known: readonly string[]) => (kind: string) => !known.includes(kind)

const groups: readonly { title: Text; kinds: readonly string[] }[] = [
  { title: { zh: '政府部门', en: 'Government departments' }, kinds: ['department'] },
  { title: { zh: '街道、乡镇', en: 'Subdistricts and townships' }, kinds: ['street'] },
  { title: { zh: '站、所、中心、学校、医院', en: 'Stations, centres, schools, hospitals' }, kinds: ['station'] },
  {
    title: { zh: '区委、区政府、信访部门和上级', en: 'District leadership, petition office and above' },
    kinds: ['government', 'party', 'petition-office', 'superior'],
  },
  {
    title: { zh: '人大、政协、纪委监委、法院、检察院', en: 'Congress, CPPCC, discipline, court, procuratorate' },
    kinds: ['congress', 'cppcc', 'discipline', 'court', 'procuratorate'],
  },
  { title: { zh: '国有企业', en: 'State enterprises' }, kinds: ['enterprise'] },
]
const others: Text = { zh: '其他单位', en: 'Others' }
