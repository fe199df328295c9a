import { expect, test } from 'vitest'
import { urls } from '../../src/http/urls.ts'
import { useBrowser } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { contacted, drafted, motionOf, promised, served } from '../support/motions.ts'
import { signers } from '../support/motions_cast.ts'
import { begins, chamberStage, does, hides, isOffered, isTold, openTold, pick, waits, whyBarred } from './motions.ts'
import type { Chamber, Told } from './motions.ts'
import { says, tellings } from './stage.ts'
import { arrive, choose, fill, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()
const opinion = '街道会办意见：井道位置须避开消防通道。'

onBoth('a suggestion in the browser', (open, database) => {
  test.for(tellings[database])(
    'from a draft to a promise kept late: $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const stage = await chamberStage(open, browser(), telling, '2026-01-08')
      const told = await isDrafted(stage)
      await isSigned(stage, told)
      await isHandedOver(stage, told)
      await isHandled(stage, told)
      await isAnswered(stage, told)
      await isRedone(stage, told)
      await isClosed(stage, told)
      await isPublished(stage, told)
      await isCarriedOut(stage, told)
      await isSeenByAll(stage, told)
      await stage.close()
    },
  )
})

/** Nobody but who signed, and nobody of another seat. */
async function isKeptFrom({ meets }: Chamber, { number }: Told, ...kept: Parameters<Chamber['meets']>[0][]) {
  expect(await meets('stranger', urls.case(number)), 'a stranger signs in first').toBe(303)
  for (const who of ['dujuan', 'weiyuan', 'liming', ...kept] as const)
    expect(await meets(who, urls.case(number)), who).toBe(404)
}

async function isDrafted(stage: Chamber): Promise<Told> {
  const told = { procedure: 'deputy-suggestion', number: '', title: drafted.title }
  await stage.as('daihong', async at => {
    await at.page.goto(urls.home())
    await arrive(at, /./)
    await press(at, words(at, '起草建议', 'Draft a suggestion'))
    await arrive(at, words(at, '起草建议', 'Draft a suggestion'))
    await fill(at, words(at, '标题', 'Title'), drafted.title)
    await fill(at, words(at, '情况和问题', 'The situation'), drafted.situation)
    const save = words(at, '保存草稿', 'Save the draft')
    await isTold(
      at,
      save,
      words(at, '具体建议', 'What should be done'),
      words(at, '是否同意公开', 'May it be published'),
    )
    await fill(at, words(at, '具体建议', 'What should be done'), drafted.advice)
    await fill(at, words(at, '联系电话', 'Telephone'), drafted.phone)
    await choose(at, words(at, '同意公开', 'It may'))
    await press(at, save)
    await arrive(at, drafted.title)
    told.number = new URL(at.page.url()).pathname.split('/').at(-1) ?? ''
    await does(at, told, 'invite', async () => {
      await pick(at, words(at, '邀请联名', 'People to sign with you'), '邓宇', '段飞', '董梅')
      await fill(at, words(at, '请在哪一天前确认', 'To confirm by'), '2026-01-14')
    })
    await says(at, '邓宇', '段飞', '董梅', words(at, '待确认', 'Asked to sign'))
  })
  await isKeptFrom(stage, told, 'lichen', 'zhaoqiang')
  return told
}

/** Two confirm, one declines. */
async function isSigned(stage: Chamber, told: Told) {
  await stage.on('2026-01-09')
  await stage.as('dengyu', async at => {
    const row = await waits(at, told)
    for (const part of [words(at, '确认联名', 'Sign'), words(at, '1月14日', '14 January')]) expect(row).toContain(part)
    await openTold(at, told)
    await says(at, drafted.situation, drafted.advice)
    await does(at, told, 'sign')
    expect(await isOffered(at, told, 'submit'), 'only the lead submits').toBe(false)
  })
  await motionOf(stage.store, told.number).does('sign', signers.duanfei, '2026-01-09')
  await stage.as('dongmei', async at => {
    await openTold(at, told)
    await press(at, words(at, '谢绝联名', 'Decline to sign'))
    await arrive(at, words(at, '谢绝联名', 'Decline to sign'))
    await press(at, words(at, '谢绝联名', 'Decline to sign'))
    await at.page.waitForURL(({ pathname }) => !pathname.includes('/acts/'))
    await arrive(at, /./)
  })
  expect(await stage.meets('dongmei', urls.case(told.number)), 'whoever declined has no part in it').toBe(404)
  await stage.on('2026-01-15')
  await stage.as('daihong', async at => {
    expect(await waits(at, told)).toContain(words(at, '提交', 'Submit'))
    await does(at, told, 'submit')
    await says(at, words(at, '谢绝联名', 'Declined'), words(at, '已提交', 'Submitted'))
  })
}

/** Numbered, and handed over to housing with two co-handlers. */
async function isHandedOver(stage: Chamber, told: Told) {
  await stage.on('2026-01-16')
  await isKeptFrom(stage, told, 'zhaoqiang', 'xuping', 'dongmei')
  await stage.as('lichen', async at => {
    expect(await waits(at, told)).toContain(words(at, '受理登记', 'Register'))
    await does(at, told, 'register')
    await says(at, '18-5-001')
  })
  await stage.on('2026-01-20')
  await stage.as('lichen', async at => {
    expect(await waits(at, told)).toContain('18-5-001')
    await does(at, told, 'handOver', async () => {
      await choose(at, words(at, '主办（独办）单位', 'Lead'), words(at, '望江区住房和城乡建设局', 'Housing Bureau'))
      await pick(at, words(at, '会办单位', 'Co-handlers'), ...coHandlers(at))
    })
    await says(at, ...coHandlers(at), words(at, '2026年4月20日', '20 April 2026'))
  })
  await isKeptFrom(stage, told, 'hemei')
}

const coHandlers = (at: At) => [
  words(at, '望江区公安分局', 'Police Bureau'),
  words(at, '石桥街道办事处', 'Shiqiao Street Office'),
]

/** One co-handler gives its opinion; the other is silent until its own clock lapses, and is the one who is late. */
async function isHandled(stage: Chamber, told: Told) {
  await stage.on('2026-01-21')
  await stage.as('hanbing', async at => {
    expect(await waits(at, told, 'parts')).toContain(words(at, '会办', 'Co-handler'))
    await does(at, told, 'opine', () => fill(at, words(at, '会办意见', 'Opinion'), opinion))
  })
  await stage.as('zhaoqiang', async at => {
    expect(await waits(at, told)).toContain(words(at, '签收', 'Receive'))
    await does(at, told, 'receive')
    await says(at, opinion)
    expect(await isOffered(at, told, 'goOnWithout'), 'the silent one still has its time').toBe(false)
    expect(await whyBarred(at, told, 'draftAnswer')).toContain(
      words(at, '还有会办单位没有提出意见', 'a co-handler has not given its opinion'),
    )
  })
  await stage.on('2026-03-20')
  await stage.as('zhoujie', async at => {
    expect(await waits(at, told, 'overdue')).toContain(words(at, '会办意见', 'Co-handler’s opinion'))
  })
  await stage.as('lichen', async at => {
    await at.page.goto(`/progress/congress-18-5/remaining`)
    await arrive(at, words(at, '尚未办结 1 件', 'Not closed: 1'))
    await says(at, words(at, '望江区公安分局', 'Police Bureau'), words(at, '最迟2026年4月20日', 'until 20 April 2026'))
  })
  await stage.as('zhaoqiang', async at => {
    await does(at, told, 'goOnWithout', () => fill(at, words(at, '理由', 'Reasons'), '两次催办，没有答复。'))
    await says(at, '两次催办，没有答复。', words(at, '未提出意见', 'No opinion given'))
    await does(at, told, 'contact', () => hears(at))
  })
  await stage.as('daihong', async at => {
    await openTold(at, told)
    await says(at, contacted.summary)
    await hides(at, opinion, '两次催办')
  })
}

async function hears(at: At) {
  await choose(at, words(at, '座谈面商', 'Meeting'))
  await fill(at, words(at, '参加人员', 'Who took part'), contacted.present)
  await fill(at, words(at, '沟通情况', 'What was said'), contacted.summary)
  await fill(at, words(at, '提出人的意见', 'The signer’s view'), contacted.view)
}

/** Class B with a promise and its day, signed by the director, served on each who signed. */
async function isAnswered(stage: Chamber, told: Told) {
  await stage.as('zhaoqiang', async at => {
    await begins(at, told, 'draftAnswer')
    const draft = words(at, '起草答复', 'Draft the answer')
    await pick(at, words(at, '办理结果类别', 'Class of the answer'), 'B ')
    await fill(at, words(at, '答复内容', 'The answer'), `已与代红代表（${drafted.phone}）面商，正在推进。`)
    await choose(at, words(at, '全文公开', 'In full'))
    await isTold(at, draft, words(at, '承诺事项', 'What is promised'))
    await fill(at, words(at, '承诺事项', 'What is promised'), promised.promise)
    await fill(at, words(at, '承诺完成日期', 'Promised by'), '2026-05-29')
    await press(at, draft)
    await arrive(at, told.title)
    expect(await isOffered(at, told, 'answer'), 'whoever drafts does not sign').toBe(false)
  })
  await stage.as('daihong', async at => {
    await openTold(at, told)
    await hides(at, promised.promise)
  })
  await stage.as('sunli', async at => {
    expect(await waits(at, told)).toContain(words(at, '签发答复', 'Answer'))
    await does(at, told, 'answer')
    await says(at, words(at, '已答复', 'Answered'))
  })
  await stage.on('2026-03-23')
  await stage.as('zhaoqiang', async at => {
    expect(await waits(at, told)).toContain(words(at, '送达答复', 'Serve the answer'))
    await does(at, told, 'serve', async () => {
      for (const name of ['代红', '邓宇', '段飞']) expect(await at.page.getByLabel(name).isChecked(), name).toBe(true)
      expect(await at.page.getByLabel('董梅').count(), 'who declined is not answered').toBe(0)
      await choose(at, words(at, '当面答复', 'In person'))
    })
  })
}

/** Dissatisfied, in words; the office orders a redo, and the second answer is rated again. */
async function isRedone(stage: Chamber, told: Told) {
  await stage.on('2026-03-25')
  expect(await stage.meets('dengyu', urls.act(told.number, 'rate')), 'the lead rates for all').toBe(404)
  expect(await stage.meets('zhaoqiang', urls.act(told.number, 'rate')), 'no official rates').toBe(404)
  await stage.as('daihong', async at => {
    expect(await waits(at, told)).toContain(words(at, '评价', 'Rate'))
    await begins(at, told, 'rate')
    await pick(at, words(at, '办理态度', 'How it was handled'), words(at, '基本满意', 'Basically satisfied'))
    await pick(at, words(at, '办理结果', 'The result'), words(at, '不满意', 'Dissatisfied'))
    await isTold(at, words(at, '评价', 'Rate'), words(at, '不满意', 'dissatisfied'))
    await fill(at, words(at, '具体意见', 'In your words'), '没有说明先装哪几栋。')
    await press(at, words(at, '评价', 'Rate'))
    await arrive(at, told.title)
    await hides(at, opinion)
  })
  await stage.on('2026-03-26')
  await stage.as('lichen', async at => {
    expect(await waits(at, told)).toContain(words(at, '待办结', 'To be closed'))
    await openTold(at, told)
    await says(at, '没有说明先装哪几栋。')
    await does(at, told, 'orderRedo', async () => {
      await pick(at, words(at, '由哪些单位重新办理', 'Who handles it again'), words(at, '望江区住房', 'Housing Bureau'))
      await fill(at, words(at, '理由', 'Reasons'), '请列明首批楼栋。')
    })
    await says(at, words(at, '2026年4月27日', '27 April 2026'))
  })
  await stage.on('2026-04-02')
  await stage.as('zhaoqiang', async at => {
    expect(await waits(at, told)).toContain(words(at, '2026年4月27日', '27 April 2026'))
    await does(at, told, 'contact', () => hears(at))
  })
  const motion = motionOf(stage.store, told.number)
  const better = { ...promised, opinion: `首批二十部名单见附件；联系人代红${drafted.phone}。`, promiseBy: '2026-05-29' }
  await motion.does('draftAnswer', cast.zhaoqiang, '2026-04-02', better)
  await motion.does('answer', cast.sunli, '2026-04-02')
  await served(motion, '2026-04-03')
  await stage.on('2026-04-08')
  await stage.as('daihong', async at => {
    await does(at, told, 'rate', async () => {
      await pick(at, words(at, '办理态度', 'How it was handled'), words(at, '基本满意', 'Basically satisfied'))
      await pick(at, words(at, '办理结果', 'The result'), words(at, '基本满意', 'Basically satisfied'))
    })
    await says(at, '没有说明先装哪几栋。', '首批二十部名单见附件')
    await hides(at, opinion)
  })
}

async function isClosed(stage: Chamber, told: Told) {
  await stage.on('2026-04-09')
  await stage.as('lichen', async at => {
    expect(await waits(at, told)).toContain(words(at, '办结（已评价）', 'Close, rated'))
    await does(at, told, 'close')
    await says(at, words(at, '已办结', 'Closed'), words(at, '已承诺，待落实', 'Promised'))
  })
}

/** Without a telephone and without whoever signed it; it says that what was promised is still to come. */
async function isPublished(stage: Chamber, told: Told) {
  await stage.on('2026-04-10')
  await stage.as('lichen', async at => {
    await does(at, told, 'publish', async () => {
      const text = at.page.getByLabel(words(at, '公开内容', 'Text to publish'))
      expect(await text.inputValue()).toContain('首批二十部名单见附件')
      expect(await text.inputValue()).not.toMatch(/代红|13800000077/)
    })
  })
}

/** Eleven days after the day that was promised. */
async function isCarriedOut(stage: Chamber, told: Told) {
  await stage.on('2026-06-09')
  await stage.as('zhaoqiang', async at => {
    expect(await waits(at, told, 'overdue')).toContain(words(at, '2026年5月29日', '29 May 2026'))
    await does(at, told, 'showEvidence', async () => {
      await fill(at, words(at, '落实佐证', 'Evidence'), '二十部电梯验收单。')
      await fill(at, words(at, '再次答复提出人', 'Second answer'), '二十部电梯已经装好。')
    })
  })
  await stage.as('lichen', async at => {
    expect(await waits(at, told, 'judged')).toContain(words(at, '确认落实', 'Confirm it is carried out'))
    await does(at, told, 'confirmOutcome')
    await says(at, words(at, '已落实', 'Carried out'))
  })
}

/** The public, the signers and the board say the same. */
async function isSeenByAll(stage: Chamber, told: Told) {
  await isKeptFrom(stage, told, 'dongmei')
  await stage.as('stranger', async at => {
    await at.page.goto(urls.published())
    await arrive(at, words(at, '公开的答复', 'Published answers'))
    await press(at, told.title)
    await arrive(at, told.title)
    await says(at, '首批二十部名单见附件', '18-5-001', words(at, '住房和城乡建设局', 'Housing Bureau'))
    await says(at, words(at, '承诺已经落实', 'The promise was carried out'))
    await hides(at, drafted.phone, '代红', '邓宇', '段飞', '赵强', opinion, told.number)
  })
  await stage.as('dengyu', async at => {
    await openTold(at, told)
    await says(at, '二十部电梯已经装好。', words(at, '已落实', 'Carried out'))
    await hides(at, opinion)
  })
  await stage.as('lichen', async at => {
    await at.page.goto(urls.progressOf('congress-18-5'))
    await arrive(at, /./)
    const bars = await at.page.locator('.progress-bars').innerText()
    for (const bar of [/(办结|Closed)\s+1 \/ 1 · 100/, /(落实|Carried out)\s+1 \/ 1 · 100/]) expect(bars).toMatch(bar)
  })
}
