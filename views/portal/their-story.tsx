import type { Step } from '../../src/cases/story.ts'
import type { Text } from '../../src/law/words.ts'
import { Facts } from '../parts/facts.tsx'
import { Tag } from '../parts/tag.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { T, Typed } from '../parts/words.tsx'

type StoryProps = {
  steps: readonly Step[]
  isOpen: boolean
  /** What may become of a demand, in words. */
  outcomes: Readonly<Record<string, Text>>
}

/** Every step in order, the last one marked; of an accusation only what and when. */
export const TheirStory = ({ steps, isOpen, outcomes }: StoryProps) => (
  <section>
    <h2>
      <T zh="办理经过" en="What has happened" />
    </h2>
    <Timeline
      steps={steps.map((step, index) => ({
        when: step.on,
        what: isOpen ? step.says : step.title,
        place: index === steps.length - 1 ? 'now' : 'past',
        details: isOpen && step.words.length > 0 ? <Written {...{ step, outcomes }} /> : undefined,
      }))}
    />
  </section>
)

const Written = ({ step, outcomes }: Pick<StoryProps, 'outcomes'> & { step: Step }) => (
  <Facts facts={step.words.map(({ label, text }) => ({ key: label, value: <Lines {...{ text, outcomes }} /> }))} />
)

/** A list was kept as a list: one line each, a demand with what becomes of it. */
function Lines({ text, outcomes }: Pick<StoryProps, 'outcomes'> & { text: string }) {
  const lines = listIn(text)
  return lines ? (
    <ul>
      {lines.map(({ said, outcome }) => (
        <li>
          <Typed text={said} inline />
          {outcome && (
            <>
              {' '}
              <Tag words={outcomes[outcome] ?? outcome} />
            </>
          )}
        </li>
      ))}
    </ul>
  ) : (
    <Typed text={text} />
  )
}

type Line = { said: string; outcome?: string }

/** Words that only look like a list are words. */
function listIn(text: string): Line[] | undefined {
  if (!text.startsWith('[')) return undefined
  try {
    const found: unknown = JSON.parse(text)
    const lines = Array.isArray(found) ? found.map(lineOf) : []
    return lines.length > 0 && lines.every(line => line !== undefined) ? lines : undefined
  } catch {
    return undefined
  }
}

function lineOf(line: unknown): Line | undefined {
  if (typeof line === 'string') return { said: line }
  const isDemand = typeof line === 'object' && line !== null && 'demand' in line && 'outcome' in line
  return isDemand ? { said: String(line.demand), outcome: String(line.outcome) } : undefined
}
