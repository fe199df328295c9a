import { urls, withQuery } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import type { Text } from '../../src/law/words.ts'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type Part = Sheet['parts'][number]

/** Who signed it, who has which part, how it was handed on hop by hop, what was promised, and who supervises. */
export function Parts({ sheet: { parts, number } }: { sheet: Sheet }) {
  const shown = sorts.filter(({ sort }) => parts.some(part => part.sort === sort))
  return shown.length > 0 ? (
    <section aria-labelledby="parts">
      <h2 id="parts">
        <T zh="谁在承办" en="Who has which part" />
      </h2>
      {shown.map(({ sort, caption }) => (
        <Table<Part>
          id={`parts-${sort}`}
          caption={caption}
          narrow="stack"
          columns={[...columns[sort], ...actsIn(parts, sort, number)]}
          rows={parts.filter(part => part.sort === sort)}
        />
      ))}
    </section>
  ) : null
}

const sorts: readonly { sort: Part['sort']; caption: Text }[] = [
  { sort: 'signing', caption: { zh: '提出人', en: 'Who signed' } },
  { sort: 'handling', caption: { zh: '承办单位', en: 'Organs that handle it' } },
  { sort: 'outcome', caption: { zh: '答复以后的落实', en: 'What the answer claims or promises' } },
  { sort: 'chain', caption: { zh: '逐级交办', en: 'Handed over, hop by hop' } },
  { sort: 'oversight', caption: { zh: '督办、建议、批示和包案', en: 'Supervision, proposals and leaders' } },
]

const organ: Column<Part> = {
  title: { zh: '单位', en: 'Organ' },
  names: true,
  cell: part => (
    <>
      <Say words={part.organ} />
      {part.isInCharge && part.person && <Named name={part.person} />}
    </>
  ),
}

const fromTo: Column<Part> = {
  title: { zh: '交办 → 承办', en: 'From → to' },
  names: true,
  cell: part => (
    <>
      {part.sender && <Say words={part.sender} />} → <Say words={part.organ} />
    </>
  ),
}

/** As what, and at whose word. */
const as: Column<Part> = {
  title: { zh: '方式', en: 'As' },
  cell: part => (
    <>
      <Say words={part.role} />
      {part.sort === 'oversight' && part.sender && (
        <span class="muted">
          <T zh="（" en=" (" />
          <Say words={part.sender} />
          {!part.isInCharge && part.person && <Named name={part.person} />}
          <T zh="）" en=")" />
        </span>
      )}
    </>
  ),
}

/** By name, and where they sit; where that is kept, neither. */
const signer: Column<Part> = {
  title: { zh: '姓名', en: 'Name' },
  names: true,
  cell: ({ person, organ }) =>
    person === undefined ? (
      <Say words={organ} />
    ) : (
      <>
        <Say words={person} />{' '}
        <span class="muted">
          <Say words={organ} />
        </span>
      </>
    ),
}

const since: Column<Part> = {
  title: { zh: '自', en: 'Since' },
  kind: 'tight',
  cell: part => <When at={part.since} />,
}

const due: Column<Part> = {
  title: { zh: '期限', en: 'Due' },
  kind: 'tight',
  cell: part => (part.due ? <When at={part.due} /> : '—'),
}

const state: Column<Part> = {
  title: { zh: '状态', en: 'State' },
  cell: part => (
    <>
      <Say words={part.state} />
      {part.isOverdue && (
        <>
          {' '}
          <Tag words={{ zh: '逾期', en: 'Overdue' }} tone="late" />
        </>
      )}
    </>
  ),
}

const columns: Readonly<Record<Part['sort'], readonly Column<Part>[]>> = {
  signing: [signer, as, since, state],
  handling: [organ, as, since, due, state],
  outcome: [organ, since, due, state],
  chain: [fromTo, since, due, state],
  oversight: [organ, as, since, due, state],
}

/** What the reader may do to each of them, where there is anything. */
function actsIn(parts: readonly Part[], sort: Part['sort'], number: string): Column<Part>[] {
  const cell = ({ id, acts }: Part) =>
    acts.map(({ act, title }) => (
      <>
        <a href={withQuery(urls.act(number, act), { part: id })}>
          <Say words={title} />
        </a>{' '}
      </>
    ))
  const isAny = parts.some(part => part.sort === sort && part.acts.length > 0)
  return isAny ? [{ title: { zh: '办理', en: 'Do' }, cell: part => <>{cell(part)}</> }] : []
}

const Named = ({ name }: { name: string }) => (
  <>
    {' '}
    <Say words={name} />
  </>
)
