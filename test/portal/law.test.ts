import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { drawStates } from '../../src/portal/law_diagram.ts'
import { editions } from '../../src/procedures/registry.ts'
import { onBoth } from '../support/db.ts'
import type { Opener } from '../support/db.ts'
import { at } from '../support/road.ts'

onBoth('how a matter is handled', open => {
  test('every act, state, clock and rule of every procedure is told, in both languages', async () => {
    const { read } = await serve(open)
    for (const { id, acts, states, deadlines, parameters } of editions)
      for (const lang of ['zh', 'en'] as const) {
        const said = await read(`/law/${id}`, lang)
        for (const { title } of [acts, states, deadlines, parameters].flatMap(table => Object.values(table)))
          expect(said).toContain(title[lang])
      }
  })

  test('a term stands in words beside its article and its extension', async () => {
    const { read } = await serve(open)
    const said = await read('/law/petition', 'zh')
    expect(said).toMatch(
      /办理答复.*?60日.*?受理.*?签发处理意见.*?承办人.*?可延长1次，最多30日.*?信访工作条例 第三十四条/s,
    )
    expect(said).toContain('2022年5月1日')
  })

  test('a local rule is shown as the administrator last set it, with its source', async () => {
    const { read, store } = await serve(open)
    const row = { procedure: 'petition', name: 'ratingWindow', value: '15 working days', source: '区信访联席会议纪要' }
    await store.db
      .insertInto('parameters')
      .values({ ...row, from_day: '2026-01-01' })
      .execute()
    await store.db
      .insertInto('parameters')
      .values({ ...row, value: '10 working days', from_day: '2026-03-01' })
      .execute()
    const said = await read('/law/petition', 'zh')
    expect(said).toContain('15个工作日')
    expect(said).toContain('区信访联席会议纪要')
    expect(said).not.toContain('10个工作日')
  })

  test('no placeholder is left unfilled, and English pages hold no Chinese but names of statutes', async () => {
    const { read } = await serve(open)
    for (const { id } of editions) {
      expect(await read(`/law/${id}`, 'zh')).not.toMatch(/\{\w+(:\w+)?\}/)
      const main = /<main.*<\/main>/s.exec(await read(`/law/${id}`, 'en'))?.[0] ?? ''
      expect(main.replaceAll(/<span lang="zh">.*?<\/span>/g, '')).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test.each(['nothing', 'constructor', '__proto__'])('there is no such page: %s', async id => {
    const { app } = await serve(open)
    expect((await app.request(`/law/${id}`)).status).toBe(404)
  })
})

test('the diagram shows every state and every act that moves a case, none over another', () => {
  for (const procedure of editions)
    for (const lang of ['zh', 'en'] as const) {
      const { nodes, edges, width, height } = drawStates(procedure, lang)
      const drawn = edges.flatMap(({ label }) => label.lines)
      const moving = Object.values(procedure.acts).filter(({ to, on }) => to !== 'same' && on === undefined)
      expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['start', ...Object.keys(procedure.states)]))
      for (const { title } of moving) expect(drawn).toContain(title[lang])
      for (const a of nodes) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0)
        expect(a.x + a.width / 2).toBeLessThanOrEqual(width)
        expect(a.y + a.height / 2).toBeLessThanOrEqual(height)
        for (const b of nodes.filter(b => b !== a))
          expect(
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
          ).toBe(true)
      }
    }
})

async function serve(open: Opener) {
  const store = await open()
  const app = createApp({ store, now: () => at('2026-02-01') })
  const read = async (path: string, lang: 'zh' | 'en') => {
    const answer = await app.request(path, { headers: { Cookie: `lang=${lang}` } })
    expect(answer.status).toBe(200)
    return answer.text()
  }
  return { app, store, read }
}
