import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { Option } from '../parts/control.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import { OrganPower } from './organ-power.tsx'
import type { PowerProps } from './organ-power.tsx'
import { depthOf, organOptions } from './organ_options.ts'
import type { OrganRow } from './organ_options.ts'

type Asked = { typed: Readonly<Record<string, readonly string[]>>; errors: Errors }
type OrgansProps = Asked & { rows: readonly (OrganRow & { title: Words })[]; kinds: readonly Option[] }

export const OrgansPage = (props: OrgansProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <Table
      id="organs"
      caption={{ zh: '单位名录', en: 'Organs' }}
      rows={props.rows}
      columns={[
        { title: { zh: '单位', en: 'Organ' }, names: true, cell: row => <InTree row={row} /> },
        { title: { zh: '类别', en: 'Kind' }, cell: row => <Say words={row.title} /> },
      ]}
    />
    <h2>
      <T zh="新设单位" en="Add an organ" />
    </h2>
    <Form action={urls.adminOrgans()}>
      <Names {...props} />
      <Field
        kind="select"
        name="kind"
        label={{ zh: '类别', en: 'Kind' }}
        options={props.kinds}
        value={props.typed['kind']?.[0]}
        error={props.errors['kind']?.[0]}
      />
      <Above {...props} organs={props.rows} label={{ zh: '上级单位', en: 'Organ above' }} />
      <Actions>
        <Button>
          <T zh="新设" en="Add" />
        </Button>
      </Actions>
    </Form>
  </>
)

type OrganProps = Asked &
  Pick<PowerProps, 'power'> & {
    organ: OrganRow & { parent: string | null }
    names: readonly { zh: string; en: string; from_day: string }[]
    organs: readonly OrganRow[]
  }

export const OrganPage = (props: OrganProps) => (
  <>
    <ErrorSummary errors={props.errors} />
    <Table
      id="names"
      caption={{ zh: '名称沿革', en: 'Names' }}
      rows={props.names}
      columns={[
        { title: { zh: '起始日', en: 'From' }, kind: 'tight', cell: row => <When at={row.from_day} /> },
        { title: { zh: '名称', en: 'Name' }, names: true, cell: row => <Say words={row} /> },
      ]}
    />
    <h2>
      <T zh="更名" en="Rename" />
    </h2>
    <Form action={urls.adminOrganName(props.organ.id)}>
      <Names {...props} />
      <Field
        kind="date"
        name="from"
        label={{ zh: '新名称自哪一天起', en: 'New name from' }}
        hint={{ zh: '这一天之前的文书和统计仍用原名', en: 'Letters and figures of earlier days keep the old name' }}
        value={props.typed['from']?.[0]}
        error={props.errors['from']?.[0]}
      />
      <Actions>
        <Button>
          <T zh="更名" en="Rename" />
        </Button>
      </Actions>
    </Form>
    <OrganPower {...props} />
    {props.organ.parent !== null && <MoveAndClose {...props} />}
  </>
)

const MoveAndClose = (props: OrganProps) => (
  <>
    <h2>
      <T zh="调整隶属" en="Move" />
    </h2>
    <Form action={urls.adminOrganPlace(props.organ.id)}>
      <Above
        {...props}
        organs={props.organs.filter(({ path }) => !path.startsWith(props.organ.path))}
        label={{ zh: '新的上级单位', en: 'New organ above' }}
      />
      <Actions>
        <Button kind="secondary">
          <T zh="调整隶属" en="Move" />
        </Button>
      </Actions>
    </Form>
    <h2>
      <T zh="撤销" en="Close" />
    </h2>
    <Form action={urls.adminOrganClose(props.organ.id)}>
      <p>
        <T
          zh="须先移交人员、下级单位和在办事项。撤销后不再出现在名录里，办过的事项和统计不变。"
          en="Hand over its people, the organs below it and its open cases first. It leaves the list; what it did stays."
        />
      </p>
      <Button kind="warning">
        <T zh="撤销单位" en="Close the organ" />
      </Button>
    </Form>
  </>
)

const InTree = ({ row }: { row: OrganRow }) => (
  <>
    {'　'.repeat(depthOf(row))}
    <a href={urls.adminOrgan(row.id)}>
      <Say words={row} />
    </a>
  </>
)

export const Names = (props: Asked) => (
  <>
    <Field
      kind="text"
      name="zh"
      label={{ zh: '中文名称', en: 'Chinese name' }}
      value={props.typed['zh']?.[0]}
      error={props.errors['zh']?.[0]}
      autocomplete="off"
    />
    <Field
      kind="text"
      name="en"
      label={{ zh: '英文名称', en: 'English name' }}
      value={props.typed['en']?.[0]}
      error={props.errors['en']?.[0]}
      autocomplete="off"
    />
  </>
)

const Above = (props: Asked & { organs: readonly OrganRow[]; label: Words }) => (
  <Field
    kind="select"
    name="parent"
    label={props.label}
    options={organOptions(props.organs)}
    value={props.typed['parent']?.[0]}
    error={props.errors['parent']?.[0]}
  />
)
