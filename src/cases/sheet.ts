import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { loadCalendar } from './calendar.ts'
import { closingTasks } from './closing.ts'
import type { ClosingTask } from './closing.ts'
import { findErased } from './erased.ts'
import { explainDeadlines, sayWho } from './explain.ts'
import type { Explained } from './explain.ts'
import type { CaseFile } from './files.ts'
import { listFilesFor } from './files_for.ts'
import { flagsOf } from './flags.ts'
import type { Flag } from './flags.ts'
import { describeMatter } from './matter.ts'
import type { MatterFact } from './matter.ts'
import { describeMotion } from './motion_matter.ts'
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
import { sayNext } from './sentences.ts'
import { mayName, readsAs, seenBy } from './sight.ts'
import type { CaseView } from './view.ts'
import { whoIn } from './who.ts'
import type { Who } from './who.ts'
import { readTitles } from './words.ts'
import { standingWords } from './standing_words.ts'
import type { Worded } from './standing_words.ts'

/** Everything the page of a case says, for one reader on one day. */
export type Sheet = OpenActs & {
  number: string
  /** The number in its session's series, where it has one. */
  label: string | null
  version: number
  title: string
  /** For whoever signed it: what is theirs to know, and nothing of how officials work on it. */
  isSigners: boolean
  /** Signed by those who put it forward, and not filed by a petitioner. */
  isSigned: boolean
  state: Text
  isOpen: boolean
  isRestricted: boolean
  facts: MatterFact[]
  /** What whoever opens it should know at once. */
  flags: Flag[]
  received: Day
  ended: Day | null
  /** Whom officials wait for; what whoever signed it may expect. */
  awaits: Text | null
  next: Text | undefined
  /** What it says now. */
  words: Worded[]
  closing: ClosingTask[]
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
  const reads = readsAs(view, actor)
  const seen = seenBy(view, reads)
  const erased = await findErased(reader, view.row.number)
  const names = await findOrgans(reader, organsIn(seen))
  const files = await listFilesFor(store, view, actor)
  const story = await openedStory(store, view, files, reads)
  const who = await whoIn(store, view, actor)
  const people = await listNames(
    reader,
    peopleIn(seen, story).filter(person => mayName(view, reads, person)),
  )
  const isSigned = view.procedure.numbered !== undefined
  return {
    ...standing(view),
    ...openActs(view, actor, today),
    ...(reads === 'signer' ? await forSigners(store, seen) : await forOfficials(store, view, actor, { names, today })),
    isSigned,
    title: await titleOf(store, view),
    facts: isSigned
      ? await describeMotion(store, seen, actor, { names, people })
      : await describeMatter(reader, view, names),
    flags: flagsOf(view, who, erased),
    deadlines: explainDeadlines(seen, await loadCalendar(reader), names),
    parts: describeParts(seen, names, people, today).map(withActs(view, actor, today)),
    ...{ who, erased, story, people, files },
  }
}

/** What officials see of their own work. */
const forOfficials = async (store: Store, view: CaseView, actor: Actor, { names, today }: Known) => ({
  isSigners: false,
  awaits: view.row.awaits_role === null ? null : sayWho(view.row.awaits_role, view.row.awaits_organ, names),
  next: undefined,
  words: [],
  closing: closingTasks(view, actor, today),
  repeats: await describeRepeats(store, view, actor, today),
  readings: await readingsFor(store.reader, view, actor),
})

/** What those who signed it see instead. */
const forSigners = async (store: Store, seen: CaseView) => ({
  isSigners: true,
  awaits: null,
  next: await sayNext(store, seen),
  words: await standingWords(store, seen),
  closing: [],
  repeats: { earlier: undefined, later: [], linking: undefined, possible: [] },
  readings: undefined,
})

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

/** Where the case stands. */
const standing = ({ procedure, row }: CaseView) => ({
  number: row.number,
  label: row.label,
  version: row.version,
  state: procedure.states[row.state]?.title ?? plain(row.state),
  isOpen: row.is_open === 1,
  isRestricted: row.restricted === 1,
  received: row.received_on,
  ended: row.ended_on,
})

const titleOf = async ({ reader, master }: Store, { row }: CaseView): Promise<string> =>
  (await readTitles(reader, master, [row.number])).get(row.number) ?? row.number

type Organs = Awaited<ReturnType<typeof findOrgans>>
type Known = { names: Organs; today: Day }

/** A part with what this reader may do with it. */
function withActs(view: CaseView, actor: Actor, today: Day): (line: PartLine) => Sheet['parts'][number] {
  const acts = actsOnParts(view, actor, today)
  return line => ({ ...line, acts: acts.get(line.id) ?? [] })
}

const plain = (word: string): Text => ({ zh: word, en: word })
