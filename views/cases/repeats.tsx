import type { Possible, Related } from '../../src/cases/repeats.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { urls, withQuery } from '../../src/http/urls.ts'
import { Facts } from '../parts/facts.tsx'
import { Table } from '../parts/table.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

/** What this case repeats, what repeats it, and what it might repeat: a person looks and decides. */
export const Repeats = ({ sheet }: { sheet: Sheet }) => {
  const { earlier, later, possible } = sheet.repeats
  return (
    <>
      {(earlier !== undefined || later.length > 0) && (
        <section aria-labelledby="repeats">
          <h2 id="repeats">
            <T zh="重复信访" en="Repeats" />
          </h2>
          <Facts
            facts={[
              earlier && { key: { zh: '重复', en: 'Repeats' }, value: <Link {...earlier} /> },
              ...later.map(one => ({ key: { zh: '后续件', en: 'Repeated by' }, value: <Link {...one} /> })),
            ]}
          />
        </section>
      )}
      {possible.length > 0 && <PossibleRepeats {...sheet} />}
    </>
  )
}

const Link = ({ number, title, received }: Related) => (
  <>
    <a href={urls.case(number)}>{number}</a> <Typed text={title} inline /> · <When at={received} />
  </>
)

const PossibleRepeats = ({ number, repeats: { possible, linking } }: Pick<Sheet, 'number' | 'repeats'>) => (
  <section aria-labelledby="possible">
    <h2 id="possible">
      <T zh="可能的重复件" en="Possible repeats" />
    </h2>
    <p class="muted">
      <T
        zh="像是同一人提出的在先事项。是不是同一事项请您核对；系统不会自动关联。"
        en="Earlier petitions that seem to be by the same person. Whether it is the same matter is for you to judge; nothing is linked by itself."
      />
    </p>
    <Table<Possible>
      id="possible-table"
      caption={{ zh: '可能的重复件', en: 'Possible repeats' }}
      captionHidden
      narrow="stack"
      columns={[
        {
          title: { zh: '在先事项', en: 'Earlier petition' },
          names: true,
          cell: one => (
            <>
              <a href={urls.case(one.number)}>{one.number}</a> <Typed text={one.title} inline />
            </>
          ),
        },
        { title: { zh: '收到', en: 'Received' }, kind: 'tight', cell: one => <When at={one.received} /> },
        { title: { zh: '状态', en: 'State' }, cell: one => <Say words={one.state} /> },
        { title: { zh: '依据', en: 'Because' }, cell: one => <Say words={one.same} /> },
        {
          title: { zh: '办理', en: 'Act' },
          kind: 'tight',
          cell: one =>
            linking && (
              <a href={withQuery(urls.act(number, linking.act), { [linking.field]: one.number })}>
                <T zh="关联" en="Link" />
                <span class="hidden-caption"> {one.number}</span>
              </a>
            ),
        },
      ]}
      rows={possible}
    />
  </section>
)
