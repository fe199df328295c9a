import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { nameOn } from '../../src/accounts/organs.ts'
import { system } from '../../src/accounts/actor.ts'
import { findCase } from '../../src/cases/view.ts'
import { readParty, readTexts } from '../../src/cases/words.ts'
import { loadLedger } from '../../src/imports/load.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'

const naughty = '../shared/data/naughty'
const files = ['blns', 'xss', 'sqli', 'traversal', 'csv_formulas']

/** Those a ledger takes: with a letter in them, without control characters, of a line's length. */
const strings = () =>
  files
    .flatMap(file => z.array(z.string()).parse(JSON.parse(readFileSync(`${naughty}/${file}.json`, 'utf8'))))
    .filter(text => !/\p{Cc}|[\u2028\u2029]/u.test(text) && text.trim() === text && text !== '' && text.length <= 100)
    .filter((_, i) => i % 4 === 0)

describe.skipIf(!existsSync(naughty))(`hostile strings (skipped when ${naughty} is absent)`, () => {
  onBoth('in every field of a ledger', open => {
    test('come out as they went in, as text of their case', async () => {
      const store = await open()
      await seatCast(store)
      const texts = strings()
      const bytes = Buffer.from(texts.map((text, i) => JSON.stringify(lineOf(text, i))).join('\n'))
      const now = '2026-11-23T02:00:00.000Z'
      const loaded = await loadLedger(store, { bytes, format: 'jsonl', createOrgans: true, now })
      expect(loaded).toEqual({ rows: texts.length, imported: texts.length, skipped: 0, rejected: [] })
      for (const [i, text] of texts.entries()) {
        const number = `N${i}`
        const kept = await readTexts(store.db, store.master, number)
        const view = await findCase(store.db, system, number)
        const lead = await nameOn(store.db, view?.row.lead ?? '', '2026-11-23')
        expect(kept.map(({ field, text }) => [field, text])).toEqual([
          ['body', text],
          ['notes', `备注：${text}`],
          ['title', text],
          ['opinion', text],
        ])
        expect(await readParty(store.db, store.master, number)).toEqual({ petitioner: text, address: text })
        expect([view?.row.category, plain(lead?.zh ?? '')]).toEqual([text, plain(text)])
      }
    }, 300_000)
  })
})

/** Organs are known by name however it is spaced, cased or widened. */
const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

const lineOf = (text: string, i: number) => ({
  ...{ 编号: `N${i}`, 类型: '信访', 标题: text, 内容: text, 类别: text, 信访人: text, 地址: text, 承办单位: text },
  ...{ 提交时间: '2026-10-08', 答复时间: '2026-11-02', 答复: text, 备注: text },
})
