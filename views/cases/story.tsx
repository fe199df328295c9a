import { urls } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Facts } from '../parts/facts.tsx'
import { Tag } from '../parts/tag.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { Say, T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

type Told = Sheet['story'][number]

/** Everything that happened, with what was written, chosen and attached. */
export const Story = ({ sheet }: { sheet: Sheet }) => (
  <section aria-labelledby="story">
    <h2 id="story">
      <T zh="办理经过" en="What happened" />
    </h2>
    <Timeline
      steps={sheet.story.map((step, index) => ({
        when: step.on,
        what: step.says,
        who: whoOf(step, sheet),
        place: index === sheet.story.length - 1 && sheet.isOpen ? 'now' : 'past',
        details: <Details step={step} sheet={sheet} />,
      }))}
    />
  </section>
)

const Details = ({ step, sheet }: { step: Told; sheet: Sheet }) => (
  <>
    {step.correctedTo !== undefined && (
      <p>
        <Tag words={{ zh: '日期已更正', en: 'Day corrected' }} tone="attention" /> <T zh="更正为" en="corrected to " />
        <When at={step.correctedTo} />
      </p>
    )}
    {(step.isBackdated || step.recordedOn !== step.on || step.isAssumed) && (
      <p>
        {step.recordedOn !== step.on && <Tag words={{ zh: '补录', en: 'Recorded late' }} tone="attention" />}
        {step.isAssumed && <Tag words={{ zh: '日期为推定', en: 'Day assumed' }} tone="attention" />}{' '}
        <T zh="记录于" en="recorded on " />
        <When at={step.recordedOn} />
      </p>
    )}
    {step.facts.length > 0 && (
      <Facts dense facts={step.facts.map(({ label, value }) => ({ key: label, value: <Say words={value} /> }))} />
    )}
    {step.words.map(word => (
      <div class="panel">
        <p class="muted">
          <Say words={word.label} />
        </p>
        <Written {...word} />
      </div>
    ))}
    {step.files.length > 0 && (
      <p>
        <T zh="附件：" en="Attached: " />
        {step.files.map(id => (
          <FileName id={id} sheet={sheet} />
        ))}
      </p>
    )}
  </>
)

/** A list one thing a line, a demand with what became of it. */
const Written = ({ text, lines }: Told['words'][number]) =>
  lines ? (
    <ol>
      {lines.map(line => (
        <li>
          <Typed text={line.text} inline />
          {line.outcome && (
            <>
              <T zh="：" en=": " />
              <Say words={line.outcome} />
            </>
          )}
        </li>
      ))}
    </ol>
  ) : (
    <Typed text={text} />
  )

function FileName({ id, sheet }: { id: string; sheet: Sheet }) {
  const file = sheet.files.find(file => file.id === id)
  return file && !file.isPulled ? (
    <>
      <a href={urls.attachment(sheet.number, id)} download hx-boost="false">
        <Typed text={file.name} inline />
      </a>{' '}
    </>
  ) : (
    <Tag words={{ zh: '已撤下', en: 'Pulled' }} />
  )
}

const whoOf = (step: Told, { people }: Sheet) => {
  const name = people.get(step.actor)
  const organ = step.organ
  if (organ === null) return undefined
  return name ? { zh: `${organ.zh} ${name}`, en: `${organ.en}, ${name}` } : organ
}
