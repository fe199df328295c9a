import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { filing } from '../support/road.ts'
import { does, filed, openCase, stage, tellings, titleOf } from './stage.ts'
import { arrive, fill, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()

onBoth('a repeated petition in the browser', (open, database) => {
  test.for(tellings[database])(
    'proposed, linked by an act, shown on both, unlinked and never merged: $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, close } = await stage(open, browser(), telling, '2026-01-20')
      const first = await filed(store, '2026-01-05')
      const stranger = await filed(store, '2026-01-06', {
        petitioner: '张伟',
        phone: '13800000077',
        idNumber: undefined,
      })
      const again = await filed(store, '2026-01-19')
      await again.does('register', cast.liming, '2026-01-19', { kind: 'appeal', route: '6' })

      await as('liming', async at => {
        const { page } = at
        await openCase(at, again.number)
        const proposed = page.getByRole('region', { name: words(at, '可能的重复件', 'Possible repeats') })
        expect(await proposed.innerText()).toContain(first.number)
        expect(await proposed.innerText(), 'someone else’s like matter').not.toContain(stranger.number)
        expect(await linkedTo(at)).toBe('')

        await proposed.getByRole('link', { name: `${words(at, '关联', 'Link')} ${first.number}` }).click()
        await arrive(at, titleOf(at, 'linkRepeat'))
        const earlier = page.getByLabel(words(at, '在先信访事项的编号', 'Number of the earlier petition'))
        expect(await earlier.inputValue(), 'nobody copies numbers').toBe(first.number)
        await fill(at, words(at, '理由', 'Reasons'), '同一人就同一处漏水再次提出。')
        await press(at, titleOf(at, 'linkRepeat'))
        await arrive(at, filing.title)
        expect(await linkedTo(at)).toContain(first.number)
        await openCase(at, first.number)
        expect(await linkedTo(at)).toContain(again.number)

        await does(at, again.number, 'unlinkRepeat', () => fill(at, words(at, '理由', 'Reasons'), '是另一处漏水。'))
        expect(await linkedTo(at)).toBe('')
        expect(await proposed.innerText(), 'still a person’s to judge').toContain(first.number)
        await openCase(at, first.number)
        expect(await linkedTo(at)).toBe('')
      })
      expect(await standings(store)).toEqual(['registered', 'submitted', 'submitted'])
      await close()
    },
  )
})

/** What the case repeats and what repeats it, as its page says. */
async function linkedTo(at: At): Promise<string> {
  const linked = at.page.locator('section[aria-labelledby="repeats"]')
  return (await linked.count()) === 0 ? '' : linked.innerText()
}

/** Each goes its own way. */
async function standings(store: Store): Promise<string[]> {
  const rows = await store.reader.selectFrom('cases').select('state').orderBy('state').execute()
  return rows.map(({ state }) => state)
}
