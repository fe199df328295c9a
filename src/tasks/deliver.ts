import { setTimeout as pause } from 'node:timers/promises'
import { system } from '../accounts/actor.ts'
import { nameOn } from '../accounts/organs.ts'
import { fill } from '../cases/sentences.ts'
import type { Payload } from '../cases/project.ts'
import { findCase, reviewerOf } from '../cases/view.ts'
import type { CaseView } from '../cases/view.ts'
import { readParty } from '../cases/words.ts'
import type { Config } from '../config.ts'
import type { Store } from '../db/open.ts'
import type { EventTable, OutboxTable } from '../db/tables.ts'
import { urls } from '../http/urls.ts'
import { instantOf, sayInstant } from '../law/day.ts'

/** A message older than this is no news: turning delivery on must not send a year's backlog. */
const freshHours = 72

/**
 * Sends what petitioners are to be told to `SMS_URL`, as `POST { id, to, text }`; `id` is the same at every try, so
 * that a gateway can drop a repetition. What was not taken is tried again at the next tick. Messages to organs are
 * read on their page, as is everything where no address is set.
 */
export async function deliver(
  store: Store,
  now: string,
  { smsUrl, publicUrl }: Pick<Config, 'smsUrl' | 'publicUrl'>,
): Promise<{ sent: number; unsent: number }> {
  if (smsUrl === undefined) return { sent: 0, unsent: 0 }
  const counts = { sent: 0, unsent: 0 }
  for (const message of await undelivered(store, now)) {
    const to = (await readParty(store.reader, store.master, message.to_id))?.phone
    if (to === undefined) continue
    const text = await textOf(store, message, publicUrl)
    if (text !== undefined && (await isTaken(smsUrl, { id: message.id, to, text }))) {
      await store.db.updateTable('outbox').set({ delivered_at: now }).where('id', '=', message.id).execute()
      counts.sent++
    } else counts.unsent++
  }
  return counts
}

/** Only those who left a telephone number. */
const undelivered = (store: Store, now: string): Promise<OutboxTable[]> =>
  store.db
    .selectFrom('outbox')
    .selectAll('outbox')
    .where('delivered_at', 'is', null)
    .where('created_at', '>', sayInstant(instantOf(now).subtract({ hours: freshHours })))
    .where('to_kind', '=', 'petitioner')
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('parties')
          .innerJoin('party_hashes', 'party_hashes.party', 'parties.id')
          .select('parties.id')
          .whereRef('parties.case_number', '=', 'outbox.to_id')
          .where('party_hashes.kind', '=', 'phone'),
      ),
    )
    .orderBy('created_at')
    .limit(500)
    .execute()

/** The act's sentence with its names and dates, the number, and where to look. Nothing of what the matter is about. */
async function textOf(store: Store, { to_id: number, notice, params }: OutboxTable, publicUrl: string | undefined) {
  const view = await findCase(store.reader, system, number)
  const spec = view?.procedure.acts[notice]
  const event = await eventOf(store, number, params)
  if (!view || !event || !spec?.tells?.petitioner) return undefined
  const due = new Map(view.deadlines.map(line => [line.deadline, line.due_on]))
  const names = await namesOf(store, view, event)
  const { input }: Payload = JSON.parse(event.payload)
  const { zh } = fill(spec.tells.petitioner, { names, due, spec, input })
  return `${zh}。编号${number}${publicUrl === undefined ? '' : `，查询：${publicUrl}${urls.track()}`}`
}

function eventOf({ reader }: Store, number: string, params: string): Promise<EventTable | undefined> {
  const { seq }: { seq: number } = JSON.parse(params)
  const events = reader.selectFrom('events').selectAll().where('stream', '=', `case:${number}`)
  return events.where('seq', '=', seq).executeTakeFirst()
}

async function namesOf({ reader }: Store, view: CaseView, { organ, occurred_on }: EventTable) {
  const name = async (id: string | null) => (id === null ? undefined : await nameOn(reader, id, occurred_on))
  return {
    office: await name(view.row.office),
    lead: await name(view.row.lead),
    organ: await name(organ),
    reviewer: await name(reviewerOf(view)),
  }
}

/** Two tries in a row, then at the next tick. What went wrong is never logged with the message. */
async function isTaken(url: string, message: { id: string; to: string; text: string }): Promise<boolean> {
  for (const wait of [0, 500]) {
    await pause(wait)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': message.id },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(10_000),
        redirect: 'error',
      })
      if (answer.ok) return true
    } catch {
      continue
    }
  }
  return false
}
