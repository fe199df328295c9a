import { expect, test } from 'vitest'
import { urls } from '../../src/http/urls.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { contacted, drafted, draftMotion, motionOf, promised, served } from '../support/motions.ts'
import type { Motion } from '../support/motions.ts'
import { signers } from '../support/motions_cast.ts'
import { begins, chamberStage, does, hides, isOffered, isTold, openTold, pick, waits, wuyue } from './motions.ts'
import type { Chamber, Told } from './motions.ts'
import { says, tellings } from './stage.ts'
import { arrive, choose, fill, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()
const opinion = '街道会办意见：托位选址先看消防。'
const title = '关于增加普惠托位的提案'
const merged = { procedure: 'cppcc-proposal', number: '', title: '关于石桥片区托育的提案' }

onBoth('a proposal in the browser', (open, database) => {
  test.for(tellings[database])(
    'with another merged into it, from a draft to a promise kept late: $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const stage = await chamberStage(open, browser(), telling, '2026-01-08')
      const told = await isDrafted(stage)
      await isSigned(stage, told)
      await isFiled(stage, told)
      const other = await isMerged(stage, told)
      await isHandled(stage, told)
      await isAnswered(stage, told)
      await isRedone(stage, told)
      await isRelayed(stage, other)
      await isClosed(stage, told)
      await isPublished(stage, told)
      await isCarriedOut(stage, told)
      await isSeenByAll(stage, told)
      await stage.close()
    },
  )
})

async function isKeptFrom({ meets }: Chamber, { number }: Told, ...kept: Parameters<Chamber['meets']>[0][]) {
  expect(await meets('stranger', urls.case(number)), 'a stranger signs in first').toBe(303)
  for (const who of ['daihong', 'liming', 'lichen', ...kept] as const)
    expect(await meets(who, urls.case(number)), who).toBe(404)
}

async function isDrafted(stage: Chamber): Promise<Told> {
  const told = { procedure: 'cppcc-proposal', number: '', title }
  await stage.as('weiyuan', async at => {
    await at.page.goto(urls.home())
    await arrive(at, /./)
    await press(at, words(at, '起草提案', 'Draft a proposal'))
    await arrive(at, words(at, '起草提案', 'Draft a proposal'))
    await fill(at, words(at, '标题', 'Title'), title)
    await fill(at, words(at, '情况和问题', 'The situation'), '全区托位缺口一千二百个。')
    await fill(at, words(at, '具体建议', 'What should be done'), '利用闲置用房新增托位。')
    await fill(at, words(at, '联系电话', 'Telephone'), drafted.phone)
    await choose(at, words(at, '同意公开', 'It may'))
    await press(at, words(at, '保存草稿', 'Save the draft'))
    await arrive(at, title)
    told.number = new URL(at.page.url()).pathname.split('/').at(-1) ?? ''
    await begins(at, told, 'invite')
    await fill(at, words(at, '请在哪一天前确认', 'To confirm by'), '2026-01-12')
    const invite = words(at, '邀请联名', 'Ask others to sign')
    await isTold(at, invite, words(at, '邀请联名', 'People to sign with you'))
    await pick(at, words(at, '邀请联名', 'People to sign with you'), '韦涵', '卫军', '文华')
    await press(at, invite)
    await arrive(at, title)
  })
  await isKeptFrom(stage, told, 'wuyue', 'xuping', 'zhaoqiang')
  return told
}

/** One confirms, one declines, and one lets the day go by. */
async function isSigned(stage: Chamber, told: Told) {
  await stage.on('2026-01-09')
  await stage.as('weihan', async at => {
    expect(await waits(at, told)).toContain(words(at, '1月12日', '12 January'))
    await does(at, told, 'sign')
  })
  await motionOf(stage.store, told.number).does('decline', signers.weijun, '2026-01-09')
  await stage.on('2026-01-13')
  expect(await stage.meets('wenhua', urls.case(told.number)), 'whose day has passed').toBe(404)
  await stage.on('2026-01-14')
  await stage.as('weiyuan', async at => {
    await openTold(at, told)
    await says(at, words(at, '谢绝联名', 'Declined'), words(at, '逾期未确认', 'Not confirmed in time'))
    await does(at, told, 'submit')
  })
}

async function isFiled(stage: Chamber, told: Told) {
  await stage.on('2026-01-16')
  await stage.as('xuping', async at => {
    const row = await waits(at, told)
    for (const part of [words(at, '立案', 'File'), words(at, '1月28日', '28 January')]) expect(row).toContain(part)
    await does(at, told, 'register')
    await says(at, '13-5-001')
  })
  await isKeptFrom(stage, told, 'wuyue', 'zhaoqiang', 'weijun')
}

/** On the same matter: its signer is answered and asked as well, and reads nothing of the other. */
async function isMerged(stage: Chamber, told: Told): Promise<Motion> {
  const input = { title: merged.title }
  const other = await draftMotion(stage.store, { ...merged, actor: wuyue, day: '2026-01-15', input })
  await other.does('submit', wuyue, '2026-01-15')
  const its = { ...merged, number: other.number }
  await stage.as('xuping', async at => {
    await begins(at, its, 'merge')
    const into = words(at, '并入哪一件', 'Merged into')
    await fill(at, into, other.number)
    await fill(at, words(at, '理由', 'Reasons'), '内容相近，合并办理。')
    const merge = words(at, '并案', 'Merge')
    await isTold(at, merge, into)
    await fill(at, into, told.number)
    await press(at, merge)
    await arrive(at, merged.title)
    await says(at, words(at, '并案', 'Merged'))
  })
  await stage.as('wuyue', async at => {
    await openTold(at, its)
    await says(at, words(at, '并入另一件办理', 'together with another'), '内容相近，合并办理。')
  })
  await isKeptFrom(stage, told, 'wuyue')
  return other
}

/** Handed over with two co-handlers, of whom one stays silent; the member is heard before and during. */
async function isHandled(stage: Chamber, told: Told) {
  const [housing, police, street] = [
    { zh: '望江区住房和城乡建设局', en: 'Housing Bureau' },
    { zh: '望江区公安分局', en: 'Police Bureau' },
    { zh: '石桥街道办事处', en: 'Shiqiao Street Office' },
  ]
  await stage.on('2026-01-20')
  await stage.as('xuping', async at => {
    await does(at, told, 'handOver', async () => {
      await choose(at, words(at, '主办（独办）单位', 'Lead'), words(at, housing.zh, housing.en))
      const both = [police, street].map(({ zh, en }) => words(at, zh, en))
      await pick(at, words(at, '会办单位', 'Co-handlers'), ...both)
    })
  })
  const motion = motionOf(stage.store, told.number)
  await motion.does('receive', cast.zhaoqiang, '2026-01-21')
  await motion.does('opine', signers.hanbing, '2026-01-22', { opinion })
  await stage.on('2026-01-23')
  await stage.as('zhaoqiang', async at => {
    await openTold(at, told)
    expect(await isOffered(at, told, 'contactAgain'), 'the second contact follows the first').toBe(false)
    await does(at, told, 'contact', () => hears(at, '办前已面商'))
    await does(at, told, 'contactAgain', () => hears(at, '办中已沟通'))
  })
  await stage.on('2026-03-20')
  await stage.as('zhoujie', async at => {
    expect(await waits(at, told, 'overdue')).toContain(words(at, '会办意见', 'Co-handler’s opinion'))
  })
  await motion.does('goOnWithout', cast.zhaoqiang, '2026-03-20', { reason: '多次催办没有答复' })
  await stage.as('weiyuan', async at => {
    await openTold(at, told)
    await says(at, '办前已面商', '办中已沟通')
    await hides(at, opinion, '多次催办')
  })
}

async function hears(at: At, summary: string) {
  await choose(at, words(at, '座谈面商', 'Meeting'))
  await fill(at, words(at, '参加人员', 'Who took part'), contacted.present)
  await fill(at, words(at, '沟通情况', 'What was said'), summary)
  await fill(at, words(at, '提出人的意见', 'The signer’s view'), contacted.view)
}

async function isAnswered(stage: Chamber, told: Told) {
  const motion = motionOf(stage.store, told.number)
  await motion.does('draftAnswer', cast.zhaoqiang, '2026-03-20', { ...promised, promiseBy: '2026-05-29' })
  await stage.as('sunli', async at => {
    expect(await waits(at, told)).toContain(words(at, '签发答复', 'Answer'))
    await does(at, told, 'answer')
  })
  await stage.on('2026-03-23')
  await stage.as('zhaoqiang', async at => {
    await does(at, told, 'serve', async () => {
      for (const name of ['魏源', '韦涵']) expect(await at.page.getByLabel(name).isChecked(), name).toBe(true)
      for (const name of ['卫军', '文华']) expect(await at.page.getByLabel(name).count(), name).toBe(0)
      await choose(at, words(at, '寄送', 'By post'))
    })
    await does(at, told, 'contactAfter', () => hears(at, '办后听取评议'))
  })
}

/** Seven questions; a disagreement in words; a redo, and the same questions again. */
async function isRedone(stage: Chamber, told: Told) {
  await stage.on('2026-03-25')
  for (const who of ['weihan', 'zhaoqiang', 'xuping'] as const)
    expect(await stage.meets(who, urls.act(told.number, 'rate')), `${who} does not rate`).toBe(404)
  await stage.as('weiyuan', async at => {
    expect(await waits(at, told)).toContain(words(at, '评价', 'Rate'))
    await begins(at, told, 'rate')
    await feedsBack(at, words(at, '不同意', 'I disagree'))
    await isTold(at, words(at, '评价', 'Rate'), words(at, '不满意', 'dissatisfied'))
    await fill(at, words(at, '具体意见', 'In your words'), '没有写明新增托位在哪里。')
    await press(at, words(at, '评价', 'Rate'))
    await arrive(at, title)
  })
  await stage.on('2026-03-26')
  await stage.as('luqing', async at => {
    await does(at, told, 'orderRedo', async () => {
      await pick(at, words(at, '由哪些单位重新办理', 'Who handles it again'), words(at, '住房', 'Housing'))
      await fill(at, words(at, '理由', 'Reasons'), '请列明点位。')
    })
    await says(at, '没有写明新增托位在哪里。')
  })
  const motion = motionOf(stage.store, told.number)
  await motion.does('contact', cast.zhaoqiang, '2026-04-01', contacted)
  await motion.does('contactAgain', cast.zhaoqiang, '2026-04-01', contacted)
  const better = `新增托位点位见附件；联系人魏源${drafted.phone}。`
  await motion.does('draftAnswer', cast.zhaoqiang, '2026-04-02', {
    ...promised,
    opinion: better,
    promiseBy: '2026-05-29',
  })
  await motion.does('answer', cast.sunli, '2026-04-02')
  await served(motion, '2026-04-03')
  await motion.does('contactAfter', cast.zhaoqiang, '2026-04-07', contacted)
  await stage.on('2026-04-08')
  await stage.as('weiyuan', async at => {
    await does(at, told, 'rate', () => feedsBack(at, words(at, '同意', 'I agree')))
    await hides(at, opinion)
  })
}

async function feedsBack(at: At, result: string) {
  await pick(at, words(at, '走访情况', 'Visits'), words(at, '已走访', 'Visited'))
  await pick(at, words(at, '答复前听取意见的方式', 'How you were heard'), words(at, '电话', 'Telephone'))
  await pick(at, words(at, '办理人员态度', 'How you were treated'), words(at, '满意', 'Satisfied'))
  await pick(at, words(at, '答复是否针对提案', 'Does the answer address'), words(at, '基本针对', 'Mostly'))
  await pick(at, words(at, '是否由分管领导答复', 'answered by the responsible leader'), words(at, '是', 'Yes'))
  await pick(at, words(at, '是否同意办理结果', 'Do you agree with the result'), result)
}

/** Whoever signed what was merged is given the answer, and asked. */
async function isRelayed(stage: Chamber, other: Motion) {
  const its = { ...merged, number: other.number }
  await stage.as('xuping', async at => {
    await does(at, its, 'relayAnswer', async () => {
      const housing = words(at, '望江区住房和城乡建设局', 'Housing Bureau')
      await choose(at, words(at, '答复主案的单位', 'The organ that answered'), housing)
      await pick(at, words(at, '办理结果类别', 'Class of the answer'), 'B ')
      await fill(at, words(at, '答复内容', 'The answer'), '主案答复：新增托位点位见附件。')
    })
    await does(at, its, 'serve', () => choose(at, words(at, '系统送达', 'Through the system')))
  })
  await stage.as('wuyue', async at => {
    expect(await waits(at, its)).toContain(words(at, '评价', 'Rate'))
    await openTold(at, its)
    await says(at, '主案答复：新增托位点位见附件。')
    await hides(at, opinion, title)
    await does(at, its, 'rate', () => feedsBack(at, words(at, '理解', 'I understand it')))
  })
}

async function isClosed(stage: Chamber, told: Told) {
  await stage.on('2026-04-09')
  await stage.as('xuping', async at => {
    expect(await waits(at, told)).toContain(words(at, '办结（已评价）', 'Close, rated'))
    await does(at, told, 'close')
    await says(at, words(at, '已办结', 'Closed'), words(at, '已承诺，待落实', 'Promised'))
  })
}

async function isPublished(stage: Chamber, told: Told) {
  await stage.on('2026-04-10')
  await stage.as('xuping', async at => {
    await does(at, told, 'publish', async () => {
      const text = at.page.getByLabel(words(at, '公开内容', 'Text to publish'))
      expect(await text.inputValue()).toContain('新增托位点位见附件')
      expect(await text.inputValue()).not.toMatch(/魏源|13800000077/)
    })
  })
}

/** Eleven days late; the evidence is found wanting once. */
async function isCarriedOut(stage: Chamber, told: Told) {
  await stage.on('2026-06-09')
  const motion = motionOf(stage.store, told.number)
  const evidence = { evidence: '点位照片', report: '托位正在建设。' }
  await motion.does('showEvidence', cast.zhaoqiang, '2026-06-09', evidence)
  await stage.as('xuping', async at => {
    expect(await waits(at, told, 'judged')).toContain(words(at, '确认落实', 'Confirm it is carried out'))
    await does(at, told, 'returnEvidence', () => fill(at, words(at, '理由', 'Reasons'), '没有验收材料。'))
  })
  await motion.does('showEvidence', cast.zhaoqiang, '2026-06-10', { evidence: '验收单', report: '托位已经开放。' })
  await stage.on('2026-06-10')
  await stage.as('xuping', async at => {
    await does(at, told, 'confirmOutcome')
    await says(at, words(at, '已落实', 'Carried out'))
  })
}

async function isSeenByAll(stage: Chamber, told: Told) {
  await isKeptFrom(stage, told, 'wuyue', 'wenhua', 'weijun')
  await stage.as('stranger', async at => {
    await at.page.goto(urls.published())
    await arrive(at, words(at, '公开的答复', 'Published answers'))
    await press(at, title)
    await arrive(at, title)
    await says(at, '新增托位点位见附件', '13-5-001', words(at, '承诺已经落实', 'The promise was carried out'))
    await hides(at, drafted.phone, '魏源', '韦涵', '吴越', '赵强', opinion, told.number)
  })
  await stage.as('weihan', async at => {
    await openTold(at, told)
    await says(at, '托位已经开放。')
    await hides(at, opinion)
  })
  await stage.as('xuping', async at => {
    await at.page.goto(urls.progressOf('cppcc-13-5'))
    await arrive(at, /./)
    const bars = await at.page.locator('.progress-bars').innerText()
    for (const bar of [/(办结|Closed)\s+1 \/ 1 · 100/, /(落实|Carried out)\s+1 \/ 1 · 100/]) expect(bars).toMatch(bar)
  })
}
