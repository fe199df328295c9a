import { system } from '../accounts/actor.ts'
import { nameOn } from '../accounts/organs.ts'
import type { Payload } from '../cases/project.ts'
import { fill } from '../cases/sentences.ts'
import { receiverIn } from '../cases/story.ts'
import { findCase, reviewerOf } from '../cases/view.ts'
import type { CaseView } from '../cases/view.ts'
import { readParty } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import type { EventTable, OutboxTable } from '../db/tables.ts'
import { urls } from '../http/urls.ts'

/**
 * Where the petitioner is reached; of a change of contact data the former telephone hears too, or whoever changed them
 * would be the only one warned.
 */
export async function numbersFor({ reader, master }: Store, message: OutboxTable): Promise<string[]> {
  const { seq }: { seq: number } = JSON.parse(message.params)
  const party = (before?: number) => readParty(reader, master, message.to_id, 'petitioner', before)
  const [latest, former, then] = [await party(), await party(seq), await party(seq + 1)]
  const isChanged = former?.phone !== then?.phone
  return [...new Set([latest?.phone, isChanged ? former?.phone : undefined].flatMap(phone => phone ?? []))]
}

/** The act's sentence with its names and dates, the number, and where to look. Nothing of what the matter is about. */
export async function textOf(
  store: Store,
  { to_id: number, notice, params }: OutboxTable,
  publicUrl: string | undefined,
): Promise<string | undefined> {
  const view = await findCase(store.reader, system, number)
  const spec = view?.procedure.acts[notice]
  const event = await eventOf(store, number, params)
  if (!view || !event || !spec?.tells?.petitioner) return undefined
  const due = new Map(view.deadlines.map(line => [line.deadline, line.due_on]))
  const payload: Payload = JSON.parse(event.payload)
  const names = await namesOf(store, view, event, payload)
  const { zh } = fill(spec.tells.petitioner, { names, due, spec, input: payload.input })
  return `${zh}。编号${number}${publicUrl === undefined ? '' : `，查询：${publicUrl}${urls.track()}`}`
}

function eventOf({ reader }: Store, number: string, params: string): Promise<EventTable | undefined> {
  const { seq }: { seq: number } = JSON.parse(params)
  const events = reader.selectFrom('events').selectAll().where('stream', '=', `case:${number}`)
  return events.where('seq', '=', seq).executeTakeFirst()
}

async function namesOf({ reader }: Store, view: CaseView, { organ, occurred_on }: EventTable, payload: Payload) {
  const name = async (id: string | null) => (id === null ? undefined : await nameOn(reader, id, occurred_on))
  return {
    office: await name(view.row.office),
    lead: await name(view.row.lead),
    organ: await name(organ),
    reviewer: await name(reviewerOf(view)),
    receiver: await name(receiverIn(view, payload)),
  }
}
