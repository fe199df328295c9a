import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { urls } from '../../src/http/urls.ts'
import { serveSite, useBrowser, visit } from '../support/browser.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

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
