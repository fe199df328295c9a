import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { urls } from '../../src/http/urls.ts'
import { serveSite, useBrowser, visit } from '../support/browser.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { sessionFor } from '../support/sign_in.ts'

const browser = useBrowser()

onBoth('filing by keyboard alone', open => {
  test('from the first page to the receipt, nothing but keys', { timeout: 300_000 }, async () => {
    const store = await open()
    await seatCast(store)
    const site = await serveSite(store, { now: '2026-01-05T02:00:00.000Z' })
    const page = await visit(browser(), { site })
    await page.goto(urls.home())
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('跳到正文')
    await page.keyboard.press('Enter')

    await enter(page, '我要反映')
    await heading(page, '我要反映')
    await enter(page, '信访')
    await heading(page, '填写之前，请先看一看')
    await enter(page, '我知道了，开始填写')
    await heading(page, '您要反映的是哪一类事情？')
    await tabTo(page, /我有一件事要解决/)
    await page.keyboard.press('Space')
    await enter(page, '继续')
    await heading(page, '发生了什么事？')
    await enter(page, '继续')
    await page.getByRole('alert').first().waitFor()
    await expect.poll(() => focused(page), { message: 'a mistake takes the focus' }).toMatch(/^还有内容需要改正/)
    await enter(page, '请填写“标题”')
    await page.keyboard.insertText('楼顶漏水')
    await tabTo(page, /^事实和理由/)
    await page.keyboard.insertText('楼顶漏水，无人修理。')
    await enter(page, '继续')
    await heading(page, '您有什么请求？')
    await tabTo(page, /^您的请求/)
    await page.keyboard.insertText('督促维修')
    await enter(page, '继续')
    await heading(page, '您有要附上的材料吗？')
    await enter(page, '继续')
    await heading(page, '怎样联系您？')
    await tabTo(page, /^姓名/)
    await page.keyboard.insertText('王芳')
    await tabTo(page, /^联系电话/)
    await page.keyboard.insertText('13800000012')
    await enter(page, '继续')
    await heading(page, '要不要对承办单位保密您的身份？')
    await enter(page, '继续')
    await heading(page, '办理结果可以公开吗？')
    await enter(page, '继续')
    await heading(page, '请核对您填写的内容')
    await enter(page, '确认提交')
    await page.getByText('您的事项已经提交').waitFor()
    await page.context().close()
    await site.close()
  })
})

onBoth('drafting by keyboard alone', open => {
  test('a suggestion is drafted and others are asked to sign it, nothing but keys', { timeout: 300_000 }, async () => {
    const store = await open()
    await seatMotions(store)
    const site = await serveSite(store, { now: '2026-01-08T02:00:00.000Z' })
    const page = await visit(browser(), { site })
    await page.context().addCookies([{ name: 'session', value: await sessionFor(store, 'daihong'), url: site.origin }])
    await page.goto(urls.home())
    await enter(page, '起草建议')
    await heading(page, '起草建议')
    await tabTo(page, /^标题/)
    await page.keyboard.insertText('关于加装电梯的建议')
    await tabTo(page, /^情况和问题/)
    await page.keyboard.insertText('老人上下楼困难。')
    await tabTo(page, /^具体建议/)
    await page.keyboard.insertText('简化审批。')
    await tabTo(page, '同意公开')
    await page.keyboard.press('Space')
    await enter(page, '保存草稿')
    await heading(page, '关于加装电梯的建议')

    await enter(page, '邀请联名')
    await heading(page, '邀请联名')
    await enter(page, '邀请联名')
    await page.getByRole('alert').first().waitFor()
    await expect.poll(() => focused(page), { message: 'a mistake takes the focus' }).toMatch(/^还有内容需要改正/)
    await tabTo(page, /^邓宇/)
    await page.keyboard.press('Space')
    await tabTo(page, /^段飞/)
    await page.keyboard.press('Space')
    await tabTo(page, /^请在哪一天前确认/)
    await page.keyboard.type('01142026')
    await enter(page, '邀请联名')
    await heading(page, '关于加装电梯的建议')
    const asked = await page.getByRole('row', { name: '待确认' }).allInnerTexts()
    expect(asked.map(row => /邓宇|段飞/.exec(row)?.[0]).sort()).toEqual(['段飞', '邓宇'])
    await page.context().close()
    await site.close()
  })
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

async function enter(page: Page, name: string | RegExp) {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Walks on with Tab until the focus, which must be to be seen, is on what is called so. */
async function tabTo(page: Page, name: string | RegExp) {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses++) {
    const here = await focused(page)
    if (typeof name === 'string' ? here === name : name.test(here)) return expect(await isSeen(page), here).toBe(true)
    passed.push(here)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${name}, only to ${passed.join(' → ')}`)
}

/** What the focus is on, by its label or its words; nothing where it is on the page as a whole. */
const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const at = document.activeElement
    return at.matches('body, main') ? '' : (at.labels?.[0] ?? at).textContent.trim()
  })()`)

const isSeen = (page: Page) =>
  page.evaluate<boolean>(`(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement)
    return outlineStyle !== 'none' || boxShadow !== 'none'
  })()`)
