import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'
import { wordsOf } from './step_words.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'

export type Worded = { field: string; label: Text; text: string }

/** What a matter says now: the words it was opened with, each as last revised; its title stands above them. */
export async function standingWords({ reader, master }: Store, view: CaseView): Promise<Worded[]> {
  const opening = Object.values(view.procedure.acts).find(({ from }) => from === 'start')
  if (!opening) return []
  const texts = await readTexts(reader, master, view.row.number)
  const asked = (opening.open ?? []).filter(field => field !== 'title')
  return wordsOf(
    view,
    opening,
    asked.flatMap(field => texts.findLast(text => text.field === field) ?? []),
  )
}
