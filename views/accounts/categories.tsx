import { urls } from '../../src/http/urls.ts'
import { Actions, Button } from '../parts/button.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import type { Errors } from '../parts/error-summary.tsx'
import { Form } from '../parts/form.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T } from '../parts/words.tsx'
import { Names } from './organs.tsx'

type Row = { id: string; zh: string; en: string; active: number }
type Props = { rows: readonly Row[]; typed: Readonly<Record<string, readonly string[]>>; errors: Errors }

export const CategoriesPage = (props: Props) => (
  <>
    <ErrorSummary errors={props.errors} />
    <Table
      id="categories"
      caption={{ zh: '事项类别', en: 'Categories' }}
      rows={props.rows}
      empty={{ zh: '还没有类别', en: 'No categories yet' }}
      columns={[
        { title: { zh: '类别', en: 'Category' }, names: true, cell: row => <Say words={row} /> },
        { title: { zh: '现在', en: 'Now' }, cell: row => <Standing row={row} /> },
        { title: { zh: '变更', en: 'Change' }, cell: row => <Switch row={row} /> },
      ]}
    />
    <h2>
      <T zh="添加类别" en="Add a category" />
    </h2>
    <Form action={urls.adminCategories()}>
      <Names {...props} />
      <Actions>
        <Button>
          <T zh="添加" en="Add" />
        </Button>
      </Actions>
    </Form>
  </>
)

const Standing = ({ row }: { row: Row }) =>
  row.active === 1 ? (
    <Tag words={{ zh: '可选', en: 'Offered' }} tone="done" />
  ) : (
    <Tag words={{ zh: '不再选用', en: 'Not offered' }} />
  )

/** Cases keep the category they have. */
const Switch = ({ row }: { row: Row }) => (
  <Form action={urls.adminCategory(row.id)}>
    <input type="hidden" name="active" value={row.active === 1 ? 'no' : 'yes'} />
    <Button kind="quiet">
      {row.active === 1 ? <T zh="停用" en="Stop offering" /> : <T zh="重新启用" en="Offer again" />}
    </Button>
  </Form>
)
