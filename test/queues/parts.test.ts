import { expect, test } from 'vitest'
import { cast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, filing, toHandling } from '../support/road.ts'

const demand = { trigger: 'overdue', demand: '说明为什么没有办结' }
const answered = { answer: '已经安排' }

onBoth('queues of parts', open => {
  test('a supervision is found by the organ that must answer it, then by the office that must judge the answer', async () => {
    const { store, clock, read } = await office(open, '2026-01-12')
    const petition = await file(store, '2026-01-05')
    await toHandling(petition, '2026-01-06')
    expect(await read('zhaoqiang', '/queues')).not.toContain('我单位承担的部分')
    await petition.does('supervise', cast.liming, '2026-01-08', demand)
    const parts = await read('sunli', '/queues/parts')
    expect(parts).toContain('我单位承担的部分 1')
    expect(rowsIn(parts)).toEqual([expect.stringMatching(/督办：待答复.*答复督办.*2月9日.*答复督办.*还有 28 天/)])
    expect(await read('liming', '/queues')).not.toContain('待我认可')

    clock.now = '2026-02-11T02:00:00.000Z'
    expect(rowsIn(await read('zhaoqiang', '/queues/overdue'))).toEqual([
      expect.stringMatching(/办理中.*答复督办.*2月9日.*答复督办.*已逾期 2 天/),
    ])
    expect(rowsIn(await read('liming', '/queues/overdue')), 'who supervises owes nothing').toEqual([])

    await petition.does('answerSupervision', cast.zhaoqiang, '2026-02-11', answered)
    expect(rowsIn(await read('zhaoqiang', '/queues/parts'))).toEqual([])
    expect(rowsIn(await read('zhaoqiang', '/queues/overdue'))).toEqual([])
    expect(await read('liming', '/queues')).toContain('待我认可 1')
    expect(rowsIn(await read('chenjing', '/queues/judged'))).toEqual([
      expect.stringMatching(/住房和城乡建设局 督办：待认可.*解除督办/),
    ])
    await petition.does('liftSupervision', cast.chenjing, '2026-02-11')
    expect(await read('liming', '/queues')).not.toContain('待我认可')
  })

  test('a report from above is owed, and then judged, after the matter has ended otherwise', async () => {
    const { store, read } = await office(open, '2026-01-12')
    const petition = await file(store, '2026-01-05', filing, cast.citychen)
    await petition.does('register', cast.citychen, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handDown', cast.citychen, '2026-01-06', { organ: 'petition-office', reportBy: '2026-03-20' })
    await petition.does('receiveDown', cast.liming, '2026-01-07')
    await petition.does('withdraw', cast.liming, '2026-01-08', { reason: '不办了' })
    expect(rowsIn(await read('liming', '/queues/parts'))).toEqual([expect.stringMatching(/交办：已签收.*报告办结/)])
    await petition.does('report', cast.liming, '2026-01-09', { result: '已撤回' })
    expect(rowsIn(await read('liming', '/queues/parts'))).toEqual([])
    expect(rowsIn(await read('citychen', '/queues/judged'))).toHaveLength(1)
    await petition.does('acceptReport', cast.citychen, '2026-01-10')
    expect(rowsIn(await read('citychen', '/queues/judged'))).toEqual([])
  })

  test('what is handed over is owed a report: found while the matter is with another organ, until it is accepted', async () => {
    const { store, clock, read } = await office(open, '2026-01-12')
    const petition = await file(store, '2026-01-05')
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    await petition.does('handOver', cast.liming, '2026-01-06', { organ: 'housing', reportBy: '2026-03-20' })
    expect(rowsIn(await read('zhaoqiang', '/queues/parts')), 'it awaits housing itself').toEqual([])
    expect(rowsIn(await read('zhaoqiang', '/queues/mine'))).toHaveLength(1)
    await petition.does('receive', cast.zhaoqiang, '2026-01-07')
    await petition.does('passDown', cast.zhaoqiang, '2026-01-08', { organ: 'housing-station', reportBy: '2026-03-10' })
    expect(rowsIn(await read('zhaoqiang', '/queues/parts'))).toEqual([
      expect.stringMatching(/交办：已签收.*3月20日.*报告办结/),
    ])
    expect(rowsIn(await read('wugang', '/queues/parts'))).toEqual([])

    clock.now = '2026-03-12T02:00:00.000Z'
    expect(await read('wugang', '/queues/overdue')).toContain('已逾期 2 天')
    expect(rowsIn(await read('zhaoqiang', '/queues/overdue')), 'the station’s date is not housing’s').toEqual([])
    clock.now = '2026-03-18T02:00:00.000Z'
    expect(rowsIn(await read('zhaoqiang', '/queues/soon'))).toEqual([expect.stringContaining('还有 2 天')])
  })

  test('a leader finds what is in their charge, what was reported on first, and what their organ is to decide', async () => {
    const { store, read } = await office(open, '2026-01-20')
    const charged = await file(store, '2026-01-05', { ...filing, title: '包案的事' })
    await charged.does('putInCharge', cast.lincheng, '2026-01-08')
    const instructed = await file(store, '2026-01-06', { ...filing, title: '批示的事' })
    await toHandling(instructed, '2026-01-07')
    await instructed.does('instruct', cast.lincheng, '2026-01-08', { instruction: '速办', reportBy: '2026-01-23' })
    expect(titlesIn(await read('zhaoqiang', '/queues/parts'))).toEqual(['批示的事'])
    expect(titlesIn(await read('zhaoqiang', '/queues/soon'))).toContain('批示的事')
    expect(titlesIn(await read('lincheng', '/queues/charged'))).toEqual(['包案的事', '批示的事'])
    await instructed.does('reportInstruction', cast.zhaoqiang, '2026-01-09', { result: '已办' })
    const seen = await read('lincheng', '/queues/charged')
    expect(titlesIn(seen)).toEqual(['批示的事', '包案的事'])
    expect(seen).toContain('我包案、批示、督办的 2')
    expect(rowsIn(seen)[0]).toContain('批示办结')
    expect(rowsIn(await read('lincheng', '/queues/judged'))).toHaveLength(1)
    expect(rowsIn(await read('hemei', '/queues/judged')), 'a reviewer has no word on it').toEqual([])

    const disputed = await file(store, '2026-01-08', { ...filing, title: '争议的事' })
    await disputed.does('register', cast.liming, '2026-01-09', { kind: 'appeal', route: '6' })
    await disputed.does('refer', cast.liming, '2026-01-09', { organs: ['housing', 'police'], reason: '都不承认' })
    expect(titlesIn(await read('lincheng', '/queues/decide'))).toEqual(['争议的事'])
    expect(titlesIn(await read('hemei', '/queues/mine'))).toEqual(['争议的事'])
    for (const [who, path] of [
      ['hemei', '/queues/decide'],
      ['zhaoqiang', '/queues/charged'],
      ['lincheng', '/queues/parts'],
    ] as const)
      expect(await statusOf(who, path), `${who} ${path}`).toBe(404)

    async function statusOf(who: CastName, path: string) {
      return (await (await office(open)).visit(who, path)).status
    }
  })

  test('what a wall hides is in none of them, nor counted', async () => {
    const { store, read } = await office(open, '2026-03-20')
    const petition = await file(store, '2026-01-05')
    await toHandling(petition, '2026-01-06')
    await petition.does('supervise', cast.liming, '2026-01-08', demand)
    await petition.does('involve', cast.zhaoqiang, '2026-01-08', { organ: 'police' })
    expect(rowsIn(await read('zhoujie', '/queues/parts'))).toEqual([expect.stringContaining('会办：待答复')])
    await petition.does('wall', cast.liming, '2026-01-09', { accusedOrgans: ['housing', 'police'], reason: '利害关系' })
    for (const who of ['zhaoqiang', 'zhoujie'] as const) {
      for (const queue of ['parts', 'judged', 'overdue', 'soon']) {
        const seen = await read(who, `/queues/${queue}`)
        expect(rowsIn(seen), `${who} ${queue}`).toEqual([])
        expect(seen, `${who} ${queue}`).not.toMatch(/(部分|认可|逾期|到期) [1-9]/)
      }
    }
  })

  test('what an accused office owed, the office that takes the matter over owes', async () => {
    const { store, read } = await office(open, '2026-01-22')
    const petition = await file(store, '2026-01-05')
    await petition.does('wall', cast.liming, '2026-01-06', { accusedOrgans: ['petition-office'], reason: '利害关系' })
    expect(rowsIn(await read('citychen', '/queues/overdue'))).toEqual([expect.stringContaining('已逾期 2 天')])
    const due = await store.db
      .selectFrom('facts')
      .select(['organ', 'sign'])
      .where('kind', '=', 'due')
      .where('what', '=', 'registration')
      .orderBy('seq')
      .orderBy('line')
      .execute()
    expect(due.map(({ organ, sign }) => `${organ} ${sign}`)).toEqual([
      'petition-office 1',
      'petition-office -1',
      'city-petition-office 1',
    ])
  })

  test('go on page by page, each case once however many parts it has', async () => {
    const { store, read } = await office(open, '2026-03-20')
    for (let i = 0; i < 52; i++) {
      const petition = await file(store, '2026-01-05')
      await toHandling(petition, '2026-01-06')
      await petition.does('supervise', cast.liming, '2026-01-08', demand)
      if (i % 10 === 0) await petition.does('supervise', cast.chenjing, '2026-01-09', demand)
    }
    for (const queue of ['parts', 'overdue']) {
      const first = await read('zhaoqiang', `/queues/${queue}`)
      const rest = await read('zhaoqiang', nextIn(first) ?? '')
      expect([numbersIn(first).length, numbersIn(rest).length, nextIn(rest)], queue).toEqual([50, 2, undefined])
      expect(new Set([...numbersIn(first), ...numbersIn(rest)]).size, queue).toBe(52)
      expect(first, queue).toMatch(/(部分|已逾期) 52/)
    }
  })
})

/** The rows of a list as their words. */
const rowsIn = (page: string) =>
  [...page.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row = '']) => row)
    .filter(row => row.includes('<td'))
    .map(row =>
      row
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )

const titlesIn = (page: string) =>
  [...page.matchAll(/<a href="\/cases\/[^"]+"><bdi[^>]*>([^<]*)<\/bdi>/g)].map(([, title]) => title)

const numbersIn = (page: string) =>
  [...page.matchAll(/<a href="\/cases\/(XF[\d-]+)"><bdi/g)].map(([, number]) => number ?? '')

const nextIn = (page: string) => /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
