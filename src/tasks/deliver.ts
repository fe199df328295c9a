import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../config.ts'
import type { Store } from '../db/open.ts'
import type { OutboxTable } from '../db/tables.ts'
import { instantOf, sayInstant } from '../law/day.ts'
import { numbersFor, textOf } from './text_message.ts'

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
    const numbers = await numbersFor(store, message)
    if (numbers.length === 0) continue
    const text = await textOf(store, message, publicUrl)
    if (text !== undefined && (await areTaken(smsUrl, message.id, numbers, text))) {
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

/** To each number under its own id, so that a second try reaches only whom the first did not. */
async function areTaken(url: string, id: string, numbers: readonly string[], text: string): Promise<boolean> {
  const taken: boolean[] = []
  for (const [i, to] of numbers.entries()) taken.push(await isTaken(url, { id: i === 0 ? id : `${id}-${i}`, to, text }))
  return taken.every(Boolean)
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
