import { urls } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import type { Text } from '../../src/law/words.ts'
import { Facts } from '../parts/facts.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'
import type { Day } from '../../src/law/day.ts'

type Props = { sheet: Sheet; canErase: boolean }

/** Who filed: in full for the organs that have the case, partly covered for those who only read, or kept by the office. */
export const Parties = ({ sheet: { number, who, erased, isSigned }, canErase }: Props) => (
  <section aria-labelledby="parties">
    <h2 id="parties">{isSigned ? <T zh="联系方式" en="Contact" /> : <T zh="信访人" en="Petitioner" />}</h2>
    {erased && <ErasedOn {...erased} />}
    <Known who={who} isErased={erased !== undefined} said={isSigned ? ofSigners : ofPetitioners} />
    {canErase && (
      <p>
        <a href={urls.caseErasure(number)}>
          <T zh="决定删除个人信息" en="Order an erasure" />
        </a>
      </p>
    )}
  </section>
)

function Known({ who, isErased, said }: { who: Sheet['who']; isErased: boolean; said: Said }) {
  if (who.sight === 'kept') return <Muted words={said.kept} />
  return (
    <>
      {who.party ? <Petitioner {...who.party} /> : !isErased && <Muted words={said.nothingGiven} />}
      {who.agent && <Agent {...who.agent} />}
      {who.representatives.length > 0 && <Representatives names={who.representatives} />}
      {who.sight === 'partly' && who.party && <Muted words={covered} />}
    </>
  )
}

type Party = NonNullable<Sheet['who']['party']>

const Petitioner = ({ petitioner, phone, idNumber, address }: Party) => (
  <Facts
    facts={[
      petitioner && { key: { zh: '姓名', en: 'Name' }, value: <Typed text={petitioner} inline /> },
      phone && { key: { zh: '电话', en: 'Telephone' }, value: <Typed text={phone} inline /> },
      idNumber && { key: { zh: '身份证号', en: 'Identity number' }, value: <Typed text={idNumber} inline /> },
      address && { key: { zh: '住址', en: 'Address' }, value: <Typed text={address} inline /> },
    ]}
  />
)

const Agent = ({ agentName, agentPhone }: Party) => (
  <Facts
    facts={[
      agentName && { key: { zh: '代理人', en: 'Agent' }, value: <Typed text={agentName} inline /> },
      agentPhone && { key: { zh: '代理人电话', en: 'Agent’s telephone' }, value: <Typed text={agentPhone} inline /> },
    ]}
  />
)

const Representatives = ({ names }: { names: readonly string[] }) => (
  <Facts
    facts={[
      {
        key: { zh: '代表', en: 'Representatives' },
        value: names.map(name => (
          <div>
            <Typed text={name} inline />
          </div>
        )),
      },
    ]}
  />
)

const Muted = ({ words }: { words: Text }) => (
  <p class="muted">
    <Say words={words} />
  </p>
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

type Said = { nothingGiven: Text; kept: Text }

const ofPetitioners: Said = {
  nothingGiven: { zh: '没有留下姓名和联系方式。', en: 'No particulars were given.' },
  kept: {
    zh: '信访人请求保密身份：姓名和联系方式只有登记的信访部门能看到。需要联系信访人的，请用“询问信访人”，或者通过信访部门转达。',
    en: 'The petitioner asked to be kept confidential: only the petition office that registered it sees who it is. To reach them, use “Ask the petitioner” or go through that office.',
  },
}

const ofSigners: Said = {
  nothingGiven: { zh: '没有留下联系电话。', en: 'No telephone was given.' },
  kept: {
    zh: '提出人请求保密身份：姓名、所在组织和联系方式只有受理部门能看到。需要沟通面商的，请通过受理部门联系。',
    en: 'Who put it forward asked to be kept confidential: only the office sees who it is. To hear them, go through that office.',
  },
}

const covered: Text = {
  zh: '您不承办本件，个人信息部分遮盖。',
  en: 'You do not handle this case; personal particulars are partly covered.',
}
