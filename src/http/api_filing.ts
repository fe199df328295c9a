import { z } from 'zod'
import { system } from '../accounts/actor.ts'
import type { Actor } from '../accounts/actor.ts'
import { decide } from '../cases/decide.ts'
import { attempt, inTransaction } from '../cases/perform.ts'
import type { Outcome, Performance } from '../cases/perform.ts'
import { findCase } from '../cases/view.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { digest, openText, seal } from '../db/vault.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Lang } from '../law/words.ts'
import { procedureOn } from '../procedures/registry.ts'
import { summaryOf } from './api_case.ts'
import { filedShape } from './api_shapes.ts'
import type { newCaseShape } from './api_shapes.ts'

type Filing = { actor: Actor; now: string; lang: Lang; body: z.infer<typeof newCaseShape>; key: string | undefined }
type Filed = { outcome: 'filed'; answer: z.infer<typeof filedShape> }

/** Files a case once for each key of a person: the same again gets the same answer, something else is told so. */
export const file = (store: Store, filing: Filing) =>
  inTransaction(store, async (trx): Promise<Filed | Outcome | { outcome: 'reused' }> => {
    const { key, actor, body } = filing
    const request = digest(JSON.stringify(body))
    const earlier = key === undefined ? undefined : await findAnswer(trx, actor, key)
    if (earlier && earlier.request !== request) return { outcome: 'reused' }
    if (earlier) return { outcome: 'filed', answer: opened(store, earlier.answer) }
    const filed = await fileNew(store, trx, filing)
    if (key !== undefined && filed.outcome === 'filed') {
      const answer = seal(store.master, JSON.stringify(filed.answer))
      const row = { key, person: actor.id, request, answer, created_at: filing.now }
      await trx.insertInto('idempotency').values(row).execute()
    }
    return filed
  })

const findAnswer = (trx: Db, actor: Actor, key: string) =>
  trx.selectFrom('idempotency').selectAll().where('person', '=', actor.id).where('key', '=', key).executeTakeFirst()

/** The answer holds the query code, which is kept nowhere in the clear. */
const opened = (store: Store, sealed: string) => filedShape.parse(JSON.parse(openText(store.master, sealed)))

async function fileNew(store: Store, trx: Db, filing: Filing): Promise<Filed | Outcome> {
  const done = await attempt(store, trx, performanceOf(filing))
  if (done.outcome !== 'done') return done
  const { actor, now, lang } = filing
  const today = dayOf(now)
  // A report of wrongdoing may pass the filing office by: what became of it is then not for its clerk.
  const view = (await findCase(trx, actor, done.number)) ?? (await findCase(trx, system, done.number))
  if (!view) return { outcome: 'absent' }
  const mine = summaryOf(view, actor, today, lang)
  const { queryCode } = done
  return { outcome: 'filed', answer: { ...mine, ...(queryCode !== undefined && { queryCode }) } }
}

const performanceOf = ({ actor, now, body }: Filing): Performance => ({
  on: { procedure: body.procedure, channel: body.channel },
  act: opening(actor, body, dayOf(now)),
  actor,
  now,
  input: body.input,
  occurredOn: body.occurredOn,
  lateReason: body.lateReason,
})

/** The act that was named, or the first that opens a matter of this procedure for its caller; else whatever opens one. */
function opening(actor: Actor, { procedure: id, act, occurredOn }: Filing['body'], today: Day): string {
  const on = occurredOn ?? today
  const procedure = procedureOn(id, on)
  const acts = Object.entries(procedure.acts).flatMap(([act, { from }]) => (from === 'start' ? [act] : []))
  const isTheirs = (act: string) => decide({ procedure, view: null, act, actor, today, on }).allowed
  const [found] = act === undefined ? [...acts.filter(isTheirs), ...acts] : acts.filter(name => name === act)
  if (act === undefined && found === undefined) throw new RangeError(`No act opens ${id}`)
  return found ?? ''
}
