import { expect, test } from 'vitest'
import { hashPassword } from '../../src/accounts/password.ts'
import type { Store } from '../../src/db/open.ts'
import { urls } from '../../src/http/urls.ts'
import { sweep } from '../../src/tasks/sweep.ts'
import { serveSite, useBrowser, visit } from '../support/browser.ts'
import type { Site } from '../support/browser.ts'
import { seatCast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { arrive, choose, fill, press, words } from './verbs.ts'
import type { At } from './verbs.ts'

const browser = useBrowser()
const password = 'a-long-passphrase-for-stories'
const title = '楼顶漏水，物业一直不修'

type Telling = Pick<At, 'lang' | 'scripts'>

onBoth('a petition in the browser', open => {
  test.for<Telling>([
    { lang: 'zh', scripts: 'on' },
    { lang: 'zh', scripts: 'off' },
    { lang: 'en', scripts: 'blocked' },
  ])(
    'filed, handled by three officials, tracked, rated and closed: $lang, scripts $scripts',
    { timeout: 600_000 },
    async telling => {
      const clock = { now: '' }
      const store = await open()
      const site = await settle(store, clock)
      const day = (day: string) => (clock.now = `2026-${day}T02:00:00.000Z`)
      const as = (who: CastName | 'wangfang', act: (at: At) => Promise<void>) => inBrowser(site, telling, who, act)

      day('01-05')
      const receipt = { number: '', code: '' }
      await as('wangfang', async at => void Object.assign(receipt, await filePetition(at)))
      const { number } = receipt

      day('01-06')
      await as('liming', async at => {
        await openCase(at, number)
        await press(at, words(at, '登记', 'Register'))
        await arrive(at, words(at, '登记', 'Register'))
        await choose(at, words(at, '信访程序', 'Petition procedure'))
        await press(at, words(at, '登记', 'Register'))
        await arrive(at, title)
        await press(at, words(at, '转送', 'Transfer'))
        await arrive(at, words(at, '转送', 'Transfer'))
        await choose(at, words(at, '承办单位', 'Organ'), words(at, '望江区住房和城乡建设局', 'Housing Bureau'))
        await press(at, words(at, '转送', 'Transfer'))
        await arrive(at, title)
      })

      day('01-08')
      await as('zhaoqiang', async at => {
        await openCase(at, number)
        await act(at, '签收', 'Receive')
        await act(at, '受理', 'Accept', () =>
          fill(at, words(at, '处理途径和程序', 'How it will be handled'), '依法调查核实'),
        )
        await act(at, '询问信访人', 'Ask the petitioner', () =>
          fill(at, words(at, '需要信访人说明的问题', 'Question to the petitioner'), '漏水从哪一天开始？'),
        )
      })

      day('01-09')
      await as('wangfang', async at => {
        await track(at, receipt)
        await press(at, words(at, '回答询问', 'Reply'))
        await arrive(at, words(at, '回答询问', 'Reply'))
        expect(await at.page.locator('main').innerText()).toContain('漏水从哪一天开始？')
        await fill(at, words(at, '您的回答', 'Your answer'), '一月一日夜里开始。')
        await press(at, words(at, '提交', 'Send'))
        await arrive(at, new RegExp(number))
      })

      day('02-02')
      await as('zhaoqiang', async at => {
        await openCase(at, number)
        await act(at, '拟稿', 'Draft', async () => {
          await fill(at, words(at, '查明的事实', 'Facts found'), '经查，顶层防水层老化。')
          await fill(at, words(at, '法律法规依据', 'Legal basis'), '《物业管理条例》第二条')
          await fill(at, words(at, '处理意见', 'Opinion'), '责成物业三十日内维修。')
          await choose(at, '督促物业维修', words(at, '予以支持', 'Supported'))
          await choose(at, '赔偿损失', words(at, '解释说明', 'Explained'))
        })
      })

      day('02-03')
      await as('sunli', async at => {
        await openCase(at, number)
        await act(at, '签发处理意见', 'Answer')
      })

      day('02-04')
      await as('zhaoqiang', async at => {
        await openCase(at, number)
        await act(at, '送达', 'Serve', async () => {
          await choose(at, words(at, '当面送达', 'In person'))
          await choose(at, words(at, '签收', 'Signed for'))
        })
      })

      day('02-06')
      await as('wangfang', async at => {
        await track(at, receipt)
        expect(await at.page.locator('main').innerText()).toContain('责成物业三十日内维修')
        await press(at, words(at, '评价', 'Rate'))
        await arrive(at, words(at, '评价', 'Rate'))
        await rate(at, '9999')
        await at.page
          .getByRole('alert')
          .filter({ hasText: words(at, '不符', 'does not match') })
          .first()
          .waitFor()
        await rate(at, '0012')
        await arrive(at, new RegExp(number))
      })

      day('03-12')
      await sweep(store, clock.now)
      await as('liming', async at => {
        await openCase(at, number)
        await act(at, '办结', 'Close')
      })
      await as('wangfang', async at => {
        await track(at, receipt)
        expect(await at.page.locator('main').innerText()).toContain(words(at, '已办结', 'Closed'))
      })
      await site.close()
    },
  )
})

/** The district with its cast, each with a password, behind a server whose time is ours. */
async function settle(store: Store, clock: { now: string }): Promise<Site> {
  const people = Object.values(await seatCast(store))
  const hash = await hashPassword(password, { memory: 64, passes: 1, parallelism: 1 })
  const rest = { hash, must_change: 0, changed_at: '2026-01-01T00:00:00.000Z', failures: 0, locked_until: null }
  await store.db
    .insertInto('credentials')
    .values(people.map(({ id }) => ({ person: id, ...rest })))
    .execute()
  return serveSite(store, clock)
}

/** A browser of their own, signed in where they are officials. */
async function inBrowser(site: Site, telling: Telling, who: CastName | 'wangfang', act: (at: At) => Promise<void>) {
  const at = { ...telling, page: await visit(browser(), { site, ...telling }) }
  if (who !== 'wangfang') {
    await at.page.goto(urls.login())
    await arrive(at, words(at, '工作人员登录', 'Sign in'))
    await fill(at, words(at, '登录名', 'Login'), who)
    await fill(at, words(at, '密码', 'Password'), password)
    await press(at, words(at, '登录', 'Sign in'))
    await at.page.getByRole('button', { name: words(at, '退出', 'Sign out') }).waitFor()
  }
  await act(at)
  await at.page.context().close()
}

async function filePetition(at: At): Promise<{ number: string; code: string }> {
  const { page } = at
  await page.goto(urls.home())
  await arrive(at, words(at, '有话说，有回音', 'Say it, and be answered'))
  await press(at, words(at, '我要反映', 'File a matter'))
  await arrive(at, words(at, '我要反映', 'File a matter'))
  await press(at, words(at, '信访', 'Petition'))
  await arrive(at, words(at, '填写之前，请先看一看', 'Before you begin'))
  await press(at, words(at, '我知道了，开始填写', 'Understood, begin'))
  await arrive(at, words(at, '您要反映的是哪一类事情？', 'What kind of matter is it?'))
  await choose(
    at,
    words(at, '我有一件事要解决，或者对处理不服', 'I need something settled, or disagree with how it was handled'),
  )
  await next(at, '发生了什么事？', 'What happened?')
  await fill(at, words(at, '标题', 'Title'), title)
  await fill(at, words(at, '事实和理由', 'Facts and reasons'), '2026年1月起楼顶漏水，物业不修，家具泡坏。')
  await next(at, '您有什么请求？', 'What do you ask for?')
  await fill(at, words(at, '您的请求', 'What you ask for'), '督促物业维修\n赔偿损失')
  await next(at, '您有要附上的材料吗？', 'Do you have anything to attach?')
  await page.getByLabel(words(at, '选择文件', 'Choose files')).setInputFiles(letter)
  await press(at, words(at, '上传，再选几个', 'Upload and add more'))
  await page.getByText('漏水经过.txt').first().waitFor()
  await next(at, '怎样联系您？', 'How can you be reached?')
  await next(at, '怎样联系您？', 'How can you be reached?')
  await page.getByRole('alert').first().waitFor()
  await fill(at, words(at, '姓名（名称）', 'Name'), '王芳')
  await fill(at, words(at, '联系电话', 'Telephone'), '138 0000 0012')
  await next(at, '要不要对承办单位保密您的身份？', 'Should the organ that handles it not learn who you are?')
  await next(at, '办理结果可以公开吗？', 'May the result be published?')
  await next(at, '请核对您填写的内容', 'Check your answers')
  await press(at, words(at, '确认提交', 'File it'))
  await page.getByText(words(at, '您的事项已经提交', 'Your matter has been filed')).waitFor()
  const [number = '', code = ''] = await page.locator('.receipt .code').allInnerTexts()
  expect([number, code.replaceAll(' ', '')]).toEqual([
    expect.stringMatching(/^XF20260105-\d{6}$/),
    expect.stringMatching(/^[2-9A-Z]{10}$/),
  ])
  return { number, code }
}

const letter = { name: '漏水经过.txt', mimeType: 'text/plain', buffer: Buffer.from('一月一日夜里开始漏水。') }

async function next(at: At, zh: string, en: string) {
  await press(at, words(at, '继续', 'Continue'))
  await arrive(at, words(at, zh, en))
}

/** Whoever's turn it is finds the case in their queue. */
async function openCase(at: At, number: string) {
  await at.page.goto(urls.queues())
  await arrive(at, words(at, '等我办理', 'Awaiting me'))
  await at.page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
  await arrive(at, title)
}

/** One act from the case's page and back to it. */
async function act(at: At, zh: string, en: string, write: () => Promise<void> = async () => {}) {
  await press(at, words(at, zh, en))
  await arrive(at, words(at, zh, en))
  await write()
  await press(at, words(at, zh, en))
  await arrive(at, title)
}

async function track(at: At, { number, code }: { number: string; code: string }) {
  await at.page.goto(urls.track())
  await arrive(at, words(at, '查询进度', 'Track a matter'))
  await fill(at, words(at, '编号', 'Number'), number)
  await fill(at, words(at, '查询码', 'Query code'), code.toLowerCase())
  await press(at, words(at, '查询', 'Track'))
  await arrive(at, new RegExp(number))
}

async function rate(at: At, lastFour: string) {
  const { page } = at
  await page
    .getByRole('group', { name: words(at, '对信访部门', 'The petition office') })
    .getByLabel(words(at, '满意', 'Satisfied'), { exact: true })
    .check()
  await page
    .getByRole('group', { name: words(at, '对承办单位', 'The organ that answered') })
    .getByLabel(words(at, '基本满意', 'Basically satisfied'))
    .check()
  await fill(at, words(at, '电话或者身份证号码后四位', 'Last four of your telephone or identity number'), lastFour)
  await press(at, words(at, '提交', 'Send'))
}
