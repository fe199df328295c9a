import { expect, test } from 'vitest'
import { erase } from '../../src/cases/erase.ts'
import { addToList, listIn } from '../../src/cases/erasure_list.ts'
import { system } from '../../src/accounts/actor.ts'
import type { Store } from '../../src/db/open.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { answeredBy, contacted, draftMotion, handedOver, openParts, promised, reference } from '../support/motions.ts'
import { served, solved } from '../support/motions.ts'
import type { Motion } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'
import { signIn } from '../support/sign_in.ts'
import { siteOf } from '../support/site.ts'

const words = { publishedTitle: '关于加装电梯的建议', publishedText: '第一批十二部已经完成。\n请放心。' }

/** A suggestion answered on 10 February and published on the 11th, and the site on a later day. */
async function inPublic(store: Store, answer: object = solved, day = '2026-02-20') {
  await seatMotions(store)
  const motion = await another(store, answer)
  return { motion, site: siteOf(store, at(day)) }
}

async function another(store: Store, answer: object = solved, said = words): Promise<Motion> {
  const motion = await draftMotion(store)
  await handedOver(motion, '2026-01-20', ['police'])
  await motion.does('opine', cast.zhoujie, '2026-01-22', { opinion: '会办意见不公开' })
  await answeredBy(motion, '2026-02-10', { ...answer, coOpinions: '已吸收' })
  await motion.does('publish', signers.lichen, '2026-02-11', said)
  return motion
}

const first = '/published/congress-18-5-1'
const read = async (site: ReturnType<typeof siteOf>, path = first, cookie = '') => {
  const answer = await site.get(path, cookie)
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

onBoth('the list of published answers', open => {
  test('names each by its number, title, organ, class and day, newest first, in either language', async () => {
    const store = await open()
    const { site } = await inPublic(store)
    await another(store, promised, { ...words, publishedTitle: '关于石桥路灯的建议' })
    const zh = (await read(site, '/published')).text
    for (const said of ['18-5-001', '18-5-002', '关于加装电梯的建议', '望江区住房和城乡建设局', '2026年2月11日'])
      expect(zh).toContain(said)
    expect(zh).toContain('A 解决或者基本解决')
    expect(zh).toContain('答复称已经解决，尚未核实佐证')
    expect(zh).toContain('承诺2026年12月31日前落实，尚未落实')
    const en = (await read(site, '/published', 'lang=en')).text
    expect(en).toContain('Solved or mostly solved')
    expect(en).toContain('Promised by 31 December 2026; not carried out yet')
    expect(en).toContain('11 February 2026')
  })

  test('holds nothing that is not published', async () => {
    const store = await open()
    const { motion, site } = await inPublic(store)
    const other = await draftMotion(store)
    await handedOver(other)
    await answeredBy(other, '2026-02-10', solved)
    const { text } = await read(site, '/published')
    expect(text).not.toContain('18-5-002')
    expect(text).not.toContain(motion.number)
    expect((await read(site, '/published/congress-18-5-2')).status).toBe(404)
  })

  test('is narrowed to a kind and to a session', async () => {
    const store = await open()
    const { site } = await inPublic(store)
    const has = async (query: string) => (await read(site, `/published?${query}`)).text.includes('关于加装电梯的建议')
    expect(await has('kind=deputy-suggestion')).toBe(true)
    expect(await has('kind=cppcc-proposal')).toBe(false)
    expect(await has('session=congress-18-5')).toBe(true)
    expect(await has('session=cppcc-13-5')).toBe(false)
    expect(await has('kind=nonsense&session=%27&after=2026-02-11_%27')).toBe(true)
  })

  test('goes on after twenty, none twice and none left out', async () => {
    const store = await open()
    const { site } = await inPublic(store)
    for (let i = 2; i <= 24; i++) await another(store, solved, { ...words, publishedTitle: `第${i}件` })
    const seen: string[] = []
    let next: string | undefined = '/published?session=congress-18-5'
    for (let pages = 0; next !== undefined && pages < 5; pages++) {
      const { text } = await read(site, next)
      seen.push(...[...text.matchAll(/href="(\/published\/congress-[^"]+)"/g)].map(([, href = '']) => href))
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(24)
    expect(seen).toHaveLength(24)
  }, 120_000)
})

onBoth('a published answer', open => {
  test('shows its words, who answered when, its class as a claim, and nothing else of the case', async () => {
    const store = await open()
    const { motion, site } = await inPublic(store)
    const { status, text } = await read(site)
    expect(status).toBe(200)
    for (const said of [
      '第一批十二部已经完成。',
      '2026年2月10日',
      '2026年2月11日',
      '答复单位的说法',
      '区十八届人大五次会议',
    ])
      expect(text).toContain(said)
    for (const inner of [
      '代红',
      '13800000077',
      '会办意见不公开',
      '已吸收',
      '赵强',
      '孙丽',
      '公安',
      motion.number,
      '楼龄三十年',
    ])
      expect(text).not.toContain(inner)
    expect((await read(site, first, 'lang=en')).text).toContain('Answered by')
  })

  test('says once the evidence was checked that it is solved, and of a promise whether it was kept', async () => {
    const store = await open()
    const { motion, site } = await inPublic(store)
    await motion.does('showEvidence', cast.zhaoqiang, '2026-02-20', { evidence: '验收单', report: '已完成' })
    expect((await read(site)).text).toContain('承办单位已报落实佐证，待核实')
    await motion.does('confirmOutcome', signers.lichen, '2026-02-21')
    const { text } = await read(site)
    expect(text).toContain('已经解决，佐证已核实')
    expect(text).not.toContain('验收单')
  })

  test('says that a promise is overdue, and then that it was kept', async () => {
    const store = await open()
    const { motion } = await inPublic(store, promised)
    const later = siteOf(store, at('2027-02-01'))
    expect((await read(later)).text).toContain('承诺2026年12月31日前落实，已逾期')
    await motion.does('showEvidence', cast.zhaoqiang, '2027-02-01', { evidence: '验收单', report: '已完成' })
    await motion.does('confirmOutcome', signers.lichen, '2027-02-01')
    expect((await read(later)).text).toContain('承诺已经落实')
  })

  test('of separate organs leaves out the one whose answer is not published', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store)
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('register', signers.lichen, '2026-01-16')
    await motion.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'police'] })
    await answeredBy(motion, '2026-02-10', solved)
    await motion.does('receive', cast.zhoujie, '2026-02-11')
    await motion.does('contact', cast.zhoujie, '2026-02-11', contacted)
    await motion.does('draftAnswer', cast.zhoujie, '2026-02-11', reference)
    await motion.does('answer', signers.qinling, '2026-02-12')
    await motion.does('publish', signers.lichen, '2026-02-13', words)
    const { text } = await read(siteOf(store, at('2026-02-20')))
    expect(text).toContain('望江区住房和城乡建设局')
    expect(text).not.toContain('公安')
  })

  test('no longer stands once it is handled again, and shows no draft of the new one', async () => {
    const store = await open()
    const { motion, site } = await inPublic(store)
    await served(motion, '2026-02-11')
    await motion.does('rate', signers.daihong, '2026-02-12', {
      attitude: 'satisfied',
      result: 'dissatisfied',
      why: '没有',
    })
    await motion.does('orderRedo', signers.lichen, '2026-02-13', {
      again: await openParts(motion, 'lead'),
      reason: '不满意',
    })
    await motion.does('contact', cast.zhaoqiang, '2026-02-16', contacted)
    await motion.does('draftAnswer', cast.zhaoqiang, '2026-02-16', promised)
    const { text } = await read(site)
    expect(text).toContain('公开以后本件重新办理')
    expect(text).not.toMatch(/办理结果类别|列入计划|承诺2026年/)
    await motion.does('answer', cast.sunli, '2026-02-16')
    expect((await read(site)).text).toContain('公开以后本件重新办理')
    await motion.does('publish', signers.lichen, '2026-02-17', { ...words, publishedText: '新的答复。' })
    const anew = (await read(site)).text
    expect(anew).toContain('新的答复。')
    expect(anew).toContain('承诺2026年12月31日前落实，尚未落实')
    expect(anew).not.toContain('公开以后本件重新办理')
  })

  test('is gone at once when it is taken down, and is kept nowhere without asking', async () => {
    const store = await open()
    const { motion, site } = await inPublic(store)
    const { headers } = await read(site, first)
    expect(headers.get('cache-control')).toMatch(/no-cache/)
    expect(headers.get('etag')).toBeTruthy()
    expect(headers.get('set-cookie')).toBeNull()
    await motion.does('unpublish', signers.lichen, '2026-02-12', { reason: '更正' })
    expect((await read(site)).status).toBe(404)
    expect((await read(site, '/published')).text).not.toContain('关于加装电梯的建议')
    for (const path of ['congress-18-5', 'congress-18-5-b1', motion.number, '%27', 'x'.repeat(300)])
      expect((await read(site, `/published/${path}`)).status, path).toBe(404)
  })

  test('goes with the case’s words when these are erased, and a rebuilt house shows what it showed', async () => {
    const store = await open()
    const { motion, site } = await inPublic(store)
    await another(store)
    const before = (await read(site, '/published')).text
    const wrong: string[] = []
    await rebuild(store, ({ number, tables }) => wrong.push(`${number} ${tables.join(' ')}`))
    expect(wrong).toEqual([])
    expect((await read(site, '/published')).text).toBe(before)
    const asked = { of: { number: motion.number }, words: 'destroy', reason: '依申请', actor: system } as const
    const done = await erase(store, { ...asked, now: at('2026-03-01') }, erasure =>
      addToList(listIn(store.dataDir), [erasure]),
    )
    expect(done).toMatchObject({ outcome: 'done' })
    expect((await read(site)).status).toBe(404)
    const left = (await read(site, '/published')).text
    expect(left).not.toContain('18-5-001')
    expect(left).toContain('18-5-002')
    await rebuild(store, ({ number }) => wrong.push(number))
    expect(wrong).toEqual([])
  })
})

onBoth('the act to publish', open => {
  test('opens with what may be published, warns where the signer did not agree, and keeps what was typed', async () => {
    const store = await open()
    await seatMotions(store)
    const motion = await draftMotion(store, { input: { publicWish: 'no' } })
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10', { ...solved, opinion: '代红代表：收悉，电话13912345678。' })
    const site = siteOf(store, at('2026-02-11'))
    const cookie = await signIn(site.app, store, 'lichen')
    const path = `/cases/${motion.number}/acts/publish`
    const form = await read(site, path, cookie)
    expect(form.text).toContain('某某代表：收悉，电话139****5678。')
    expect(form.text).toContain('提出人不同意公开')
    expect((await read(site, path, `${cookie}; lang=en`)).text).toContain('do not wish it published')
    const posted = await site.post(path, { ...words, publishedText: '代红 13912345678' }, cookie)
    const again = await posted.text()
    expect(posted.status).toBe(422)
    expect(again).toContain('提出人“代红”不能公开')
    expect(again).toContain('代红 13912345678')
    expect((await site.post(path, words, cookie)).status).toBe(303)
    expect((await read(site)).status).toBe(200)
  })
})
