import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { Lang, Text } from '../../src/law/words.ts'
import { axe, noSideways, screens } from '../support/browser.ts'
import type { Scripts } from '../support/browser.ts'

/** A person at a page, and the language they read; and the addresses axe has been to, where once is enough for it. */
export type At = { page: Page; lang: Lang; scripts: Scripts; looked?: Set<string> }

export const words = ({ lang }: Pick<At, 'lang'>, zh: string, en: string): string => inLang({ zh, en }, lang)
const inLang = (text: Text, lang: Lang) => text[lang]

/** Fills a field found by its label. */
export async function fill({ page }: At, label: string, value: string): Promise<void> {
  await page.getByLabel(label).first().fill(value)
}

/** Ticks one of several, or picks an option of a list named by its label. */
export async function choose({ page }: At, label: string, option?: string): Promise<void> {
  if (option === undefined) await page.getByLabel(label, { exact: true }).check()
  else await page.getByLabel(label).first().selectOption({ label: option })
}

/** Presses a button, or follows a link that is one or stands in a text, unfolding what it is folded into. */
export async function press({ page }: At, name: string): Promise<void> {
  const main = page.locator('main')
  const wanted = main
    .getByRole('button', { name, exact: true })
    .or(main.getByRole('link', { name, exact: true }))
    .first()
  const link = page.getByRole('link', { name, exact: true, includeHidden: true })
  const folded = main.locator('details:not([open])', { has: link }).first()
  if (!(await wanted.isVisible()) && (await folded.isVisible())) await folded.locator('summary').click()
  await wanted.click()
}

/** A page has come when its heading stands there; every page is looked over as it comes. */
export async function arrive(at: At, heading: string | RegExp): Promise<void> {
  await at.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await lookOver(at, String(heading))
}

/** What every page owes everybody: nothing for axe to hold against it, nothing sideways, one language. */
export async function lookOver(at: At, name = ''): Promise<void> {
  const { page, lang, scripts } = at
  const where = `${lang}, scripts ${scripts}: ${new URL(page.url()).pathname} “${name}”`
  await screens(page, `${lang}-${scripts}-${name}`)
  if (scripts === 'on' && isNew(at)) expect(await axe(page), where).toEqual([])
  expect(await noSideways(page), where).toEqual([])
  expect(await inOtherLanguage(page, lang), where).toEqual([])
}

function isNew({ page, looked }: At): boolean {
  const { pathname } = new URL(page.url())
  const isLooked = looked?.has(pathname) === true
  looked?.add(pathname)
  return !isLooked
}

/** Words of the interface left in the other language. What people wrote and names are marked as such. */
export async function inOtherLanguage(page: Page, lang: Lang): Promise<string[]> {
  const said = await page.evaluate<string>(`(() => {
    const body = document.body.cloneNode(true)
    for (const it of body.querySelectorAll('[lang], .typed, .code, code, kbd, textarea, script, svg')) it.remove()
    const spoken = [...body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap(it =>
      ['aria-label', 'title', 'placeholder', 'alt'].map(name => it.getAttribute(name) ?? ''))
    return [body.textContent, ...spoken].join('\\n')
  })()`)
  const words = said.match(lang === 'en' ? /[^\n]{0,40}\p{Script=Han}+[^\n]{0,40}/gu : /[A-Za-z]{2,}/g) ?? []
  return words.map(word => word.trim()).filter(word => lang === 'en' || !known.has(word))
}

/** Words without a translation, and the login shown as an example. */
const known = new Set([
  'liming',
  'PDF',
  'Word',
  'Excel',
  'KB',
  'MB',
  'XF',
  'JY',
  'TA',
  'Cookie',
  'WCAG',
  'AA',
  'GB',
  'CSV',
  'XLSX',
  'DOCX',
  'JSON',
])
