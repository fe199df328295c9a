import { expect, test } from 'vitest'
import { axe, noSideways, screens, serveSite, useBrowser, visit } from '../../support/browser.ts'
import { newPlace } from '../../support/db.ts'
import { openStore } from '../../../src/db/open.ts'
import { Trend } from '../../../views/reports/trend.tsx'
import type { TrendProps } from '../../../views/reports/trend.tsx'
import { read, say } from '../parts/say.tsx'

const months = Array.from({ length: 12 }, (_, i) =>
  i < 8 ? `2025-${String(i + 5).padStart(2, '0')}` : `2026-0${i - 7}`,
)

const props: TrendProps = {
  id: 'trend',
  title: { zh: '十二个月趋势', en: 'Twelve months' },
  months,
  series: [
    {
      id: 'closure_rate',
      title: { zh: '结案率', en: 'Closure rate' },
      unit: 'rate',
      values: ['91.20', '93.00', '92.41', null, '95.10', '96.16', '97.00', '94.00', '96.00', '98.20', '99.10', '96.16'],
    },
    {
      id: 'on_time_rate',
      title: { zh: '按期结案率', en: 'On-time rate' },
      unit: 'rate',
      values: ['81.20', '83.00', '82.41', null, '85.10', '86.16', '87.00', '84.00', '86.00', '88.20', '89.10', '89.62'],
    },
    {
      id: 'received',
      title: { zh: '收件', en: 'Received' },
      unit: 'count',
      values: [12, 30, 41, 0, 55, 61, 70, 44, 38, 52, 60, 66],
    },
  ],
}

test('a trend’s table has the numbers of its lines, a month without one is a gap in both', () => {
  const table = read(<Trend {...props} />)
  for (const value of ['96.16%', '89.62%', '66', '—', '2025年5月', '2026年4月']) expect(table).toContain(value)
  const page = say(<Trend {...props} />)
  const [line = ''] = page.match(/<path class="trend-line trend-1" d="M54[^"]*"/) ?? []
  expect(line.match(/M/g)).toHaveLength(2)
  expect(page.match(/class="trend-mark trend-1"/g)).toHaveLength(1 + 11 + 1 + 12)
})

test('a trend says in words what its lines show, and where its axis begins', () => {
  expect(say(<Trend {...props} />, 'en')).toContain(
    'aria-label="Line chart, May 2025 to April 2026: Closure rate lowest 91.20%, highest 99.10%, last 96.16%; On-time rate lowest 81.20%, highest 89.62%, last 89.62%. The numbers are in the table below."',
  )
  expect(read(<Trend {...props} />)).toContain('纵轴自 80% 起')
  expect(say(<Trend {...props} />)).not.toMatch(/ style=|NaN|undefined/)
})

test('a trend of nothing but gaps draws nothing and breaks nothing', () => {
  const empty = props.series.map(series => ({ ...series, values: months.map(() => null) }))
  expect(say(<Trend {...props} series={empty} />)).not.toMatch(/NaN|Infinity/)
})

const browser = useBrowser()

test('a trend fits a phone, prints, and axe has nothing to hold against it', async () => {
  const { remove, ...place } = await newPlace('sqlite')
  const store = await openStore(place)
  const site = await serveSite(store, { now: '2026-05-10T02:00:00.000Z' })
  for (const lang of ['zh', 'en'] as const) {
    const page = await visit(browser(), { site, lang })
    const policy = (await page.goto('/'))?.headers()['content-security-policy'] ?? ''
    await page.route('**/a-trend', route =>
      route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': policy }, body: pageOf(lang) }),
    )
    await page.goto('/a-trend')
    await screens(page, `trend-${lang}`)
    expect(await axe(page)).toEqual([])
    expect(await noSideways(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 800 })
    await screens(page, `trend-${lang}-360`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.trend-chart > svg').first().isVisible()).toBe(true)
    await page.context().close()
  }
  await site.close()
  await store.close()
  await remove()
})

const pageOf = (lang: 'zh' | 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Trend</title><link rel="stylesheet" href="/static/css/app.css"></head>
  <body class="office"><main class="main"><h1>Trend</h1>${say(<Trend {...props} />, lang)}</main></body></html>`
