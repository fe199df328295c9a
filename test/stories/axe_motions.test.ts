import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorById } from '../../src/accounts/person.ts'
import { visibleTo } from '../../src/accounts/visible.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { urls } from '../../src/http/urls.ts'
import { serveSite, useBrowser, visit } from '../support/browser.ts'
import type { Site } from '../support/browser.ts'
import type { Seated } from '../support/chamber.ts'
import { newPlace } from '../support/db.ts'
import { signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'
import { sessionFor } from '../support/sign_in.ts'
import { crawl } from './crawl.ts'
import { holdSessions } from './sessions.ts'

/** Every page that suggestions and proposals link to, in every state they come to, as those who may open it see it. */
const browser = useBrowser()
let store: Store, site: Site, remove: () => Promise<void>

beforeAll(async () => {
  const place = await newPlace('sqlite')
  store = await openStore(place)
  remove = place.remove
  await holdSessions(store)
  site = await serveSite(store, { now: at('2026-06-15') })
}, 120_000)

afterAll(async () => {
  await site.close()
  await store.close()
  await remove()
})

// prettier-ignore
const readers = [
  ['a citizen', undefined],
  ['a deputy', 'daihong'], ['a co-signer', 'dengyu'], ['a convener', 'duanfei'], ['a member', 'weiyuan'],
  ['the clerk of the congress', 'lichen'], ['its chief', 'wumin'], ['the clerk of the CPPCC', 'xuping'],
  ['the lead', 'zhaoqiang'], ['its director', 'sunli'], ['a co-handler', 'hanbing'], ['a silent co-handler', 'zhoujie'],
  ['the system administrator', 'mawei'],
] as const satisfies readonly (readonly [string, Seated | undefined])[]

/** What another crawl goes through, over a whole district. */
const elsewhere = /^\/(?:reports|file|track|privacy|accessibility|password|admin(?!\/terms))/
const looked = new Set<string>()

test.for(readers)('every page %s can reach is sound', { timeout: 600_000 }, async ([, who]) => {
  const page = await visit(browser(), { site })
  if (who) await page.context().addCookies([{ name: 'session', value: await sessionFor(store, who), url: site.origin }])
  const each = who ? await casesOf(who) : []
  const from = [urls.home(), urls.published(), ...(who === 'mawei' ? [urls.adminTerms()] : [])]
  const problems = await crawl(page, { site, from, each, looked, elsewhere })
  await page.context().close()
  expect(problems).toEqual([])
})

/** One in each state that nobody of the same side has been to; whoever signs reads another page than officials do. */
async function casesOf(who: Seated): Promise<string[]> {
  const actor = await actorById(store.reader, who)
  if (!actor) return []
  const side = Object.hasOwn(signers, who) && actor.roles.some(role => isSigners(role)) ? 'signers' : 'officials'
  const rows = await store.reader
    .selectFrom('cases')
    .select(['number', 'procedure', 'state', 'published_on'])
    .where(visibleTo(actor))
    .orderBy('number')
    .execute()
  return rows.flatMap(({ number, procedure, state, published_on }) => {
    const look = `${side} ${procedure} ${state} ${published_on !== null}`
    const isNew = !looked.has(look)
    looked.add(look)
    return isNew ? urls.case(number) : []
  })
}

const isSigners = (role: string) => ['deputy', 'member', 'convener'].includes(role)
