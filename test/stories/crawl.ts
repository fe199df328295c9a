import type { Page } from 'playwright-core'
import type { Lang } from '../../src/law/words.ts'
import { axe, noSideways, screens } from '../support/browser.ts'
import type { Site } from '../support/browser.ts'
import { inOtherLanguage } from './verbs.ts'

/**
 * Where a reader begins; each of `each` is looked at, alike or not, `looked` holds what need not be again, and what is
 * `elsewhere` is opened no further.
 */
type Crawl = { site: Site; from: readonly string[]; each: readonly string[]; looked: Set<string>; elsewhere?: RegExp }

/** Opens every page that links lead to from there, one of each shape, and gives what is wrong with any of them. */
export async function crawl(page: Page, { site, from, each, looked, elsewhere }: Crawl): Promise<string[]> {
  const seen = new Set<string>()
  const problems: string[] = []
  for (const todo = [...from, ...each]; todo.length > 0;) {
    const url = todo.shift() ?? ''
    const shape = each.includes(url) ? url : shapeOf(url, site)
    if (seen.has(shape)) continue
    seen.add(shape)
    const response = await page.request.get(url)
    if (!response.ok()) problems.push(`${url}: ${response.status()}`)
    if (!looked.has(shape)) problems.push(...(await lookAt(page, url, site)))
    looked.add(shape)
    todo.push(...linksIn(await response.text()).filter(href => elsewhere?.test(href) !== true))
  }
  return problems
}

/** Chinese on a desk and English on a telephone. */
async function lookAt(page: Page, url: string, site: Site): Promise<string[]> {
  const speak = (lang: Lang) => page.context().addCookies([{ name: 'lang', value: lang, url: site.origin }])
  await page.goto(url)
  const inChinese = await problemsOf(page, url, 'zh')
  await speak('en')
  await page.setViewportSize({ width: 360, height: 900 })
  await page.reload()
  const inEnglish = await problemsOf(page, url, 'en')
  await speak('zh')
  await page.setViewportSize({ width: 1280, height: 900 })
  return [...inChinese, ...inEnglish]
}

async function problemsOf(page: Page, url: string, lang: Lang): Promise<string[]> {
  await screens(page, `crawl-${lang}-${url.replaceAll(/[^\w-]+/g, '_').slice(0, 80)}`)
  const problems = [...(await axe(page)), ...(await noSideways(page)), ...(await inOtherLanguage(page, lang))]
  return problems.map(problem => `${url} ${lang}: ${JSON.stringify(problem)}`)
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a (?![^>]*download)[^>]*href="(\/[^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter(href => !/\.(json|csv|xlsx|docx)(\?|$)/.test(href))

/** Pages that differ only in whose case, which organ, which session or which page of a list are alike. */
function shapeOf(url: string, site: Site): string {
  const { pathname, searchParams } = new URL(url, site.origin)
  const path = pathname
    .replace(/[A-Z]{2}\d{8}-\d{6}/, '#')
    .replace(/^(\/admin\/(?:people|organs|categories|parameters|terms)\/)[^/]+/, '$1*')
    .replace(/^(\/published\/).+/, '$1*')
  return [path.replace(/^(\/reports\/[^/]+\/cases)\/.*/, '$1/*'), ...[...searchParams.keys()].sort()].join(' ')
}
