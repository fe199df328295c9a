import type { Store } from '../db/open.ts'
import type { CaseFile } from './files.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import type { Reads } from './sight.ts'
import { tellStory } from './story.ts'
import type { Step } from './story.ts'
import type { CaseView } from './view.ts'

/** A step with its lists opened. */
export type Told = Omit<Step, 'words'> & { words: (Step['words'][number] & { lines: Line[] | undefined })[] }

/** The story with its lists opened, and of its files those this reader may see. */
export async function openedStory(
  store: Store,
  view: CaseView,
  files: readonly CaseFile[],
  reads: Reads,
): Promise<Told[]> {
  const steps = await tellStory(store, view, reads)
  const opened = (act: string, word: Step['words'][number]) => ({
    ...word,
    lines: linesOf(view.procedure, act, word.field, word.text),
  })
  return steps.map(step => ({
    ...step,
    files: step.files.filter(id => files.some(file => file.id === id)),
    words: step.words.map(word => opened(step.act, word)),
  }))
}
