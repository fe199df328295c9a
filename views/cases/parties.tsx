import type { Sheet } from '../../src/cases/sheet.ts'
import { Facts } from '../parts/facts.tsx'
import { T, Typed } from '../parts/words.tsx'

/** Who filed: in full for the organs that have the case, partly covered for those who only read. */
export const Parties = ({ sheet: { party, isMasked } }: { sheet: Sheet }) => (
  <section aria-labelledby="parties">
    <h2 id="parties">
      <T zh="信访人" en="Petitioner" />
    </h2>
    {party === undefined ? (
      <p class="muted">
        <T
          zh="没有留下姓名和联系方式，或者已经依法清除。"
          en="No particulars were given, or they were erased by law."
        />
      </p>
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
  </section>
)
