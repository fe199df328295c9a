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
import { flagsOf } from './flags.ts'
import type { Flag } from './flags.ts'
import { describeMatter } from './matter.ts'
import { listNames } from './names.ts'
import { openActs } from './open_acts.ts'
import type { OpenActs } from './open_acts.ts'
import { actsOnParts } from './meant_part.ts'
import type { PartAct } from './meant_part.ts'
import { openedStory } from './opened_story.ts'
import type { Told } from './opened_story.ts'
import { describeParts } from './part_lines.ts'
import type { PartLine } from './part_lines.ts'
import { readingsFor } from './readings.ts'
import type { Reading } from './readings.ts'
import { describeRepeats } from './repeats.ts'
import type { Repeats } from './repeats.ts'
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

export async function describeCase(store: Store, view: CaseView, actor: Actor, today: Day): Promise<Sheet> {
  const { reader } = store
  const erased = await findErased(reader, view.row.number)
  const names = await findOrgans(reader, organsIn(view))
  const files = await listFilesFor(store, view, actor)
  const story = await openedStory(store, view, files)
  const who = await whoIn(store, view, actor)
  const people = await listNames(reader, peopleIn(view, story))
  return {
    ...standing(view, names),
    ...openActs(view, actor, today),
    title: await titleOf(store, view),
    facts: await describeMatter(reader, view, names),
    flags: flagsOf(view, who, erased),
    closing: closingTasks(view, actor, today),
    deadlines: explainDeadlines(view, await loadCalendar(reader), names),
    parts: partsWithActs(view, actor, { names, people, today }),
    repeats: await describeRepeats(store, view, actor, today),
    readings: await readingsFor(reader, view, actor),
    ...{ who, erased, story, people, files },
  }
}

/** Every organ the page names: those that have the matter, those with a part in it, and those who owe a date. */
const organsIn = ({ row, assignments, deadlines }: CaseView): string[] =>
  [
    ...[row.office, row.lead, row.awaits_organ],
    ...assignments.flatMap(({ organ, sender }) => [organ, sender]),
    ...deadlines.map(line => line.owner_organ),
  ].flatMap(organ => organ ?? [])

const peopleIn = ({ assignments }: CaseView, story: readonly Told[]): string[] => [
  ...story.map(step => step.actor),
  ...assignments.flatMap(part => part.person ?? []),
]

/** Where the case stands and whom it awaits. */
const standing = ({ procedure, row }: CaseView, names: Organs) => ({
  number: row.number,
  version: row.version,
  state: procedure.states[row.state]?.title ?? plain(row.state),
  isOpen: row.is_open === 1,
  isRestricted: row.restricted === 1,
  received: row.received_on,
  ended: row.ended_on,
  awaits: row.awaits_role === null ? null : sayWho(row.awaits_role, row.awaits_organ, names),
})

const titleOf = async ({ reader, master }: Store, { row }: CaseView): Promise<string> =>
  (await readTitles(reader, master, [row.number])).get(row.number) ?? row.number

type Organs = Awaited<ReturnType<typeof findOrgans>>
type Known = { names: Organs; people: ReadonlyMap<string, string>; today: Day }

/** The parts, each with what this reader may do with it. */
function partsWithActs(view: CaseView, actor: Actor, { names, people, today }: Known): Sheet['parts'] {
  const acts = actsOnParts(view, actor, today)
  return describeParts(view, names, people, today).map(line => ({ ...line, acts: acts.get(line.id) ?? [] }))
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
