import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { loadCalendar } from './calendar.ts'
import { tasksBefore } from './decide.ts'
import { findErased } from './erased.ts'
import { explainDeadlines, sayWho } from './explain.ts'
import type { Explained } from './explain.ts'
import type { CaseFile } from './files.ts'
import { listFilesFor } from './files_for.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import { flagsOf } from './flags.ts'
import type { Flag } from './flags.ts'
import { describeMatter } from './matter.ts'
import { listNames } from './names.ts'
import { openActs } from './open_acts.ts'
import type { OpenActs } from './open_acts.ts'
import { actsOnParts } from './meant_part.ts'
import type { PartAct } from './meant_part.ts'
import { describeParts } from './part_lines.ts'
import type { PartLine } from './part_lines.ts'
import { readingsFor } from './readings.ts'
import type { Reading } from './readings.ts'
import { describeRepeats } from './repeats.ts'
import type { Repeats } from './repeats.ts'
import { tellStory } from './story.ts'
import type { Step } from './story.ts'
import type { CaseView } from './view.ts'
import { whoIn } from './who.ts'
import type { Who } from './who.ts'
import { readTitles } from './words.ts'

/** Everything the page of a case says, for one reader on one day. */
export type Sheet = OpenActs & {
  number: string
  version: number
  title: string
  state: Text
  isOpen: boolean
  isRestricted: boolean
  facts: { key: Text; value: Text }[]
  /** What whoever opens it should know at once. */
  flags: Flag[]
  received: Day
  ended: Day | null
  awaits: Text | null
  closing: { title: Text; done: boolean; note: Text }[]
  deadlines: Explained[]
  parts: (PartLine & { acts: PartAct[] })[]
  who: Who
  repeats: Repeats
  /** Who has read it, where that is for this reader to know. */
  readings: Reading[] | undefined
  erased: { on: Day; words: boolean } | undefined
  story: Told[]
  people: ReadonlyMap<string, string>
  files: CaseFile[]
}

/** A step with its lists opened. */
export type Told = Omit<Step, 'words'> & { words: (Step['words'][number] & { lines: Line[] | undefined })[] }

export async function describeCase(store: Store, view: CaseView, actor: Actor, today: Day): Promise<Sheet> {
  const { procedure, row } = view
  const erased = await findErased(store.reader, row.number)
  const parts = view.assignments.flatMap(({ organ, sender }) => [organ, sender])
  const organs = [row.office, row.lead, row.awaits_organ, ...parts]
  const owners = view.deadlines.map(line => line.owner_organ)
  const names = await findOrgans(
    store.reader,
    [...organs, ...owners].flatMap(organ => organ ?? []),
  )
  const files = await listFilesFor(store, view, actor)
  const story = (await tellStory(store, view, 'official')).map(step => ({
    ...step,
    files: step.files.filter(id => files.some(file => file.id === id)),
    words: step.words.map(word => ({ ...word, lines: linesOf(procedure, step.act, word.field, word.text) })),
  }))
  const who = await whoIn(store, view, actor)
  const people = await listNames(store.reader, [
    ...story.map(step => step.actor),
    ...view.assignments.flatMap(part => part.person ?? []),
  ])
  const acts = actsOnParts(view, actor, today)
  return {
    number: row.number,
    version: row.version,
    title: (await readTitles(store.reader, store.master, [row.number])).get(row.number) ?? row.number,
    state: procedure.states[row.state]?.title ?? plain(row.state),
    isOpen: row.is_open === 1,
    isRestricted: row.restricted === 1,
    facts: await describeMatter(store.reader, view, names),
    flags: flagsOf(view, who, erased),
    received: row.received_on,
    ended: row.ended_on,
    awaits: row.awaits_role === null ? null : sayWho(row.awaits_role, row.awaits_organ, names),
    ...openActs(view, actor, today),
    closing: closingTasks(view, actor, today),
    deadlines: explainDeadlines(view, await loadCalendar(store.reader), names),
    parts: describeParts(view, names, people, today).map(line => ({ ...line, acts: acts.get(line.id) ?? [] })),
    who,
    repeats: await describeRepeats(store, view, actor, today),
    erased,
    readings: await readingsFor(store.reader, view, actor),
    story,
    people,
    files,
  }
}

/** What is missing before a case can be closed, wherever it can still be. */
const closingTasks = (view: CaseView, actor: Actor, today: Day) =>
  view.row.is_open === 0
    ? []
    : tasksBefore(view, 'close', actor, today).map(({ need, done }) => ({
        title: need.title,
        done,
        note: need.because,
      }))

const plain = (word: string): Text => ({ zh: word, en: word })
