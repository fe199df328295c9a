import { urls } from '../../src/http/urls.ts'
import type { Figure } from '../../src/reports/figures.ts'
import type { RestatedLine } from '../../src/reports/restated_lines.ts'
import type { RestatedList } from '../../src/reports/restated_list.ts'
import type { Column } from '../parts/table.tsx'
import { Say } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

export const figureColumns: readonly Column<RestatedList['figures'][number]>[] = [
  { title: { zh: '指标', en: 'Figure' }, names: true, cell: ({ title }) => <Say words={title} /> },
  { title: { zh: '原报告', en: 'As reported' }, kind: 'number', cell: ({ was }) => sayFigure(was) },
  { title: { zh: '现在', en: 'As now known' }, kind: 'number', cell: ({ is }) => sayFigure(is) },
  {
    title: { zh: '增减', en: 'Change' },
    kind: 'number',
    cell: ({ was, is }) =>
      was.denominator === null
        ? signed(is.numerator - was.numerator)
        : `${signed(is.numerator - was.numerator)} / ${signed((is.denominator ?? 0) - was.denominator)}`,
  },
]

export const lineColumns: readonly Column<RestatedLine>[] = [
  {
    title: { zh: '编号', en: 'Number' },
    names: true,
    kind: 'tight',
    cell: ({ number }) => <a href={urls.case(number)}>{number}</a>,
  },
  { title: { zh: '单位', en: 'Organ' }, cell: ({ organ }) => (organ ? <Say words={organ.name} /> : '—') },
  {
    title: { zh: '增减', en: 'Change' },
    cell: ({ changes, moved }) => (
      <ul class="plain-list">
        {changes.map(({ title, n }) => (
          <li>
            <Say words={title} /> {signed(n)}
          </li>
        ))}
        {moved.map(({ title }) => (
          <li>
            <Say words={title} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    title: { zh: '原因', en: 'Why' },
    cell: ({ why, reason, title }) => <Reason why={why} reason={reason} title={title} />,
  },
  { title: { zh: '录入日', en: 'Recorded' }, kind: 'tight', cell: ({ recorded }) => <When at={recorded} /> },
]

/** What it was, and by which act where that is not the same word. */
const Reason = ({ why, reason, title }: Pick<RestatedLine, 'why' | 'reason' | 'title'>) =>
  why === 'otherwise' || reason.zh === title.zh ? (
    <Say words={title} />
  ) : (
    <Say words={{ zh: `${reason.zh}（${title.zh}）`, en: `${reason.en} (${title.en})` }} />
  )

const sayFigure = ({ numerator, denominator, rate }: Figure): string =>
  denominator === null ? String(numerator) : `${numerator} / ${denominator} = ${rate === null ? '—' : `${rate}%`}`

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')
