import type { Ranked, RankedGroup } from '../../src/cases/batch_ranking.ts'
import { Table } from '../parts/table.tsx'
import type { Column } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { Say, T } from '../parts/words.tsx'
import { sayShare } from './batches.tsx'

/** Organs set beside their like; equal shares share a rank, small samples stand after them. */
export const Ranking = ({ groups }: { groups: readonly RankedGroup[] }) => (
  <section aria-labelledby="ranking">
    <h2 id="ranking">
      <T zh="承办单位" en="Organs" />
    </h2>
    <p class="muted">
      <T
        zh="同类单位之间按答复率排名，比率相同的并列；不足 5 件的不排名，列在后面。"
        en="Ranked among their like by the share answered; equal shares share a rank. Those with fewer than 5 are not ranked and come last."
      />
    </p>
    {groups.length === 0 && (
      <p>
        <T zh="还没有交办的事项" en="Nothing was handed over yet" />
      </p>
    )}
    {groups.map(({ kind, rows }, i) => (
      <Table id={`ranking-${i}`} caption={kind} rows={rows} columns={columns} />
    ))}
  </section>
)

const columns: readonly Column<Ranked>[] = [
  {
    title: { zh: '名次', en: 'Rank' },
    kind: 'number',
    cell: ({ rank }) => rank ?? '—',
  },
  {
    title: { zh: '单位', en: 'Organ' },
    names: true,
    cell: ({ name, rank }) => (
      <>
        <Say words={name} /> {rank === null && <Tag words={{ zh: '样本少', en: 'Small sample' }} />}
      </>
    ),
  },
  { title: { zh: '承办', en: 'Handed over' }, kind: 'number', cell: ({ counts }) => counts.handedOver },
  {
    title: { zh: '答复率', en: 'Answered' },
    kind: 'number',
    cell: ({ counts }) => sayShare(counts.answered, counts.handedOver),
  },
  {
    title: { zh: '按期率', en: 'On time' },
    kind: 'number',
    cell: ({ counts }) => sayShare(counts.onTime, counts.answered),
  },
  {
    title: { zh: '满意率', en: 'Satisfied' },
    kind: 'number',
    cell: ({ counts }) => sayShare(counts.satisfied, counts.rated),
  },
  {
    title: { zh: '落实率', en: 'Carried out' },
    kind: 'number',
    cell: ({ counts }) => sayShare(counts.carriedOut, counts.claimed),
  },
]
