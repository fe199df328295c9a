import type { Reading } from '../../src/cases/readings.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

/** Who knew of the matter before it was closed off to them; for the office that must keep it. */
export const Readings = ({ sheet: { readings } }: { sheet: Sheet }) =>
  readings ? (
    <section aria-labelledby="readings">
      <h2 id="readings">
        <T zh="谁看过" en="Who has read it" />
      </h2>
      <ReadingsTable readings={readings} />
    </section>
  ) : null

export const ReadingsTable = ({ readings }: { readings: readonly Reading[] }) => (
  <Table
    id="readings-table"
    caption={{ zh: '看过或者办过本件的人员', en: 'Officials who have read the matter or acted on it' }}
    narrow="stack"
    empty={{ zh: '还没有人看过', en: 'Nobody has read it yet' }}
    columns={[
      { title: { zh: '姓名', en: 'Name' }, names: true, cell: one => <Say words={one.name} /> },
      { title: { zh: '单位', en: 'Organ' }, cell: one => <Say words={one.organ} /> },
      { title: { zh: '首次', en: 'First' }, kind: 'tight', cell: one => <When at={one.firstAt} /> },
      {
        title: { zh: '现在', en: 'Now' },
        cell: one =>
          one.isWalled ? (
            <Tag words={{ zh: '须回避', en: 'Walled off' }} tone="attention" />
          ) : (
            <T zh="不须回避" en="Not walled off" />
          ),
      },
    ]}
    rows={readings}
  />
)
