import type { Store } from '../db/open.ts'
import { sayDay } from '../law/day.ts'
import { redact } from '../law/redact.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Typed } from '../../views/parts/act-form.tsx'
import { answersGiven, toPublish } from './answers_given.ts'
import type { Given } from './answers_given.ts'
import { knownOf } from './known_of.ts'
import { listNames, namesOf } from './names.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'
import type { CaseText } from './words.ts'

/**
 * What the office is offered to publish: of each answer as much as was decided with it, without anything that gives
 * somebody away. Co-handlers' opinions stay inside; so do the names of whoever handled it.
 */
export async function draftToPublish({ reader, master }: Store, view: CaseView, { publishes }: Act): Promise<Typed> {
  if (publishes !== 'yes') return {}
  const texts = await readTexts(reader, master, view.row.number)
  const names = await namesOf(reader, view)
  const answers = toPublish(answersGiven(view))
  const officials = await listNames(
    reader,
    Object.values(view.data.did).map(({ by }) => by),
  )
  const known = await knownOf(reader, master, view)
  const all = { ...known, names: [...known.names, ...officials.values()] }
  const title = texts.findLast(({ field }) => field === 'title')?.text ?? ''
  const said = answers.map(answer => {
    const words = wordsOf(answer, texts)
    return answers.length > 1 ? `${names(answer.organ, answer.on)?.zh ?? ''}：\n${words}` : words
  })
  return { publishedTitle: [redact(title, all)], publishedText: [redact(said.join('\n\n'), all)] }
}

/** The summary, or the answer with what it says is solved or promised. */
function wordsOf({ draft, publicity, promiseBy }: Given, texts: readonly CaseText[]): string {
  const read = (name: string) => texts.find(({ seq, field }) => seq === draft && field === name)?.text
  if (publicity === 'summary') return read('summary') ?? ''
  const [solution, promise] = [read('solution'), read('promise')]
  const by = promiseBy ? `（${sayDay(promiseBy).zh}前完成）` : ''
  return [read('opinion'), solution && `已经解决的内容：${solution}`, promise && `承诺事项：${promise}${by}`]
    .filter(Boolean)
    .join('\n\n')
}
