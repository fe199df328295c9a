import { expect, test } from 'vitest'
import { urls } from '../../src/http/urls.ts'
import { useBrowser } from '../support/browser.ts'
import { onBoth } from '../support/db.ts'
import { filing } from '../support/road.ts'
import { does, follow, says, stage, tellings, titleOf } from './stage.ts'
import { arrive, choose, fill, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()

onBoth('a group visit in the browser', (open, database) => {
  test.for(tellings[database])(
    'thirty people come, and five speak for them (art. 20): $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const { store, as, close } = await stage(open, browser(), telling, '2026-01-10')
      await as('liming', async at => {
        const number = await takeDown(at)
        await says(at, words(at, '走访', 'Visit'), words(at, '30人', '30'))

        await follow(at, urls.act(number, 'register'))
        await arrive(at, titleOf(at, 'register'))
        await choose(at, words(at, '信访程序', 'Petition procedure'))
        await fill(at, words(at, '代表人数', 'Representatives'), '6')
        await name(at, [...representatives, '孙小六'])
        await refused(at, 'representatives', words(at, '请改为5以内', 'enter 5 or less'))
        await refused(at, 'representativeNames', words(at, '请删去多出的', 'remove the others'))
        expect(await at.page.getByLabel(namesLabel(at)).inputValue(), 'what was typed is kept').toContain('孙小六')

        await fill(at, words(at, '代表人数', 'Representatives'), '5')
        await name(at, representatives)
        await arrive(at, filing.title)
        await says(at, ...representatives)
        await says(at, words(at, '30人，推选代表5人', '30, of whom 5 represent the others'))
        await does(at, number, 'transfer', () =>
          choose(at, words(at, '承办单位', 'Organ'), words(at, '望江区住房和城乡建设局', 'Housing Bureau')),
        )
      })
      const facts = await store.reader.selectFrom('facts').select('heads').where('kind', '=', 'received').execute()
      expect(facts, 'one batch of thirty heads').toEqual([{ heads: 30 }])
      await close()
    },
  )
})

const representatives = ['王芳', '李小二', '张小三', '刘小四', '陈小五']

/** At the counter the clerk writes down what they say; the receipt leads on to the case. */
async function takeDown(at: At): Promise<string> {
  const { page } = at
  await page.goto(urls.queue('new'))
  await arrive(at, words(at, '登记来信来访', 'Record a letter, call or visit'))
  await choose(at, words(at, '申诉求决类', 'Appeal'))
  await fill(at, words(at, '标题', 'Title'), filing.title)
  await fill(at, words(at, '事实和理由', 'Facts and reasons'), filing.body)
  await fill(at, words(at, '您的请求', 'What you ask for'), filing.demands.join('\n'))
  await fill(at, words(at, '姓名（名称）', 'Name'), filing.petitioner)
  await fill(at, words(at, '联系电话', 'Telephone'), filing.phone)
  await fill(at, words(at, '信访人数', 'Number of petitioners'), '30')
  await choose(at, words(at, '走访', 'Visit'))
  await press(at, words(at, '登记并出具回执', 'Record it and give a receipt'))
  await arrive(at, words(at, '回执', 'Receipt'))
  const [number = ''] = await page.locator('.code').allInnerTexts()
  await press(at, words(at, '打开本件', 'Open the case'))
  await arrive(at, filing.title)
  return number
}

const namesLabel = (at: At) => words(at, '代表姓名', 'Names of the representatives')

async function name(at: At, names: readonly string[]) {
  await fill(at, namesLabel(at), names.join('\n'))
  await press(at, titleOf(at, 'register'))
}

/** Told beside the field, with what to do; its hint says under which article. */
async function refused({ page }: At, field: string, remedy: string) {
  const wrong = page.locator('.field-wrong', { has: page.locator(`[name="${field}"]`) })
  await wrong.waitFor()
  expect(await wrong.locator('.field-error').innerText()).toContain(remedy)
}
