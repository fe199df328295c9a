import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { announced } from '../../src/law/calendar.ts'
import { addDays, daysAfter } from '../../src/law/day.ts'

const published = '../shared/data/calendar/cn_holidays.json'
const shape = z.object({ rest: z.record(z.string(), z.string()), work: z.record(z.string(), z.string()) })

test('the holidays are those of a published data set, day by day', context => {
  if (!existsSync(published)) context.skip(`${published} is not on this machine`)
  const { rest, work } = shape.parse(JSON.parse(readFileSync(published, 'utf8')))

  const ourRest = announced.flatMap(year => year.rest.flatMap(([from, to]) => daysAfter(addDays(from, -1), to)))
  expect(ourRest).toEqual(Object.keys(rest).filter(ours).toSorted())
  const ourWork = announced.flatMap(year => year.work)
  expect(ourWork).toEqual(Object.keys(work).filter(ours).toSorted())
})

test('every year from 2010 to 2026 is announced once, in order', () => {
  expect(announced.map(year => year.year)).toEqual(Array.from({ length: 17 }, (_, i) => 2010 + i))
})

const ours = (day: string) => day >= '2010-01-01' && day <= '2026-12-31'
