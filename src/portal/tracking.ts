import { RateLimiterMemory } from 'rate-limiter-flexible'
import { petitionerOf } from '../accounts/actor.ts'
import type { Actor } from '../accounts/actor.ts'
import { isQueryCode } from '../cases/numbers.ts'
import { findCase } from '../cases/view.ts'
import type { CaseView } from '../cases/view.ts'
import type { Store } from '../db/open.ts'
import { lookupHash } from '../db/vault.ts'
import type { Ctx } from '../http/context.ts'
import { instantOf } from '../law/day.ts'
import { giveCookie, readCookie, takeCookie } from './cookies.ts'

/** Ten wrong codes an hour for one number, wherever they come from; whether the number exists makes no difference. */
const failures = new RateLimiterMemory({ points: 10, duration: 3600 })

export const trackMinutes = 30

export type SignIn = { opened: string } | { problem: 'wrong' | 'tooMany' }

/** Opens a case to whoever knows its number and code. A wrong number and a wrong code take the same path and answer. */
export async function signIn(c: Ctx, typedNumber: string, code: string): Promise<SignIn> {
  const store = c.get('store')
  const number = tidy(typedNumber)
  if ((await failures.get(number))?.remainingPoints === 0) return { problem: 'tooMany' }
  if (!(await isQueryCode(store.reader, store.master, number, code))) {
    await failures.consume(number).catch(() => undefined)
    return { problem: 'wrong' }
  }
  await keepOpen(c, number)
  return { opened: number }
}

/** A short signed cookie: number, end and signature. */
export async function keepOpen(c: Ctx, number: string): Promise<void> {
  const until = instantOf(c.get('now')).add({ minutes: trackMinutes }).epochMilliseconds
  giveCookie(c, 'tracking', `${number}.${until}.${await sign(c.get('store'), number, until)}`, trackMinutes * 60)
}

export const leave = (c: Ctx) => takeCookie(c, 'tracking')

/** The case this browser has opened, and who acts on it; undefined where the time is over or nothing was opened. */
export async function trackedCase(c: Ctx): Promise<{ view: CaseView; actor: Actor } | undefined> {
  const store = c.get('store')
  const [number = '', until = '', signature = ''] = (readCookie(c, 'tracking') ?? '').split('.')
  const isOurs = signature !== '' && signature === (await sign(store, number, Number(until)))
  if (!isOurs || Number(until) <= instantOf(c.get('now')).epochMilliseconds) return undefined
  return openedCase(c, number)
}

export async function openedCase(c: Ctx, number: string): Promise<{ view: CaseView; actor: Actor } | undefined> {
  const actor = petitionerOf(number)
  const view = await findCase(c.get('store').db, actor, number)
  return view && { view, actor }
}

/** Bound to the code that opened it: when a new one is given, whoever holds the old one is out. */
async function sign({ db, master }: Store, number: string, until: number): Promise<string> {
  const code = await db.selectFrom('query_codes').select('hash').where('case_number', '=', number).executeTakeFirst()
  return lookupHash(master, 'tracking', `${number}:${until}:${code?.hash ?? ''}`)
}

/** As printed, whatever way it was typed: full-width letters, spaces, a missing dash. */
function tidy(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '').slice(0, 80)
  return plain.replace(/^([A-Z]+)(\d{8})[-–—]?(\d{6})$/, '$1$2-$3')
}
