import type { TheirStep } from '../../src/portal/their_story.ts'
import { Facts } from '../parts/facts.tsx'
import { Tag } from '../parts/tag.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { T, Typed } from '../parts/words.tsx'
import { When } from '../parts/when.tsx'

/** Every step in order, the last one marked; of an accusation only what and when. */
export const TheirStory = ({ steps, isOpen }: { steps: readonly TheirStep[]; isOpen: boolean }) => (
  <section>
    <h2>
      <T zh="办理经过" en="What has happened" />
    </h2>
    <Timeline
      steps={steps.map((step, index) => ({
        when: step.on,
        what: isOpen ? step.says : step.title,
        place: index === steps.length - 1 ? 'now' : 'past',
        details: isOpen && (step.words.length > 0 || step.correctedTo) ? <Written step={step} /> : undefined,
      }))}
    />
  </section>
)

const Written = ({ step }: { step: TheirStep }) => (
  <Facts
    facts={[
      step.correctedTo !== undefined && {
        key: { zh: '日期更正为', en: 'Day corrected to' },
        value: <When at={step.correctedTo} />,
      },
      ...step.words.map(({ label, text, lines }) => ({
        key: label,
        value: lines ? <Lines lines={lines} /> : <Typed text={text} />,
      })),
    ]}
  />
)

/** A demand with what becomes of it. */
const Lines = ({ lines }: { lines: NonNullable<TheirStep['words'][number]['lines']> }) => (
  <ul>
    {lines.map(({ text, outcome }) => (
      <li>
        <Typed text={text} inline /> {outcome && <Tag words={outcome} />}
      </li>
    ))}
  </ul>
)
