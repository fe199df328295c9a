import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import { worksOnCases } from '../accounts/visible.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { channels } from '../procedures/petition/kinds.ts'
import { loadCalendar } from './calendar.ts'
import { actsFor, tasksBefore } from './decide.ts'
import type { Because } from './decide.ts'
import { explainDeadlines, nextAct, sayWho } from './explain.ts'
import type { Explained } from './explain.ts'
import { listFiles } from './files.ts'
import type { CaseFile } from './files.ts'
import { linesOf } from './lines.ts'
import type { Line } from './lines.ts'
import { masked } from './mask.ts'
import { readingsFor } from './readings.ts'
import type { Reading } from './readings.ts'
import { describeRepeats } from './repeats.ts'
import type { Repeats } from './repeats.ts'
import { tellStory } from './story.ts'
import type { Step } from './story.ts'
import { reviewerOf } from './view.ts'
import type { CaseView } from './view.ts'
import { readParty, readTitles } from './words.ts'
import type { Party } from './words.ts'

/** Everything the page of a case says, for one reader on one day. */
export type Sheet = {
  number: string
  version: number
  title: string
  state: Text
  isOpen: boolean
  isRestricted: boolean
  facts: { key: Text; value: Text | string }[]
  received: Day
  ended: Day | null
  awaits: Text | null
  /** The awaited act first; a file is pulled from beside the file itself. */
  open: { act: string; title: Text; isNext: boolean }[]
  barred: { act: string; title: Text; because: Because }[]
  closing: { title: Text; done: boolean; note: Text }[]
  deadlines: Explained[]
  parts: { organ: Text; role: Text; state: Text; since: Day; isOpen: boolean }[]
  party: Party | undefined
  isMasked: boolean
  repeats: Repeats
  /** Who has read it, where that is for this reader to know. */
  readings: Reading[] | undefined
  story: Told[]
  people: ReadonlyMap<string, string>
  files: CaseFile[]
  canPull: boolean
}

/** A step with its lists opened. */
export type Told = Omit<Step, 'words'> & { words: (Step['words'][number] & { lines: Line[] | undefined })[] }

export async function describeCase(store: Store, view: CaseView, actor: Actor, today: Day): Promise<Sheet> {
  const { procedure, row } = view
  const organs = [row.office, row.lead, row.awaits_organ, ...view.assignments.map(part => part.organ)]
  const owners = view.deadlines.map(line => line.owner_organ)
  const names = await findOrgans(
    store.reader,
    [...organs, ...owners].flatMap(organ => organ ?? []),
  )
  const acts = actsFor(view, actor, today)
  const next = nextAct(view, today)
  const story = (await tellStory(store, view, 'official')).map(step => ({
    ...step,
    words: step.words.map(word => ({ ...word, lines: linesOf(procedure, step.act, word.field, word.text) })),
  }))
  const party = await readParty(store.reader, store.master, row.number)
  const isMasked = !isWorkingOn(view, actor)
  return {
    number: row.number,
    version: row.version,
    title: (await readTitles(store.reader, store.master, [row.number])).get(row.number) ?? row.number,
    state: procedure.states[row.state]?.title ?? plain(row.state),
    isOpen: row.is_open === 1,
    isRestricted: row.restricted === 1,
    facts: await factsOf(store, view, names),
    received: row.received_on,
    ended: row.ended_on,
    awaits: row.awaits_role === null ? null : sayWho(row.awaits_role, row.awaits_organ, names),
    open: acts
      .filter(({ act, decision }) => decision.allowed && act !== 'pullFile')
      .map(({ act, spec }) => ({ act, title: spec.title, isNext: spec === next }))
      .sort((a, b) => Number(b.isNext) - Number(a.isNext)),
    barred: acts.flatMap(({ act, spec, decision }) =>
      decision.allowed ? [] : [{ act, title: spec.title, because: decision.because }],
    ),
    closing: closingTasks(view, actor, today),
    deadlines: explainDeadlines(view, await loadCalendar(store.reader), names),
    parts: view.assignments.map(part => ({
      organ: names.get(part.organ) ?? plain(part.organ),
      role: partRoles[part.role],
      state: procedure.assignmentStates[part.state]?.title ?? plain(part.state),
      since: part.since_on,
      isOpen: part.is_open === 1,
    })),
    party: party && isMasked ? masked(party) : party,
    isMasked,
    repeats: await describeRepeats(store, view, actor, today),
    readings: await readingsFor(store.reader, view, actor),
    story,
    people: await namesOf(
      store,
      story.map(step => step.actor),
    ),
    files: await listFiles(store.reader, store.master, row.number),
    canPull: acts.some(({ act, decision }) => act === 'pullFile' && decision.allowed),
  }
}

/** Organs that have the case now see who filed it in full; others who may read it do not need to. */
function isWorkingOn(view: CaseView, actor: Actor): boolean {
  const parts = view.assignments.filter(part => part.is_open === 1).map(part => part.organ)
  const seats = [view.row.office, view.row.lead, reviewerOf(view), ...parts]
  return worksOnCases(actor) && actor.organ !== null && seats.includes(actor.organ)
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

async function factsOf(store: Store, view: CaseView, names: Awaited<ReturnType<typeof findOrgans>>) {
  const { procedure, row, data } = view
  const kind = row.kind === null ? undefined : procedure.kinds[row.kind]?.title
  const route = row.route === null ? undefined : procedure.routes[row.route]?.title
  const category =
    row.category === null
      ? undefined
      : await store.reader.selectFrom('categories').selectAll().where('id', '=', row.category).executeTakeFirst()
  const heads = data.set['heads']
  const channel: Text = Object.entries(channels).find(([id]) => id === row.channel)?.[1] ?? plain(row.channel)
  const facts: { key: Text; value: Text | undefined }[] = [
    { key: { zh: '类型', en: 'Procedure' }, value: procedure.title },
    { key: { zh: '类别', en: 'Kind' }, value: kind },
    { key: { zh: '法定途径', en: 'Lawful route' }, value: route },
    { key: { zh: '内容分类', en: 'Category' }, value: category ?? (row.category ? plain(row.category) : undefined) },
    { key: { zh: '渠道', en: 'Channel' }, value: channel },
    { key: { zh: '人数', en: 'People' }, value: heads === undefined ? undefined : plain(String(heads)) },
    { key: { zh: '登记机关', en: 'Office' }, value: names.get(row.office) },
    { key: { zh: '承办单位', en: 'Lead organ' }, value: row.lead === null ? undefined : names.get(row.lead) },
  ]
  return facts.flatMap(({ key, value }) => (value ? [{ key, value: { zh: value.zh, en: value.en } }] : []))
}

async function namesOf({ reader }: Store, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

const plain = (word: string): Text => ({ zh: word, en: word })

const partRoles = {
  sole: { zh: '独办', en: 'sole' },
  lead: { zh: '主办', en: 'lead' },
  'co-handler': { zh: '会办', en: 'co-handler' },
  separate: { zh: '分办', en: 'separate' },
  reviewer: { zh: '复查复核', en: 'reviewer' },
  superior: { zh: '共同上级', en: 'common superior' },
  hop: { zh: '交办', en: 'handed over' },
  supervision: { zh: '督办', en: 'supervised' },
  proposal: { zh: '改进建议', en: 'improvement proposal' },
  instruction: { zh: '领导批示', en: 'leader’s instruction' },
  charge: { zh: '包案', en: 'in charge' },
} satisfies Record<CaseView['assignments'][number]['role'], Text>
