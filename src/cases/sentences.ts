import type { Store } from '../db/open.ts'
import { sayDay } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { shapeOf } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { namesOf } from './names.ts'
import { reviewerOf } from './view.ts'
import type { CaseView } from './view.ts'

/** What a sentence of a procedure may speak of. */
export type Filling = {
  names: Readonly<Record<string, Text | undefined>>
  due: ReadonlyMap<string, Day>
  spec?: Act | undefined
  deadlines?: Procedure['deadlines']
  input?: Readonly<Record<string, unknown>>
}

/** {lead}, {office}, {reviewer}, {organ}, {receiver}, {due:x}, {by:x} (“, by the day”, or nothing), {field:x}. */
export function fill(text: Text, filling: Filling): Text {
  const inOne = (lang: 'zh' | 'en') =>
    text[lang].replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, word: string, of: string | undefined) => {
      const due = of === undefined ? undefined : filling.due.get(of)
      const day = due && sayDay(due)[lang]
      if (word === 'due') return day ?? (lang === 'zh' ? '法定期限' : 'the legal date')
      if (word === 'by') return day === undefined ? '' : lang === 'zh' ? `，期限到${day}` : `, by ${day}`
      if (word === 'field') return sayField(filling, of ?? '')[lang]
      return (filling.names[word] ?? nobodyNamed)[lang]
    })
  return { zh: inOne('zh'), en: inOne('en') }
}

/** Said where no organ is known by that word: none is made up. */
const nobodyNamed: Text = { zh: '有关单位', en: 'the organ concerned' }

/** What comes next and who has it, in one sentence. */
export async function sayNext(store: Store, view: CaseView): Promise<Text> {
  const state = view.procedure.states[view.row.state]
  if (!state) return { zh: '', en: '' }
  const nameOf = await namesOf(store.reader, view)
  const names = {
    office: nameOf(view.row.office),
    lead: nameOf(view.row.lead) ?? together(view, nameOf),
    reviewer: nameOf(reviewerOf(view)),
  }
  const due = new Map(view.deadlines.filter(line => line.is_open === 1).map(line => [line.deadline, line.due_on]))
  return fill(state.next, { names, due })
}

/** Those who each answer for their own part, where nobody leads. */
function together({ assignments }: CaseView, nameOf: Awaited<ReturnType<typeof namesOf>>): Text | undefined {
  const separate = assignments.filter(({ role, is_open }) => role === 'separate' && is_open === 1)
  const names = separate.flatMap(({ organ }) => nameOf(organ) ?? [])
  if (names.length === 0) return undefined
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

function sayField({ spec, deadlines, input }: Filling, name: string): Text {
  const value = input?.[name]
  if (value === undefined) return { zh: '未记录', en: 'not recorded' }
  const schema = spec && shapeOf(spec)[name]
  const word = String(value)
  return (schema && fieldOf(schema)?.options?.[word]) ?? deadlines?.[word]?.title ?? { zh: word, en: word }
}
