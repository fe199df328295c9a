import type { Actor } from '../accounts/actor.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { tasksBefore } from './decide.ts'
import type { CaseView } from './view.ts'

export type ClosingTask = { title: Text; done: boolean; note: Text }

/**
 * What is missing before a case can be closed, wherever it can still be. Where there are several ways of closing it, what
 * all of them need stands once, and what only one or the other needs is one task, done either way.
 */
export function closingTasks(view: CaseView, actor: Actor, today: Day): ClosingTask[] {
  if (view.row.is_open === 0) return []
  const ways = waysOfClosing(view.procedure).map(act => tasksBefore(view, act, actor, today))
  const [first = [], ...others] = ways
  const isShared = (title: Text) => others.every(way => way.some(({ need }) => need.title.en === title.en))
  const shared = first.filter(({ need }) => isShared(need.title))
  const own = ways.map(way => way.filter(({ need }) => shared.every(task => task.need.title.en !== need.title.en)))
  return [...shared.map(told), ...either(own.map(way => way.map(told)))]
}

/** `close`, and whatever else asks for evidence and leads where it does. */
const waysOfClosing = ({ acts }: Procedure): string[] =>
  Object.entries(acts).flatMap(([act, { needs, to }]) => (needs && to === acts['close']?.to ? [act] : []))

const told = ({ need, done }: ReturnType<typeof tasksBefore>[number]): ClosingTask => ({
  title: need.title,
  done,
  note: need.because,
})

/** One task of several ways: what is said to be missing is what the first of them lacks. */
function either(ways: readonly ClosingTask[][]): ClosingTask[] {
  const [first = []] = ways
  if (ways.length < 2) return first
  const [missing] = [...first.filter(({ done }) => !done), ...first]
  const titles = ways.map(way => way.map(({ title }) => title))
  const inOne = (lang: 'zh' | 'en', and: string, or: string) =>
    titles
      .map((way, i) =>
        joined(
          way.map(title => title[lang]),
          and,
          i > 0,
        ),
      )
      .join(or)
  return missing
    ? [
        {
          title: { zh: inOne('zh', '、', '；或者'), en: inOne('en', ' and ', '; or ') },
          done: ways.some(way => way.every(({ done }) => done)),
          note: missing.note,
        },
      ]
    : []
}

const joined = (titles: readonly string[], and: string, goesOn: boolean): string =>
  titles.map((title, i) => (goesOn || i > 0 ? title.slice(0, 1).toLowerCase() + title.slice(1) : title)).join(and)
