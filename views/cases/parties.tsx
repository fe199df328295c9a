import { urls } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Facts } from '../parts/facts.tsx'
import { Tag } from '../parts/tag.tsx'
import { T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import type { Day } from '../../src/law/day.ts'

/** What was erased of a case, and when. */
export type Erased = { on: Day; words: boolean } | undefined
type Props = { sheet: Sheet; erased: Erased; canErase: boolean }

/** Who filed: in full for the organs that have the case, partly covered for those who only read. */
export const Parties = ({ sheet: { number, party, isMasked }, erased, canErase }: Props) => (
  <section aria-labelledby="parties">
    <h2 id="parties">
      <T zh="信访人" en="Petitioner" />
    </h2>
    {erased && <ErasedOn {...erased} />}
    {party === undefined ? (
      !erased && (
        <p class="muted">
          <T zh="没有留下姓名和联系方式。" en="No particulars were given." />
        </p>
      )
    ) : (
      <>
        <Facts
          facts={[
            party.petitioner && { key: { zh: '姓名', en: 'Name' }, value: <Typed text={party.petitioner} inline /> },
            party.phone && { key: { zh: '电话', en: 'Telephone' }, value: <Typed text={party.phone} inline /> },
            party.idNumber && {
              key: { zh: '身份证号', en: 'Identity number' },
              value: <Typed text={party.idNumber} inline />,
            },
            party.address && { key: { zh: '住址', en: 'Address' }, value: <Typed text={party.address} inline /> },
          ]}
        />
        {isMasked && (
          <p class="muted">
            <T
              zh="您不承办本件，个人信息部分遮盖。"
              en="You do not handle this case; personal particulars are partly covered."
            />
          </p>
        )}
      </>
    )}
    {canErase && (
      <p>
        <a href={urls.caseErasure(number)}>
          <T zh="决定删除个人信息" en="Order an erasure" />
        </a>
      </p>
    )}
  </section>
)

const ErasedOn = ({ on, words }: { on: Day; words: boolean }) => (
  <p>
    <Tag words={{ zh: '已删除', en: 'Erased' }} tone="attention" /> <When at={on} />{' '}
    {words ? (
      <T
        zh="依法删除了信访人的个人信息，连同当时的标题、正文和附件。"
        en="the petitioner’s particulars were erased by law, with the title, texts and files of that day."
      />
    ) : (
      <T zh="依法删除了信访人的个人信息。" en="the petitioner’s particulars were erased by law." />
    )}
  </p>
)
