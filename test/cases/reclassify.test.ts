import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { listReadings, noteReading } from '../../src/cases/readings.ts'
import { tellStory } from '../../src/cases/story.ts'
import { tasksBefore } from '../../src/cases/decide.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { monthlyClosure } from '../../src/reports/monthly_closure.ts'
import { readAsked } from '../../src/reports/read.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import type { Opener } from '../support/db.ts'
import { office } from '../support/office.ts'
import {
  at,
  draft,
  file,
  filing,
  refusedFor,
  served,
  toAnswered,
  toClosed,
  toHandling,
  wrongIn,
} from '../support/road.ts'
import type { Traveller } from '../support/road.ts'
import { expectSound } from '../support/sound.ts'

const reason = '实为检举控告'
const found = { kind: 'accusation', accusedOrgans: ['housing'], accusedPeople: '周杰', reason }
const rating = { office: 'satisfied', organ: 'satisfied', secondFact: '0012' }
const pages = [
  '/notices',
  '/queues/all',
  '/queues/all?q=漏水',
  '/queues',
  '/reports/monthly-closure?month=2026-02&organ=housing',
]
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

onBoth('an appeal found to be an accusation of the organ that closed it', open => {
  test('starts afresh with the office: no lead, the registration term anew and no other clock', async () => {
    const { store, petition } = await closedCase(open)
    await petition.does('reclassify', cast.chenjing, '2026-03-10', found)
    const view = await caseOf(store, petition)
    expect(view.row).toMatchObject({
      ...{ state: 'registered', kind: 'accusation', restricted: 1, lead: null, is_open: 1, ended_on: null },
      ...{ awaits_role: 'clerk', awaits_organ: 'petition-office', next_due: '2026-03-25' },
    })
    expect(view.deadlines.filter(line => line.is_open === 1).map(line => [line.deadline, line.round])).toEqual([
      ['registration', 2],
    ])
    expect(view.assignments.filter(part => part.is_open === 1)).toEqual([])
    await expectSound(store)
  })

  test('is gone at once for that organ, those below it and the persons named: page, queue, list, notices', async () => {
    const { store, clock, visit, read } = await office(open, '2026-03-10')
    const petition = await file(store)
    await closed(petition)
    for (const path of pages.slice(0, 3)) expect(await read('zhaoqiang', path), path).toContain(petition.number)
    await petition.does('reclassify', cast.chenjing, '2026-03-10', found)
    clock.now = at('2026-03-11')
    for (const who of ['zhaoqiang', 'sunli', 'wugang', 'guanli', 'zhoujie', 'lincheng'] as const) {
      for (const path of pages) expect(await read(who, path), `${who} ${path}`).not.toContain(petition.number)
      expect((await visit(who, `/cases/${petition.number}`)).status).toBe(404)
      const list = '/reports/monthly-closure/cases/answered?month=2026-02&organ=housing&side=numerator&asOf=2026-03-09'
      expect((await visit(who, list)).status, who).toBe(404)
    }
    expect(await read('liming', `/cases/${petition.number}`)).toContain(petition.number)
    expect((await petition.attempt('transfer', cast.liming, '2026-03-11', { organ: 'housing-station' })).outcome).toBe(
      'refused',
    )
    await expectSound(store)
  })

  test('enters no figure any more, as if it had never been there, and the line of accusations has it', async () => {
    const { store } = await seated(open)
    const other = await file(store, '2026-01-06')
    await toHandling(other, '2026-01-12')
    await toAnswered(other, '2026-02-02')
    const scopes = [undefined, 'housing', 'petition-office']
    const before = await figures(store, scopes)
    const petition = await file(store)
    await closed(petition)
    expect(await figures(store, scopes)).not.toEqual(before)
    await petition.does('reclassify', cast.chenjing, '2026-04-10', found)
    expect(await figures(store, scopes)).toEqual(before)
    expect(await accusations(store, '2026-01')).toEqual([1, 0, 0, 1, 0])
    await expectSound(store)
  })

  test('the same where it had been taken up again before, and some of it recorded late', async () => {
    const { store } = await seated(open)
    const before = await figures(store, [undefined])
    const petition = await file(store)
    await closed(petition)
    await petition.does('reopen', cast.chenjing, '2026-04-02', { reason })
    await petition.does('draft', cast.zhaoqiang, '2026-05-20', draft, { occurredOn: '2026-04-20', lateReason: '补录' })
    await petition.does('answer', cast.sunli, '2026-05-20', {}, { occurredOn: '2026-04-30', lateReason: '补录' })
    await petition.does('correct', cast.chenjing, '2026-05-21', { act: 'answer', day: '2026-05-04', heads: 7, reason })
    await petition.does('reclassify', cast.chenjing, '2026-06-02', { ...found, category: 'housing' })
    expect(await figures(store, [undefined])).toEqual(before)
    expect(await accusations(store, '2026-05')).toEqual([0, 0, 0, 1, 0])
    await expectSound(store)
  })

  test('closes only on evidence gained since, and may be rated anew', async () => {
    const { store, petition } = await closedCase(open)
    await petition.does('reclassify', cast.chenjing, '2026-03-10', found)
    const missing = tasksBefore(await caseOf(store, petition), 'close', cast.liming, '2026-03-10')
    expect(missing.find(({ need }) => need.title.en.startsWith('The answer has been signed'))?.done).toBe(false)
    expect((await petition.attempt('rate', petition.petitioner, '2026-03-10', rating)).outcome).toBe('refused')
    await petition.does('transfer', cast.liming, '2026-03-11', { organ: 'discipline' })
    await petition.does('receive', cast.qianfeng, '2026-03-11')
    await petition.does('accept', cast.qianfeng, '2026-03-12')
    await petition.does('draft', cast.qianfeng, '2026-03-12', draft)
    expect((await petition.attempt('answer', cast.fengyan, '2026-03-13')).outcome).toBe('refused')
    await petition.does('answerAccusation', cast.fengyan, '2026-03-13')
    await petition.does('inform', cast.qianfeng, '2026-03-14', served)
    await petition.does('close', cast.liming, '2026-03-15')
    await petition.does('reopen', cast.chenjing, '2026-03-16', { reason })
    const { row } = await caseOf(store, petition)
    expect(row).toMatchObject({ state: 'handling', kind: 'accusation', restricted: 1, lead: 'discipline' })
    expect(await findCase(store.db, cast.zhaoqiang, petition.number)).toBeUndefined()
    await expectSound(store)
  })

  test('the office sees who had known of it', async () => {
    const { store, petition } = await closedCase(open)
    await noteReading(store, petition.number, 'wugang', at('2026-02-01'))
    await petition.does('reclassify', cast.chenjing, '2026-03-10', found)
    const known = await listReadings(store.reader, petition.number)
    const walled = known.filter(({ isWalled }) => isWalled).map(({ person }) => person)
    expect(walled.sort()).toEqual(['sunli', 'wugang', 'zhaoqiang'])
    expect(known.map(({ person }) => person)).toContain('liming')
  })

  test('moves to an office that is free of it where the office itself is accused', async () => {
    const { store, petition } = await closedCase(open)
    await petition.does('reclassify', cast.chenjing, '2026-03-10', { ...found, accusedOrgans: ['district'] })
    expect((await caseOf(store, petition)).row).toMatchObject({
      office: 'city-petition-office',
      awaits_organ: 'city-petition-office',
    })
    for (const actor of [cast.liming, cast.chenjing, cast.zhaoqiang, cast.hemei])
      expect(await findCase(store.db, actor, petition.number)).toBeUndefined()
    expect(await findCase(store.db, cast.citychen, petition.number)).toBeDefined()
    const rows = await store.db.selectFrom('facts').select(['organ', 'sign']).where('kind', '=', 'received').execute()
    expect(new Set(rows.map(({ organ }) => organ))).toEqual(new Set(['petition-office']))
    await expectSound(store)
  })
})

onBoth('an accusation found to be an appeal', open => {
  test('is counted as one from its first day, and is in no line of accusations', async () => {
    const { store } = await seated(open)
    const petition = await file(store, '2026-01-05', { ...filing, kind: 'accusation', accusedOrgans: ['police'] })
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'discipline' })
    await petition.does('receive', cast.qianfeng, '2026-01-07')
    await petition.does('accept', cast.qianfeng, '2026-01-08')
    await petition.does('draft', cast.qianfeng, '2026-01-09', draft)
    await petition.does('answerAccusation', cast.fengyan, '2026-01-09')
    expect(await accusations(store, '2026-01')).toEqual([1, 1, 0, 0, 0])
    await petition.does('reclassify', cast.chenjing, '2026-02-10', { kind: 'appeal', route: '6', reason })
    expect((await caseOf(store, petition)).row).toMatchObject({ kind: 'appeal', route: '6', restricted: 0, lead: null })
    expect(await accusations(store, '2026-01')).toEqual([0, 0, 0, 0, 0])
    expect(await counts(store, '2026-01', 'received', 'answered', 'open')).toEqual([1, 0, 1])
    expect(await counts(store, '2026-02', 'carried_over', 'reopened', 'open')).toEqual([0, 1, 1])
    expect(await findCase(store.db, cast.zhoujie, petition.number)).toBeUndefined()
    await petition.does('transfer', cast.liming, '2026-02-11', { organ: 'housing' })
    await petition.does('receive', cast.zhaoqiang, '2026-02-11')
    await petition.does('accept', cast.zhaoqiang, '2026-02-12')
    const handling = (await caseOf(store, petition)).deadlines.find(({ deadline }) => deadline === 'handling')
    expect(handling).toMatchObject({ start_on: '2026-02-12', owner_organ: 'housing' })
    await expectSound(store)
  })
})

async function seated(open: Opener) {
  const store = await open()
  await seatCast(store)
  return { store }
}

async function closedCase(open: Opener) {
  const { store } = await seated(open)
  const petition = await file(store)
  await closed(petition)
  return { store, petition }
}

/** Handled, answered, rated and closed by the housing bureau in February and March. */
async function closed(petition: Traveller) {
  await toHandling(petition)
  await toAnswered(petition, '2026-02-20')
  await toClosed(petition, '2026-03-02')
  await petition.does('rate', petition.petitioner, '2026-03-03', rating)
}

async function caseOf(store: Store, { number }: Traveller) {
  const view = await findCase(store.db, system, number)
  if (!view) throw new Error(number)
  return view
}

const now = at('2026-12-01')

async function drawn(store: Store, month: string, organ?: string) {
  const read = await readAsked(store.reader, monthlyClosure, { month, ...(organ && { organ }) }, now)
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  return drawHere(store, read.ok, cast.lincheng)
}

async function figures(store: Store, organs: readonly (string | undefined)[]) {
  const all: unknown[] = []
  for (const organ of organs)
    for (const month of months) {
      const { report } = await drawn(store, month, organ)
      all.push([organ, month, report.metrics, report.tables])
    }
  return all
}

/** Received, answered, ended otherwise, open and closed. */
const accusations = async (store: Store, month: string) =>
  (await drawn(store, month)).accusations?.map(({ count }) => count)

async function counts(store: Store, month: string, ...ids: string[]) {
  const { report } = await drawn(store, month)
  return ids.map(id => report.metrics.find(metric => metric.id === id)?.numerator)
}

onBoth('a matter already answered', open => {
  test('is classified anew by the head of the office alone, as another class, and its petitioner is told', async () => {
    const { store, petition } = await closedCase(open)
    expect(await petition.attempt('reclassify', cast.liming, '2026-03-10', found)).toMatchObject(
      refusedFor('已经答复的事项，须由信访部门负责人决定重新分类'),
    )
    const same = { kind: 'appeal', route: '6', category: 'housing', reason }
    expect(await petition.attempt('reclassify', cast.chenjing, '2026-03-10', same)).toMatchObject(
      wrongIn('kind', '类别和法定途径都没有变；只改内容分类的，请用“更正”'),
    )
    await petition.does('reclassify', cast.chenjing, '2026-03-10', { ...same, route: '5' })
    const told = await store.db
      .selectFrom('outbox')
      .select(['notice', 'to_kind'])
      .where('case_number', '=', petition.number)
      .where('notice', '=', 'reclassify')
      .execute()
    expect(told.map(({ to_kind }) => to_kind)).toContain('petitioner')
    const theirs = await tellStory(store, await caseOf(store, petition), 'petitioner')
    expect(theirs.at(-1)?.says.zh).toContain('另行办理')
    await expectSound(store)
  })

  test('what is only being handled its clerk may still classify anew, as another class', async () => {
    const { store } = await seated(open)
    const petition = await file(store)
    await toHandling(petition)
    const other = { kind: 'appeal', route: '6', reason }
    expect(await petition.attempt('reclassify', cast.liming, '2026-03-10', other)).toMatchObject(wrongIn('kind'))
    await petition.does('reclassify', cast.liming, '2026-03-10', { kind: 'suggestion', reason })
  })
})
