import { nameOn } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import type { EventTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { sayLogged } from './logged.ts'
import type { Payload } from './project.ts'
import { reviewerOf } from './view.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'
import type { CaseText } from './words.ts'

export type Step = {
  seq: number
  act: string
  title: Text
  /** What happened, in one sentence. */
  says: Text
  on: Day
  recordedOn: Day
  /** The acting organ's name as of then; null for the petitioner and the clockwork. */
  organ: Text | null
  actor: string
  origin: EventTable['origin']
  /** What was written, and what was chosen or entered. */
  words: { field: string; label: Text; text: string }[]
  facts: { label: Text; value: Text }[]
  files: string[]
  isBackdated: boolean
  isAssumed: boolean
  issuesDocument: Text | null
}

/** Everything that happened to a case, in order; for the petitioner only what is theirs to read. */
export async function tellStory(store: Store, view: CaseView, reader: 'official' | 'petitioner'): Promise<Step[]> {
  const { procedure, row } = view
  const events = await store.reader
    .selectFrom('events')
    .selectAll()
    .where('stream', '=', `case:${row.number}`)
    .orderBy('seq')
    .execute()
  const texts = await readTexts(store.reader, store.master, row.number)
  const steps: Step[] = []
  const due = new Map<string, Day>()
  const last = new Map<string, number>()
  let lead: string | null = null
  let reviewer: string | null = null
  for (const event of events) {
    const spec = procedure.acts[event.act]
    if (!spec) continue
    const payload: Payload = JSON.parse(event.payload)
    for (const clock of payload.clocks ?? []) due.set(clock.deadline, clock.due)
    last.set(event.act, event.seq)
    if (payload.organ !== undefined && spec.assigns?.role === 'reviewer') reviewer = payload.organ
    else if (payload.organ !== undefined) lead = payload.organ
    if (reader === 'petitioner' && spec.inner) continue
    const names = await namesOf(store, { office: row.office, lead, reviewer, organ: event.organ }, event.occurred_on)
    const written = wordsOf(spec, event, texts, last)
    steps.push({
      seq: event.seq,
      act: event.act,
      title: spec.title,
      says: fill(spec.says, { names, due, spec, input: payload.input, today: event.occurred_on }),
      on: event.occurred_on,
      recordedOn: dayOf(event.recorded_at),
      organ: names['organ'] ?? null,
      actor: event.actor,
      origin: event.origin,
      words: written
        .filter(({ field }) => reader === 'official' || mayRead(view, spec, field))
        .map(line => ({ ...line, label: labelOf(procedure.acts, spec, line.field) })),
      facts: reader === 'official' ? await sayLogged(store, spec, payload.input) : [],
      files: payload.files ?? [],
      isBackdated: payload.backdated === true,
      isAssumed: payload.assumed === true,
      issuesDocument: spec.document ?? null,
    })
  }
  return steps
}

/** What comes next and who has it, in one sentence. */
export async function sayNext(store: Store, view: CaseView): Promise<Text> {
  const state = view.procedure.states[view.row.state]
  if (!state) return { zh: '', en: '' }
  const names = await namesOf(
    store,
    { office: view.row.office, lead: view.row.lead, reviewer: reviewerOf(view), organ: null },
    '9999-12-31',
  )
  const due = new Map(view.deadlines.filter(line => line.is_open === 1).map(line => [line.deadline, line.due_on]))
  return fill(state.next, { names, due, spec: undefined, input: {}, today: '' })
}

type Filling = {
  names: Record<string, Text | undefined>
  due: ReadonlyMap<string, Day>
  spec: Act | undefined
  input: Record<string, unknown>
  today: Day
}

/** {lead}, {office}, {reviewer}, {organ}, {due:x}, {by:x} (“, by the day”, or nothing), {field:x}. */
export function fill(text: Text, filling: Filling): Text {
  const inOne = (lang: 'zh' | 'en') =>
    text[lang].replaceAll(/\{(\w+)(?::(\w+))?\}/g, (_, word: string, of: string | undefined) => {
      const day = of === undefined ? undefined : filling.due.get(of)
      if (word === 'due') return day ?? (lang === 'zh' ? '法定期限' : 'the legal date')
      if (word === 'by') return day === undefined ? '' : lang === 'zh' ? `，期限到${day}` : `, by ${day}`
      if (word === 'field') return sayField(filling.spec, of ?? '', filling.input[of ?? ''])[lang]
      return filling.names[word]?.[lang] ?? (lang === 'zh' ? '信访部门' : 'the petition office')
    })
  return { zh: inOne('zh'), en: inOne('en') }
}

function sayField(spec: Act | undefined, name: string, value: unknown): Text {
  const schema = spec?.form?.shape[name]
  const option = schema && typeof value === 'string' ? fieldOf(schema)?.options?.[value] : undefined
  const plain = value === undefined ? { zh: '未记录', en: 'not recorded' } : { zh: String(value), en: String(value) }
  return option ?? plain
}

async function namesOf(
  store: Store,
  organs: Record<string, string | null>,
  on: Day,
): Promise<Record<string, Text | undefined>> {
  const named = await Promise.all(
    Object.entries(organs).map(
      async ([role, id]) => [role, id === null ? undefined : await nameOn(store.reader, id, on)] as const,
    ),
  )
  return Object.fromEntries(named)
}

/** The words of this step; a signature brings the words of the draft it issues. */
function wordsOf(spec: Act, event: EventTable, texts: readonly CaseText[], last: ReadonlyMap<string, number>) {
  const issued = spec.issues === undefined ? undefined : last.get(spec.issues)
  return texts.filter(text => text.seq === event.seq || text.seq === issued).map(({ field, text }) => ({ field, text }))
}

/** A petitioner reads what is open to them; of an accusation nothing of its content is ever shown back. */
const mayRead = (view: CaseView, spec: Act, field: string) =>
  spec.open?.includes(field) === true && view.row.restricted === 0

function labelOf(acts: Readonly<Record<string, Act>>, spec: Act, field: string): Text {
  const schema =
    spec.form?.shape[field] ?? (spec.issues === undefined ? undefined : acts[spec.issues]?.form?.shape[field])
  return (schema && fieldOf(schema)?.label) ?? otherLabels[field] ?? { zh: field, en: field }
}

const otherLabels: Readonly<Record<string, Text>> = {
  lateReason: { zh: '补录理由', en: 'Reason for late recording' },
  notes: { zh: '台账其他栏目', en: 'Other ledger columns' },
  ownNumber: { zh: '原编号', en: 'Number in the ledger' },
  opinion: { zh: '答复', en: 'Answer' },
}
