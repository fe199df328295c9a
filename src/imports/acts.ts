import type { Day } from '../law/day.ts'
import type { LedgerRow } from './ledger.ts'

/** One act of a row's history. What the ledger does not say is left out, never invented. */
export type LedgerAct = {
  readonly act: string
  readonly on: Day
  readonly input: Readonly<Record<string, unknown>>
  /** Something in it was taken for granted or from another column. */
  readonly isAssumed: boolean
  readonly organ?: string
}

/** The row's case number, and its organ and category as this house knows them. */
export type Known = { readonly number: string; readonly organ: string; readonly category: string | undefined }

/** The history of a row as dated acts, in order. */
export function actsOf(row: LedgerRow, known: Known): LedgerAct[] {
  const kind = row.kind ?? 'appeal'
  const route = row.route ?? (kind === 'appeal' ? '6' : undefined)
  const isKindAssumed = row.kind === undefined
  const { title, body, petitioner, phone, idNumber, address } = row
  const ownNumber = known.number === row.number ? undefined : row.number
  const words = { title, body: body || undefined, notes: notesOf(row), ownNumber }
  const what = { kind, category: known.category }
  const register = act('register', row.filed.on, { ...what, route }, isKindAssumed || row.route !== route)
  return [
    act(
      'submit',
      row.filed.on,
      { ...what, ...words, petitioner, phone, idNumber, address },
      isKindAssumed || !row.channel,
    ),
    ...(isLawfulRoute(kind, route)
      ? [{ ...register, organ: known.organ }, ...redirected(row)]
      : [register, ...handled(row, known, kind, route)]),
  ]
}

/** Appeals of 信访工作条例 31(1)–(4) have another lawful route and are told it instead of being answered. */
export const isLawfulRoute = (kind: string, route: string | undefined): boolean =>
  kind === 'appeal' && route !== undefined && route <= '4'

function redirected(row: LedgerRow): LedgerAct[] {
  const { accepted, replied } = row
  return [
    ...(accepted ? [act('accept', accepted.on, {})] : []),
    ...(replied ? [act('redirect', replied.on, { reason: row.reply })] : []),
    ...rated(row),
  ]
}

function handled(row: LedgerRow, known: Known, kind: string, route: string | undefined): LedgerAct[] {
  const { filed, accepted, replied, closed } = row
  const accept = { ...act('accept', (accepted ?? filed).on, {}, accepted === undefined), organ: known.organ }
  if (!replied) return [accept]
  return [
    accept,
    act(answerOf(kind, route), replied.on, { opinion: row.reply }),
    act(kind === 'appeal' && route === '6' ? 'serve' : 'inform', replied.on, {}),
    ...(closed ? [act('close', closed.on, {})] : []),
    ...rated(row),
  ]
}

function answerOf(kind: string, route: string | undefined): string {
  if (kind === 'suggestion') return 'answerSuggestion'
  if (kind === 'accusation') return 'answerAccusation'
  return route === '5' ? 'answerDuty' : 'answer'
}

/** A ledger does not date its ratings: the day of closing stands for it, or that of the reply. */
function rated({ rating, replied, closed }: LedgerRow): LedgerAct[] {
  const on = (closed ?? replied)?.on
  return rating === undefined || on === undefined ? [] : [act('rate', on, { organ: rating }, true)]
}

function notesOf({ notes }: LedgerRow): string | undefined {
  const lines = Object.entries(notes).map(([name, value]) => `${name}：${value}`)
  return lines.length > 0 ? lines.join('\n') : undefined
}

const act = (act: string, on: Day, input: LedgerAct['input'], isAssumed = false): LedgerAct => ({
  act,
  on,
  input,
  isAssumed,
})
