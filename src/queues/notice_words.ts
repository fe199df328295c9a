import type { Told } from '../../views/queues/notices.tsx'
import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import type { Organs } from '../accounts/organs.ts'
import { visibleTo } from '../accounts/visible.ts'
import { viewsOf } from '../cases/explain.ts'
import { keptSigner } from '../cases/kept.ts'
import type { Payload } from '../cases/project.ts'
import { fill } from '../cases/sentences.ts'
import { isOfSigners, readsAs } from '../cases/sight.ts'
import { receiverIn } from '../cases/story.ts'
import type { CaseView } from '../cases/view.ts'
import { readTitles } from '../cases/words.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import type { EventTable, OutboxTable } from '../db/tables.ts'
import { urls } from '../http/urls.ts'
import { sayMonth } from '../law/day.ts'
import type { Text } from '../law/words.ts'

/** Each message in words, with the case it is about. */
export async function tell(store: Store, actor: Actor, rows: readonly OutboxTable[]): Promise<Told[]> {
  const { reader } = store
  const views = await listViews(reader, actor, [...new Set(rows.flatMap(row => row.case_number ?? []))])
  const numbers = views.map(({ row }) => row.number)
  const titles = await readTitles(reader, store.master, numbers)
  const events = await listEvents(
    reader,
    rows.filter(row => row.case_number !== null),
  )
  const organs = await findOrgans(reader, [...views.flatMap(organsIn), ...events.flatMap(({ organ }) => organ ?? [])])
  return rows.flatMap(row => {
    if (row.case_number === null) return ofNoCase(row)
    const view = views.find(view => view.row.number === row.case_number)
    const event = view && events.find(event => isOf(event, row))
    if (!view) return []
    return [
      {
        id: row.id,
        href: urls.case(view.row.number),
        number: view.row.number,
        title: titles.get(view.row.number) ?? view.row.number,
        at: row.created_at,
        isRead: row.read_at !== null,
        text: said(row, view, event, { actor, organs }),
      },
    ]
  })
}

/** That a month was closed. */
function ofNoCase({ id, notice, params, created_at, read_at }: OutboxTable): Told[] {
  if (notice !== 'monthClosed') return []
  const { month = '' }: { month?: string } = JSON.parse(params)
  const said = sayMonth(month)
  const text = { zh: `${said.zh}的月报已经定稿`, en: `The report of ${said.en} is closed` }
  return [{ id, href: urls.reportArchive(), number: month, title: '', at: created_at, isRead: read_at !== null, text }]
}

async function listViews(db: Db, actor: Actor, numbers: readonly string[]): Promise<CaseView[]> {
  if (numbers.length === 0) return []
  const cases = db
    .selectFrom('cases')
    .selectAll('cases')
    .where(visibleTo(actor))
    .where('number', 'in', [...numbers])
  return viewsOf(db, await cases.execute())
}

/** What the messages are about. */
async function listEvents(db: Db, rows: readonly OutboxTable[]): Promise<EventTable[]> {
  if (rows.length === 0) return []
  return db
    .selectFrom('events')
    .selectAll()
    .where('stream', 'in', [...new Set(rows.map(row => `case:${row.case_number}`))])
    .where('seq', 'in', [...new Set(rows.flatMap(row => paramsOf(row).seq ?? []))])
    .execute()
}

const isOf = (event: EventTable, row: OutboxTable) =>
  event.stream === `case:${row.case_number}` && event.seq === paramsOf(row).seq

const paramsOf = (row: OutboxTable): { recipient?: string; deadline?: string; seq?: number } => JSON.parse(row.params)

const organsIn = ({ row, assignments }: CaseView): string[] => [
  row.office,
  ...(row.lead === null ? [] : [row.lead]),
  ...assignments.map(({ organ }) => organ),
]

type Known = { actor: Actor; organs: Organs }

function said(row: OutboxTable, view: CaseView, event: EventTable | undefined, known: Known): Text {
  const spec = view.procedure.acts[row.notice]
  const { recipient, deadline } = paramsOf(row)
  const told = Object.entries(spec?.tells ?? {}).find(([to]) => to === recipient)?.[1]
  const due = new Map(view.deadlines.map(line => [line.deadline, line.due_on]))
  const term = view.procedure.deadlines[deadline ?? '']?.title
  const named = spec && term && { zh: `${spec.title.zh}：${term.zh}`, en: `${spec.title.en}: ${term.en}` }
  const payload: Payload = event ? JSON.parse(event.payload) : { input: {} }
  const names = namesIn(view, event, payload, known)
  return fill(told ?? named ?? spec?.title ?? { zh: '', en: '' }, { names, due, spec, input: payload.input })
}

/** Who did it and whose part it is about; of those who sign nothing where it is kept. */
function namesIn(view: CaseView, event: EventTable | undefined, payload: Payload, { actor, organs }: Known) {
  const isKept = (person: string | null | undefined) =>
    person != null && readsAs(view, actor) === 'unknowing' && isOfSigners(view, person)
  const receiver = view.assignments.find(({ id }) => id === payload.part)
  return {
    office: organs.get(view.row.office),
    lead: organs.get(view.row.lead ?? ''),
    organ: isKept(event?.actor) ? keptSigner(view.procedure) : organs.get(event?.organ ?? ''),
    receiver: isKept(receiver?.person) ? keptSigner(view.procedure) : organs.get(receiverIn(view, payload) ?? ''),
  }
}
