import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Store } from '../../src/db/open.ts'
import { loadLedger } from '../../src/imports/load.ts'
import { onBoth } from '../support/db.ts'

const messages = '../shared/data/teddy/teddy_messages_replied.jsonl'
const holidays = '../shared/data/calendar/cn_holidays.json'

const message = z.object({
  ...{ id: z.string(), user: z.string(), subject: z.string(), time: z.string(), body: z.string() },
  ...{ reply: z.string(), reply_time: z.string() },
})
const restDays = z.object({ rest: z.record(z.string(), z.string()), work: z.record(z.string(), z.string()) })

describe.skipIf(!existsSync(messages))(`a year of real messages (skipped when ${messages} is absent)`, () => {
  onBoth('their ledger', open => {
    test('is imported whole, and gives the figures of each month of 2019 that the file itself gives', async () => {
      const store = await open()
      const rows = readFileSync(messages, 'utf8').trim().split('\n')
      const lines = rows.map(line => message.parse(JSON.parse(line)))
      const loaded = await loadLedger(store, {
        bytes: Buffer.from(lines.map(line => JSON.stringify(ledgerLine(line))).join('\n')),
        format: 'jsonl',
        createOrgans: true,
        now: '2026-11-23T02:00:00.000Z',
      })
      expect(loaded).toEqual({ rows: 1966, imported: 1966, skipped: 0, rejected: [] })
      const matters = lines.map(matterOf)
      const facts = await listFacts(store)
      for (const month of months) expect(counted(facts, month)).toEqual(computed(matters, month))
      expect(computed(matters, '2019-04')).toMatchObject({ due: 42, onTime: 40 })
    }, 300_000)
  })
})

const months = Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`)

const ledgerLine = ({ id, user, subject, time, body, reply, reply_time }: z.infer<typeof message>) => ({
  ...{ 编号: id, 类型: '信访', 标题: subject, 内容: body, 信访人: user },
  ...{ 提交时间: time, 答复时间: reply_time, 答复: reply },
})

// The file's own figures, by arithmetic of milliseconds and the published list of rest days, with nothing of ours.

type Matter = { filed: string; due: string; replied: string }

const matterOf = ({ time, reply_time }: z.infer<typeof message>): Matter => {
  const filed = shanghaiDay(time)
  return { filed, due: movedOn(later(filed, 60)), replied: shanghaiDay(reply_time) }
}

const shanghaiDay = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

function movedOn(day: string): string {
  const { rest, work } = calendar()
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay())
  return day in rest || (isWeekend && !(day in work)) ? movedOn(later(day, 1)) : day
}

let read: z.infer<typeof restDays> | undefined
const calendar = () => (read ??= restDays.parse(JSON.parse(readFileSync(holidays, 'utf8'))))

function computed(matters: readonly Matter[], month: string) {
  const [first, beyond] = [`${month}-00`, `${month}-99`]
  const count = (holds: (matter: Matter) => boolean) => matters.filter(holds).length
  return {
    carriedOver: count(({ filed, replied }) => filed < first && replied > first),
    received: count(({ filed }) => filed.startsWith(month)),
    answered: count(({ replied }) => replied.startsWith(month)),
    open: count(({ filed, replied }) => filed < beyond && replied > beyond),
    due: count(({ due }) => due.startsWith(month)),
    answeredOfDue: count(({ due, replied }) => due.startsWith(month) && replied < beyond),
    onTime: count(({ due, replied }) => due.startsWith(month) && replied <= due),
  }
}

// What was recorded, as sums of its signed lines.

const listFacts = (store: Store) =>
  store.db.selectFrom('facts').select(['case_number', 'kind', 'what', 'sign', 'on_day', 'happened_on']).execute()

function counted(facts: Awaited<ReturnType<typeof listFacts>>, month: string) {
  const [first, beyond] = [`${month}-00`, `${month}-99`]
  const sum = (kind: string, from: string, to: string) =>
    facts
      .filter(fact => fact.kind === kind && fact.on_day > from && fact.on_day < to)
      .reduce((total, { sign }) => total + sign, 0)
  const handling = facts.filter(({ what }) => what === 'handling')
  const met = new Map(handling.filter(({ kind }) => kind === 'met').map(fact => [fact.case_number, fact.happened_on]))
  const due = handling.filter(({ kind, on_day }) => kind === 'due' && on_day.startsWith(month))
  return {
    carriedOver: sum('received', '', first) - sum('answered', '', first),
    received: sum('received', first, beyond),
    answered: sum('answered', first, beyond),
    open: sum('received', '', beyond) - sum('answered', '', beyond),
    due: due.length,
    answeredOfDue: due.filter(({ case_number }) => (met.get(case_number) ?? beyond) < beyond).length,
    onTime: due.filter(({ case_number, on_day }) => (met.get(case_number) ?? beyond) <= on_day).length,
  }
}
