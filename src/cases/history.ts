import type { Actor } from '../accounts/actor.ts'
import { chained, noHead } from '../db/log.ts'
import type { EventTable, FactTable } from '../db/tables.ts'
import { lookupHash, newKey } from '../db/vault.ts'
import type { Key } from '../db/vault.ts'
import { dayOf } from '../law/day.ts'
import type { Calendar } from '../law/calendar.ts'
import type { Day } from '../law/day.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { project } from './project.ts'
import type { Payload } from './project.ts'
import { clocksOf, eventOf } from './record.ts'
import type { CaseView } from './view.ts'
import { sealedParty, sealedTexts } from './words.ts'

/** A matter as another register tells it: its acts are history, and none is asked whether it may be done. */
export type History = {
  readonly number: string
  readonly procedure: Procedure
  readonly channel: string
  readonly office: string
  readonly receivedAt: string
  /** The row's own number as a keyed hash, and its cells: hashed under the case's key into the first event. */
  readonly mark: string
  readonly cells: Cells
  readonly acts: readonly PastAct[]
}

export type Cells = Readonly<Record<string, string>>

/** What is not known of an act is left out; nothing is invented. */
export type PastAct = {
  readonly act: string
  readonly on: Day
  readonly log: Readonly<Record<string, unknown>>
  readonly texts?: Readonly<Record<string, string>>
  readonly party?: Readonly<Record<string, string>>
  readonly organ?: string
  /** Something in it was taken for granted or from another column. */
  readonly isAssumed: boolean
}

export type Telling = {
  readonly actor: Actor
  readonly now: string
  readonly master: Buffer
  readonly calendar: Calendar
  readonly parametersOn: (procedure: Procedure, day: Day) => Readonly<Record<string, string>>
}

/** Everything a history writes, in rows. */
export type Written = {
  readonly view: CaseView
  readonly events: readonly EventTable[]
  readonly facts: readonly FactTable[]
  readonly keys: readonly { id: string; wrapped: string }[]
  readonly texts: ReturnType<typeof sealedTexts>['rows']
  readonly parties: readonly ReturnType<typeof sealedParty>[]
  readonly words: readonly string[]
}

/** Lives a history through, act by act, under the same projection and clocks as a case of the day. Pure but for its keys. */
export function liveThrough(history: History, telling: Telling): Written {
  const { key, row } = newKey(telling.master, `case:${history.number}`)
  const start: Lived = { view: null, events: [], facts: [], texts: [], parties: [] }
  const lived = history.acts.reduce((so, past) => nextOf(history, telling, key, so, past), start)
  if (!lived.view) throw new RangeError(`${history.number} has no history`)
  const words = history.acts.flatMap(past => Object.values(past.texts ?? {}))
  return { ...lived, view: lived.view, keys: [row, ...lived.parties.map(party => party.key)], words }
}

/** The cells of a row as hashes only the case's key can make again. */
export const fingerprintOf = (key: Key, cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [name, shortHash(key, name, value)]))

const shortHash = (key: Key, name: string, value: string) => lookupHash(key.bytes, `cell ${name}`, value).slice(0, 22)

type Lived = Omit<Written, 'view' | 'keys' | 'words'> & { readonly view: CaseView | null }

function nextOf(history: History, telling: Telling, key: Key, so: Lived, past: PastAct): Lived {
  const { number, procedure } = history
  const { actor, now, master, calendar } = telling
  const spec = procedure.acts[past.act]
  if (!spec) throw new RangeError(`${procedure.id} has no act “${past.act}”`)
  const seq = so.events.length + 1
  const { rows, commitments } = sealedTexts(key, number, seq, past.texts ?? {})
  const party = past.party && sealedParty(master, number, seq, past.party)
  const payload: Payload = {
    ...(so.view === null && firstOf(history, key)),
    input: { ...past.log },
    texts: commitments,
    ...(party && { party: party.row.id }),
    ...(past.organ !== undefined && { organ: past.organ }),
    ...(past.isAssumed && { assumed: true }),
  }
  const ready = {
    asked: { on: { number }, act: past.act, actor, now },
    ...{ procedure, spec, view: so.view, number, office: history.office, calendar },
    ...{ form: { log: { ...past.log }, text: {}, party: {}, nowhere: {} }, organ: past.organ ?? null },
    ...{ on: past.on, today: dayOf(now), parameters: telling.parametersOn(procedure, past.on) },
    origin: 'import' as const,
  }
  const head = so.events.at(-1) ?? noHead
  const event = chained(head, eventOf(ready, { ...payload, ...clocksOf(ready, payload) }))
  const { view, lines } = project(procedure, so.view, event)
  return {
    view,
    events: [...so.events, event],
    facts: [...so.facts, ...lines],
    texts: [...so.texts, ...rows],
    parties: party ? [...so.parties, party] : so.parties,
  }
}

const firstOf = ({ procedure, channel, office, receivedAt, mark, cells }: History, key: Key) => ({
  opened: { procedure: procedure.id, channel, office, receivedAt },
  ledger: { mark, cells: fingerprintOf(key, cells) },
})
