import { expect } from 'vitest'
import type { Browser } from 'playwright-core'
import type { Actor } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import { urls } from '../../src/http/urls.ts'
import { procedureOn } from '../../src/procedures/registry.ts'
import type { Role } from '../../src/procedures/roles.ts'
import { lapseDeadlines } from '../../src/tasks/sweep.ts'
import { serveSite, visit } from '../support/browser.ts'
import type { Seated } from '../support/chamber.ts'
import type { Opener } from '../support/db.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at as morningOf } from '../support/road.ts'
import { sessionFor } from '../support/sign_in.ts'
import type { Telling } from './stage.ts'
import { arrive, lookOver, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

/** Beside those who always sit there: one more to ask, and one who never hears of the matter. */
// prettier-ignore
const more = [
  { id: 'dongmei', name: '董梅', organ: 'delegation', roles: ['deputy'] },
  { id: 'dujuan', name: '杜娟', organ: 'delegation', roles: ['deputy'] },
  { id: 'wenhua', name: '文华', organ: 'sector', roles: ['member'] },
  { id: 'wuyue', name: '吴越', organ: 'sector', roles: ['member'] },
] as const satisfies readonly { id: string; name: string; organ: string; roles: readonly Role[] }[]

export type Player = Seated | (typeof more)[number]['id'] | 'stranger'

/** The district with its congress and its CPPCC behind a server whose day is ours. */
export async function chamberStage(open: Opener, browser: Browser, telling: Telling, day: string) {
  const clock = { now: morningOf(day) }
  const store = await open()
  await seatMotions(store)
  await seatOthers(store)
  const site = await serveSite(store, clock)
  const looked = new Map<Player, Set<string>>()
  const as = async (who: Player, act: (at: At) => Promise<void>) => {
    looked.set(who, looked.get(who) ?? new Set())
    const at = { ...telling, page: await visit(browser, { site, ...telling }), looked: looked.get(who) ?? new Set() }
    if (who !== 'stranger')
      await at.page.context().addCookies([{ name: 'session', value: await sessionFor(store, who), url: site.origin }])
    await act(at)
    await at.page.context().close()
  }
  /** What one who should not know comes to at an address. */
  const meets = async (who: Player, path: string): Promise<number> => {
    const headers = who === 'stranger' ? {} : { cookie: `session=${await sessionFor(store, who)}` }
    return (await fetch(`${site.origin}${path}`, { headers, redirect: 'manual' })).status
  }
  /** On to a day, on which the clockwork has been by. */
  const on = async (day: string) => {
    clock.now = morningOf(day)
    await lapseDeadlines(store, clock.now)
  }
  return { store, as, meets, on, close: site.close }
}

export type Chamber = Awaited<ReturnType<typeof chamberStage>>

async function seatOthers(store: Store) {
  const rows = more.map(person => ({ ...person, login: person.id, roles: JSON.stringify(person.roles), active: 1 }))
  await store.db.insertInto('people').values(rows).execute()
}

/** The member whose proposal is merged into another, who acts in no browser at first. */
export const wuyue: Actor = { ...signers.weihan, id: 'wuyue', name: '吴越' }

/** What a story is about. */
export type Told = { procedure: string; number: string; title: string }

export async function openTold(at: At, { number, title }: Told) {
  await at.page.goto(urls.case(number))
  await arrive(at, title)
}

/** Does an act from wherever on the case's page it is offered; the case's page comes back. */
export async function does(at: At, told: Told, act: string, write: () => Promise<void> = async () => {}) {
  await begins(at, told, act)
  await write()
  await press(at, titled(at, told, act))
  await arrive(at, told.title)
}

/** As far as its form. */
export async function begins(at: At, told: Told, act: string) {
  if (new URL(at.page.url(), 'http://localhost').pathname !== urls.case(told.number)) await openTold(at, told)
  const link = at.page.locator(linkTo(told, act)).first()
  const folded = at.page.locator('main details:not([open])', { has: at.page.locator(linkTo(told, act)) })
  if (!(await link.isVisible()) && (await folded.count()) > 0) await folded.first().locator('summary').click()
  await link.click()
  await arrive(at, titled(at, told, act))
}

/** Sends a form that is not right yet: it comes back with what is wrong, and what was typed. */
export async function isTold(at: At, button: string, ...problems: string[]) {
  await press(at, button)
  await at.page.locator('#error-summary').waitFor()
  const summary = await at.page.locator('#error-summary').innerText()
  for (const problem of problems) expect(summary).toContain(problem)
  await lookOver(at, `${button} again`)
}

const linkTo = ({ number }: Told, act: string) =>
  ['', '?'].map(end => `main a[href${end === '' ? '' : '^'}="${urls.act(number, act)}${end}"]`).join(', ')

export const isOffered = async ({ page }: At, told: Told, act: string): Promise<boolean> =>
  (await page.locator(linkTo(told, act)).count()) > 0

/** Why an act that would be theirs is not open now, as the case's page tells it. */
export async function whyBarred(at: At, told: Told, act: string): Promise<string> {
  const title = at.page.locator('dt', { hasText: new RegExp(`^\\s*${titled(at, told, act)}\\s*$`) })
  const barred = at.page.locator('main .acts > details', { has: title })
  await barred.locator('summary').click()
  return barred.locator('dl > div', { has: title }).innerText()
}

export function titled({ lang }: Pick<At, 'lang'>, { procedure }: Pick<Told, 'procedure'>, act: string): string {
  const title = procedureOn(procedure, '2026-01-10').acts[act]?.title
  if (!title) throw new Error(`There is no act ${act}`)
  return words({ lang }, title.zh, title.en)
}

/** Ticks what a question of several asks, by the question and the answer. */
export async function pick({ page }: At, question: string, ...answers: string[]) {
  const group = page.locator('fieldset', { has: page.locator('legend', { hasText: question }) }).first()
  for (const answer of answers) await group.getByLabel(answer).first().check()
}

/** What the worklist that a reader begins with, or another, says of the matter, in one line. */
export async function waits(at: At, { title }: Pick<Told, 'title'>, queue?: string): Promise<string> {
  await at.page.goto(queue === undefined ? urls.queues() : urls.queue(queue))
  await arrive(at, /./)
  const rows = await at.page.getByRole('row').filter({ hasText: title }).allInnerTexts()
  return (rows[0] ?? '').replaceAll(/\s+/g, ' ')
}

/** Nothing of it is on the page. */
export const hides = async ({ page }: At, ...all: string[]) => {
  const text = await page.locator('body').innerText()
  for (const one of all) expect(text).not.toContain(one)
}
