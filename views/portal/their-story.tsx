import type { Step } from '../../src/cases/story.ts'
import { Facts } from '../parts/facts.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { T, Typed } from '../parts/words.tsx'

/** Every step in order, the last one marked; of an accusation only what and when. */
export const TheirStory = ({ steps, isOpen }: { steps: readonly Step[]; isOpen: boolean }) => (
  <section>
    <h2>
      <T zh="办理经过" en="What has happened" />
    </h2>
    <Timeline
      steps={steps.map((step, index) => ({
        when: step.on,
        what: isOpen ? step.says : step.title,
        place: index === steps.length - 1 ? 'now' : 'past',
        details: isOpen && step.words.length > 0 ? <Written step={step} /> : undefined,
      }))}
    />
  </section>
)

const Written = ({ step }: { step: Step }) => (
  <Facts facts={step.words.map(({ label, text }) => ({ key: label, value: <Lines text={text} /> }))} />
)

/** A list was kept as a list: one line each. */
function Lines({ text }: { text: string }) {
  const lines = listIn(text)
  return lines ? (
    <ul>
      {lines.map(line => (
        <li>
          <Typed text={line} inline />
        </li>
      ))}
    </ul>
  ) : (
    <Typed text={text} />
  )
}

function listIn(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? found.map(sayLine) : undefined
  } catch {
    return undefined
  }
}

const sayLine = (line: unknown): string =>
  typeof line === 'object' && line !== null && 'demand' in line ? String(line.demand) : String(line)
