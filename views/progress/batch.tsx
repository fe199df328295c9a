import { sayDay } from '../../src/law/day.ts'
import type { Text } from '../../src/law/words.ts'
import { rateOf } from '../../src/law/rate.ts'
import { urls } from '../../src/http/urls.ts'
import type { RankedGroup } from '../../src/cases/batch_ranking.ts'
import { Actions, ButtonLink, PrintButton } from '../parts/button.tsx'
import { Figures } from '../parts/figures.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'
import { Apart } from './apart.tsx'
import { AskDay } from './ask.tsx'
import type { AskDayProps } from './ask.tsx'
import { Bars } from './bars.tsx'
import type { Measured } from './bars.tsx'
import { Ranking } from './ranking.tsx'

export type BatchPageProps = {
  name: Text
  procedure: Text
  ask: AskDayProps
  /** Nothing where the day asked for is none. */
  drawn: Drawn | undefined
}
export type Drawn = {
  day: string
  report: string
  figures: readonly Measured[]
  remaining: string | undefined
  promises: string | undefined
  ranking: readonly RankedGroup[]
}

/** A batch as of a day: the bars, the two rates that must not be taken for one another, what is left, and who did it. */
export const BatchPage = ({ name, procedure, ask, drawn }: BatchPageProps) => (
  <>
    <BackLink href={urls.progress()} words={{ zh: '全部届次', en: 'All sessions' }} />
    <PageHead
      title={name}
      above={<T {...procedure} />}
      {...(drawn && { lead: sayAsOf(drawn.day) })}
      actions={
        <Actions>
          {drawn && (
            <ButtonLink href={drawn.report}>
              <T zh="办理情况通报" en="Bulletin" />
            </ButtonLink>
          )}
          <PrintButton>
            <T zh="打印" en="Print" />
          </PrintButton>
        </Actions>
      }
    />
    <AskDay {...ask} />
    {drawn && (
      <>
        <Bars figures={drawn.figures.filter(({ isBar }) => isBar)} />
        <Merged figures={drawn.figures} />
        <TwoRates figures={drawn.figures} />
        <LastMile {...drawn} />
        <Apart figures={drawn.figures.filter(({ isBar }) => !isBar)} />
        <Ranking groups={drawn.ranking} />
      </>
    )}
  </>
)

export const sayAsOf = (day: string): Text => ({
  zh: `截至${sayDay(day).zh}24时，按当时已记录的情况`,
  en: `At the end of ${sayDay(day).en}, as recorded by then`,
})

/** Merged ones are answered with another, and are no part of the whole. */
function Merged({ figures }: Pick<Drawn, 'figures'>) {
  const [merged = 0, answered = 0] = ['merged', 'mergedAnswered'].map(id => figures.find(one => one.id === id)?.count)
  return (
    <p class="muted">
      <T
        zh={`另有并案 ${merged} 件，不计入以上件数，其中已答复 ${answered} 件。`}
        en={`Merged into others, and not counted above: ${merged}, of which answered: ${answered}.`}
      />
    </p>
  )
}

const TwoRates = ({ figures }: { figures: readonly Measured[] }) => (
  <section aria-labelledby="rates">
    <h2 id="rates">
      <T zh="答复率与落实率" en="Answered, and carried out" />
    </h2>
    <Figures
      figures={[
        { title: { zh: '答复率', en: 'Answered' }, ...rateIn(figures, 'answered'), note: <T {...answeredFormula} /> },
        {
          title: { zh: '落实率', en: 'Carried out' },
          ...rateIn(figures, 'carriedOut'),
          note: <T {...carriedOutFormula} />,
        },
      ]}
    />
  </section>
)

function rateIn(figures: readonly Measured[], id: string) {
  const { count = 0, of = 0, href } = figures.find(figure => figure.id === id) ?? {}
  const rate = rateOf(count, of ?? 0)
  return { value: `${rate === null ? '—' : `${rate}%`}`, href }
}

const answeredFormula = {
  zh: '已答复的件数 ÷ 立案（受理）的件数；答复了不等于解决了',
  en: 'answered ÷ filed; an answer is not a solution',
}
const carriedOutFormula = {
  zh: '佐证经核对、已落实的件数 ÷ 答复为已解决或者承诺解决的件数',
  en: 'carried out, with evidence that was checked ÷ answered as solved or promised',
}

/** What is left, one by one. */
const LastMile = ({ figures, remaining, promises }: Drawn) => (
  <section aria-labelledby="left">
    <h2 id="left">
      <T zh="还差哪几件" en="What is still missing" />
    </h2>
    <p>
      <T zh="尚未办结" en="Not closed" /> <strong>{missingIn(figures, 'closed')}</strong> <T zh="件，" en="matters; " />
      <T zh="答复为已解决或者承诺而尚未落实" en="answered as solved or promised, and not carried out" />{' '}
      <strong>{missingIn(figures, 'carriedOut')}</strong> <T zh="件。" en="." />
    </p>
    <Actions>
      {remaining && (
        <ButtonLink href={remaining} kind="primary">
          <T zh="逐件看未办结的" en="Those not closed, one by one" />
        </ButtonLink>
      )}
      {promises && (
        <ButtonLink href={promises}>
          <T zh="逐件看未落实的" en="Those not carried out, one by one" />
        </ButtonLink>
      )}
    </Actions>
  </section>
)

function missingIn(figures: readonly Measured[], id: string): number {
  const { count = 0, of = 0 } = figures.find(figure => figure.id === id) ?? {}
  return (of ?? 0) - count
}
