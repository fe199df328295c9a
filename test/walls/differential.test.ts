import { expect, test } from 'vitest'
import { onBoth } from '../support/db.ts'
import type { Opener } from '../support/db.ts'
import { absent, accusation, hidden, live, walledAppeal } from './district.ts'
import type { Deed, Name } from './district.ts'
import { everyAct, everyPage, everyPost, watching, wrongCode } from './looking.ts'
import type { Answer, Look } from './looking.ts'

const now = '2026-03-20T02:00:00.000Z'
type Reader = Name | 'visitor'

/** The accused organ and the one below it; those named, wherever they sit; those whose office it is not to know. */
// prettier-ignore
const behindTheWall: readonly Reader[] = [
  'zhaoqiang', 'sunli', 'guanli', 'wugang', 'zhanguan',
  'liming', 'gaoming', 'shenji', 'fengyuan', 'zhoujie',
  'tangtong', 'mawei', 'ducha', 'hemei', 'citychen', 'visitor',
]

onBoth('two districts, alike but for one report of wrongdoing', open => {
  test('look the same to whom it accuses, below them, and to all who may not know: byte for byte (arts. 28, 30)', async () => {
    const { differing } = await both(open, accusation)
    for (const who of behindTheWall) expect(await differing(who), who).toEqual([])
    expect(await differing('visitor', { looks: [wrongCode] })).toEqual([])
    expect(await differing('lincheng', { but: withoutTheLine })).toEqual([])
    for (const who of ['hanxue', 'chenjing', 'qianfeng', 'lincheng'] as const)
      expect(await differing(who, { looks: telling }), who).not.toEqual([])
  }, 300_000)
})

onBoth('two districts, alike but for one appeal kept from an organ it names', open => {
  test('look the same to that organ, the one below it, their administrators and an auditor it names', async () => {
    const { differing } = await both(open, walledAppeal)
    for (const who of ['zhaoqiang', 'sunli', 'guanli', 'wugang', 'zhanguan', 'shenji', 'mawei', 'visitor'] as const)
      expect(await differing(who), who).toEqual([])
  }, 300_000)
})

onBoth('a number behind a wall', open => {
  test('answers as one that was never given, on every address that holds a number', async () => {
    const store = await open()
    await live(store, accusation, now)
    const { app, look } = watching(store, now)
    const looks = [...everyPage(app), ...everyPost, ...everyAct].filter(isOfHidden)
    expect(looks.length).toBeGreaterThan(100)
    for (const who of behindTheWall)
      for (const one of who === 'visitor' ? [...looks, wrongCode] : looks) {
        const answers = [await look(who, one), await look(who, ofAbsent(one))].map(withoutNumbers)
        expect(answers[0], `${who} ${one.method} ${one.path}`).toEqual(answers[1])
      }
  }, 300_000)
})

/** Both districts, and the addresses at which one reader is answered differently, with the first words that differ. */
async function both(open: Opener, secret: readonly Deed[]) {
  const [a, b] = [await open(), await open()]
  await live(a, [], now)
  await live(b, secret, now)
  const [here, there] = [watching(a, now), watching(b, now)]
  const every = [...everyPage(here.app), ...everyPost]
  const differing = async (who: Reader, { looks = every, but = same }: { looks?: readonly Look[]; but?: But } = {}) => {
    const compare = async (look: Look) => {
      const [one = '', other = ''] = await Promise.all([here.look(who, look), there.look(who, look)]).then(answers =>
        answers.map(answer => said(but(answer))),
      )
      return one === other
        ? []
        : [{ look: [look.method, look.path, JSON.stringify(look.body)].join(' '), ...apart(one, other) }]
    }
    const found = []
    for (let i = 0; i < looks.length; i += AT_ONCE)
      found.push(...(await Promise.all(looks.slice(i, i + AT_ONCE).map(compare))))
    return found.flat()
  }
  return { differing }
}

const AT_ONCE = 4

function apart(one: string, other: string) {
  const at = [...one].findIndex((letter, i) => letter !== other[i])
  const words = (text: string) => text.slice(Math.max(0, at - 80), at + 80)
  return { first: words(one), second: words(other) }
}

type But = (answer: Answer) => Answer
const same: But = answer => answer

/** Where who may know of it reads of it: that these differ shows that the comparison would. */
const telling: readonly Look[] = ['/queues/all', '/reports/monthly-closure?month=2026-01'].map(path => ({
  method: 'GET',
  path,
}))

const said = ({ status, headers, body }: Answer) => `${status} ${JSON.stringify(headers)}\n${body}`

/** Accusations are one line of the district's report, shown to leaders (art. 30 is for whom they accuse). */
const withoutTheLine = ({ body, ...answer }: Answer): Answer => ({
  ...answer,
  body: body.replace(/<[^<>]*>[^<>]*<[^<>]*>[^<>]*另：检举控告类[^]*?<\/dl>/, ''),
})

const isOfHidden = ({ path, body }: Look) => `${path} ${JSON.stringify(body)}`.includes(hidden)
const ofAbsent = (look: Look): Look => JSON.parse(JSON.stringify(look).replaceAll(hidden, absent))
const withoutNumbers = (answer: Answer) => JSON.stringify(answer).replaceAll(hidden, 'X').replaceAll(absent, 'X')
