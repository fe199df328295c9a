import { sayDay } from '../../src/law/day.ts'
import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import type { BoardRow } from '../../src/progress/board.ts'
import { DaysLeft } from '../parts/deadline.tsx'
import { PrintButton } from '../parts/button.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { Pager } from '../parts/pager.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { When } from '../parts/when.tsx'
import { Say, T, Typed, useWords } from '../parts/words.tsx'
import { sayAsOf } from './batch.tsx'

/** The last mile: exactly what is left, what blocks each, who has it, what comes next and by when. */
export const BoardPage = (props: {
  title: Text
  count: number
  session: Text
  day: string
  back: string
  rows: readonly BoardRow[]
  next: string | undefined
}) => (
  <>
    <BackLink href={props.back} words={props.session} />
    <PageHead
      title={{ zh: `${props.title.zh} ${props.count} 件`, en: `${props.title.en}: ${props.count}` }}
      above={<Say words={props.session} />}
      lead={sayAsOf(props.day)}
      actions={
        <PrintButton>
          <T zh="打印" en="Print" />
        </PrintButton>
      }
    />
    <Table
      id="board"
      caption={props.title}
      captionHidden
      narrow="stack"
      walk
      rows={props.rows}
      empty={{ zh: '一件不剩', en: 'Nothing is left' }}
      columns={[
        {
          title: { zh: '事项', en: 'Matter' },
          names: true,
          cell: row => <Matter {...row} />,
        },
        { title: { zh: '当时状态', en: 'Where it stood' }, cell: ({ state }) => <Say words={state} /> },
        { title: { zh: '卡在哪里', en: 'What blocks it' }, cell: ({ blockers }) => <Blockers blockers={blockers} /> },
        { title: { zh: '下一步', en: 'Next lawful act' }, cell: ({ steps }) => <Steps steps={steps} /> },
        { title: { zh: '期限', en: 'Dates' }, cell: row => <Clocks {...row} day={props.day} /> },
      ]}
    />
    <Pager next={props.next} />
  </>
)

const Matter = ({ number, label, title, lead }: BoardRow) => (
  <div>
    <a href={urls.case(number)}>{label ?? number}</a>
    {title && (
      <div>
        <Typed inline text={title} />
      </div>
    )}
    {lead && (
      <div class="muted">
        <Say words={lead} />
      </div>
    )}
  </div>
)

const Blockers = ({ blockers }: Pick<BoardRow, 'blockers'>) => (
  <ul class="plain-list">
    {blockers.map(({ words, holder, since }) => (
      <li>
        <Say words={words} />
        <div class="muted small">
          <Say words={holder} />
          <T zh="，自" en=", since " />
          <When at={since} />
        </div>
      </li>
    ))}
  </ul>
)

/** The best one first. */
const Steps = ({ steps }: Pick<BoardRow, 'steps'>) =>
  steps.length === 0 ? (
    <>—</>
  ) : (
    <ul class="plain-list">
      {steps.map(({ title, who }, i) => (
        <li>
          {i === 0 ? (
            <strong>
              <Say words={title} />
            </strong>
          ) : (
            <Say words={title} />
          )}
          {who.map(one => (
            <div class="muted small">
              <Say words={one} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  )

/** First whether it can still be on time, then every clock with its owner: one is late while another's date runs. */
const Clocks = ({ last, clocks, day }: BoardRow & { day: string }) => (
  <div>
    <LastDay last={last} />
    <ul class="plain-list">
      {clocks.map(({ title, owner, due, isLate, isPaused }) => (
        <li>
          <Say words={title} />
          <T zh="：" en=": " />
          <Say words={owner} /> <When at={due} />{' '}
          {isLate || due >= day ? <DaysLeft due={due} today={day} isPaused={isPaused} /> : <Passed />}
        </li>
      ))}
    </ul>
  </div>
)

/** A right's window that is over: nobody is late. */
const Passed = () => <Tag words={{ zh: '已届满', en: 'Over' }} />

function LastDay({ last }: Pick<BoardRow, 'last'>) {
  const { t } = useWords()
  switch (last.kind) {
    case 'until':
      return <p>{t(stillUntil(last.day))}</p>
    case 'late':
      return (
        <p>
          <Tag tone="late" words={lateSince(last.since)} />
        </p>
      )
    case 'met':
      return <p>{t(last.inTime ? metInTime(last.on) : metLate(last.on))}</p>
    case 'none':
      return <p>{t({ zh: '没有规定日期', en: 'No day was set for it' })}</p>
    case 'open':
      return <p>{t({ zh: '答复期限尚未起算', en: 'The term to answer has not begun' })}</p>
  }
}

const stillUntil = (day: string): Text => ({
  zh: `最迟${sayDay(day).zh}，仍可按期`,
  en: `Still on time until ${sayDay(day).en}`,
})
const lateSince = (day: string): Text => ({
  zh: `已不能按期，${sayDay(day).zh}起逾期`,
  en: `Can no longer be on time: late since ${sayDay(day).en}`,
})
const metInTime = (on: string): Text => ({
  zh: `${sayDay(on).zh}已按期答复`,
  en: `Answered in time on ${sayDay(on).en}`,
})
const metLate = (on: string): Text => ({ zh: `${sayDay(on).zh}逾期答复`, en: `Answered late on ${sayDay(on).en}` })
