import type { PastAct } from '../cases/history.ts'
import type { Day } from '../law/day.ts'
import type { LedgerRow } from './ledger.ts'

/** The row's case number, and its organ, category and street as this house knows them. */
export type Known = {
  readonly number: string
  readonly organ: string
  readonly category: string | undefined
  readonly place: string | undefined
}

/** The history of a row as dated acts, in order. */
export function actsOf(row: LedgerRow, known: Known): PastAct[] {
  const kind = row.kind ?? 'appeal'
  const route = row.route ?? (kind === 'appeal' ? '6' : undefined)
  const isKindAssumed = row.kind === undefined
  const what = told({ kind, category: known.category, place: known.place })
  const registered = {
    ...past('register', row.filed.on, isKindAssumed || row.route !== route),
    log: told({ ...what, route }),
  }
  return [
    { ...submitted(row, known), log: what, isAssumed: isKindAssumed || row.channel === undefined },
    ...(isLawfulRoute(kind, route)
      ? [{ ...registered, organ: known.organ }, ...redirected(row)]
      : [registered, ...handled(row, known, kind, route)]),
  ]
}

function submitted(row: LedgerRow, known: Known): PastAct {
  const { title, body, petitioner, phone, idNumber, address } = row
  const ownNumber = known.number === row.number ? undefined : row.number
  const party = told({ petitioner, phone, idNumber, address })
  return {
    ...past('submit', row.filed.on),
    texts: told({ title, body: body || undefined, notes: notesOf(row, known), ownNumber }),
    ...(Object.keys(party).length > 0 && { party }),
  }
}

/** Appeals of 信访工作条例 31(1)–(4) have another lawful route and are told it instead of being answered. */
export const isLawfulRoute = (kind: string, route: string | undefined): boolean =>
  kind === 'appeal' && route !== undefined && route <= '4'

function redirected(row: LedgerRow): PastAct[] {
  const { accepted, replied } = row
  return [
    ...(accepted ? [past('accept', accepted.on)] : []),
    ...(replied ? [{ ...past('redirect', replied.on), texts: told({ reason: row.reply }) }] : []),
    ...rated(row),
  ]
}

function handled(row: LedgerRow, known: Known, kind: string, route: string | undefined): PastAct[] {
  const { filed, accepted, replied, closed } = row
  const accept = { ...past('accept', (accepted ?? filed).on, accepted === undefined), organ: known.organ }
  if (!replied) return [accept]
  return [
    accept,
    { ...past(answerOf(kind, route), replied.on), texts: told({ opinion: row.reply }) },
    past(kind === 'appeal' && route === '6' ? 'serve' : 'inform', replied.on),
    ...(closed ? [past('close', closed.on)] : []),
    ...rated(row),
  ]
}

function answerOf(kind: string, route: string | undefined): string {
  if (kind === 'suggestion') return 'answerSuggestion'
  if (kind === 'accusation') return 'answerAccusation'
  return route === '5' ? 'answerDuty' : 'answer'
}

/** A ledger does not date its ratings: the day of closing stands for it, or that of the reply. */
function rated({ rating, replied, closed }: LedgerRow): PastAct[] {
  const on = (closed ?? replied)?.on
  return rating === undefined || on === undefined ? [] : [{ ...past('rate', on, true), log: { organ: rating } }]
}

/** A place that is no street or township of this house stays with the notes. */
function notesOf({ notes, place }: LedgerRow, known: Known): string | undefined {
  const all = place !== undefined && known.place === undefined ? { ...notes, 属地: place } : notes
  const lines = Object.entries(all).map(([name, value]) => `${name}：${value}`)
  return lines.length > 0 ? lines.join('\n') : undefined
}

const past = (act: string, on: Day, isAssumed = false): PastAct => ({ act, on, log: {}, isAssumed })

/** Without what the ledger does not say. */
const told = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
