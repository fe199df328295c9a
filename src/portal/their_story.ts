import { linesOf } from '../cases/lines.ts'
import type { Line } from '../cases/lines.ts'
import { tellStory } from '../cases/story.ts'
import type { Step } from '../cases/story.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import { fieldsOf } from '../procedures/read_form.ts'

/** A step with its words in the order they were asked for, and its lists opened. */
export type TheirStep = Omit<Step, 'words'> & { words: (Step['words'][number] & { lines: Line[] | undefined })[] }

export async function tellTheirs(store: Store, view: CaseView): Promise<TheirStep[]> {
  const { acts } = view.procedure
  const steps = await tellStory(store, view, 'petitioner')
  return steps.map(step => {
    const spec = acts[step.act]
    const order = fieldsOf(spec?.form ?? acts[spec?.issues ?? '']?.form).map(({ name }) => name)
    const words = step.words
      .map(word => ({ ...word, lines: linesOf(view.procedure, step.act, word.field, word.text) }))
      .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    return { ...step, words }
  })
}

/** What an organ asked last, as far as it may be shown here. */
export const questionIn = (steps: readonly TheirStep[]): string | undefined =>
  steps.findLast(step => step.act === 'ask')?.words.find(({ field }) => field === 'question')?.text
