import { urls, withQuery } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import type { Placed, ShortGroup } from '../../src/overview/short_ranking.ts'
import { Table } from '../parts/table.tsx'
import { Say, T } from '../parts/words.tsx'

type RankingProps = { title: Text; lastMonth: string; groups: readonly ShortGroup[] }

/** The first and the last of each group, like with like. */
export const Ranking = ({ title, lastMonth, groups }: RankingProps) => (
  <section class="overview-ranking" aria-labelledby="ranking">
    <div class="row">
      <h2 id="ranking">
        <T zh={`按期结案率同类排名，${title.zh}`} en={`On-time rate within each group, ${title.en}`} />
      </h2>
      <a href={`${withQuery(urls.report('monthly-closure'), { month: lastMonth })}#by_organ`}>
        <T zh="逐月排名" en="Month by month" />
      </a>
    </div>
    {groups.length === 0 ? (
      <p class="muted">
        <T zh="各单位应结都不足 5 件，样本少，不排名" en="Every organ has fewer than 5 due: too few to be ranked" />
      </p>
    ) : (
      <Table
        id="ranking-groups"
        caption={title}
        captionHidden
        narrow="stack"
        rows={groups}
        columns={[
          {
            title: { zh: '类别', en: 'Group' },
            names: true,
            kind: 'tight',
            cell: ({ group }) => <Say words={group} />,
          },
          { title: { zh: '前列', en: 'First' }, cell: ({ first, last }) => <First first={first} last={last} /> },
          { title: { zh: '末位', en: 'Last' }, cell: ({ last }) => <Places organs={last} /> },
          { title: { zh: '样本少', en: 'Too few' }, kind: 'tight', cell: ({ tooFew }) => <Few n={tooFew} /> },
        ]}
      />
    )}
  </section>
)

/** Where one organ alone could be ranked, that is said: there is nothing it is first of. */
const First = ({ first, last }: Pick<ShortGroup, 'first' | 'last'>) =>
  first.length + last.length === 1 ? (
    <>
      <T zh="仅 1 个单位可排名" en="Only 1 organ can be ranked" />
      <Places organs={first} />
    </>
  ) : (
    <Places organs={first} />
  )

const Few = ({ n }: { n: number }) => <T zh={`${n} 个`} en={String(n)} />

const Places = ({ organs }: { organs: readonly Placed[] }) =>
  organs.length === 0 ? (
    <>—</>
  ) : (
    <ul class="plain-list">
      {organs.map(({ organ, rank, rate, onTime, due }) => (
        <li class="overview-row">
          <span class="overview-line">
            {rank} <Say words={organ} />
          </span>{' '}
          <span class="overview-parts">
            {rate}%{' '}
            <span class="muted">
              {onTime}/{due}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
