import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { writeReport } from '../../src/reports/formats.ts'
import { readAsked } from '../../src/reports/read.ts'
import { suggestionsAndProposals } from '../../src/reports/suggestions_and_proposals.ts'
import { sayDifference, verifyReport } from '../../src/tasks/verify_report.ts'
import { chamber } from '../support/chamber.ts'
import { onBoth } from '../support/db.ts'
import { promised, reference, solved } from '../support/motions.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'
import { answered, carriedOut, congress, given, goOn, play, rated, servedOn } from '../progress/batch.ts'
import { sheetsOf } from './files.ts'

const path = `/reports/suggestions-and-proposals?session=${congress}&through=2026-03-01&asOf=2026-03-01`

onBoth('the bulletin of a session as a file', open => {
  test('is drawn again from the log, equal in every format, whatever was recorded since', async () => {
    const store = await open()
    const number = await tell(store)
    const files = [
      await fileOf(store, 'json', 'zh'),
      await fileOf(store, 'csv', 'en'),
      await fileOf(store, 'xlsx', 'zh'),
      await fileOf(store, 'docx', 'en'),
    ]
    await goOn(store, number, answered('2026-03-20', solved))
    for (const file of files) {
      const { difference } = await verifyReport(store, at('2026-12-01'), file)
      expect(difference && sayDifference(difference), file).toBeUndefined()
    }
  })

  test('says its figures under the headings of a bulletin, and nothing of accusations', async () => {
    const store = await open()
    await tell(store)
    const said = wordsIn(await fileOf(store, 'docx', 'zh'))
    for (const words of [
      '望江区人民政府建议提案办理情况通报',
      '一、提出和立案',
      '区十八届人大五次会议，提出4件，其中集体提出0件；立案4件，并案0件，未立案0件，撤回0件，待审查0件。',
      '二、交办和办复',
      '办复率75.00%（分子3，分母4）。',
      '三、答复的类别',
      '四、评价',
      '初次满意率100.00%（分子1，分母1）。',
      '五、落实和办结',
      '落实率50.00%（分子1，分母2）。',
    ])
      expect(said).toContain(words)
    expect(said).not.toContain('检举控告')
  })

  test('has a sheet of cases for every figure, as long as the figure', async () => {
    const store = await open()
    await tell(store)
    const sheets = await sheetsOf(readFileSync(await fileOf(store, 'xlsx', 'zh')))
    const lengths = Object.fromEntries([...sheets].map(([name, rows]) => [name, rows.length - 1]))
    expect(lengths).toMatchObject({
      '清单 提出': 4,
      '清单 办复率 分子': 3,
      '清单 落实率 分子': 1,
      '清单 答复为已解决或者承诺 分子': 2,
    })
  })
})

onBoth('the bulletin of a session', open => {
  test('is read by those who read the batch, and by nobody else', async () => {
    const { store, clock, visit, call } = await chamber(open)
    await tellIn(store)
    clock.now = at('2026-05-10')
    for (const who of ['lichen', 'lincheng', 'tangtong', 'dingdu', 'liming'] as const) {
      expect((await visit(who, path)).status, who).toBe(200)
      expect((await call(who, path)).status, who).toBe(200)
    }
    for (const who of ['zhaoqiang', 'zhoujie', 'daihong', 'xuping', 'mawei'] as const) {
      expect((await visit(who, path)).status, who).toBe(404)
      expect((await visit(who, path.replace('?', '.csv?'))).status, who).toBe(404)
      expect((await visit(who, path.replace('?', '/cases/submitted?'))).status, who).toBe(404)
      expect((await call(who, path)).status, who).toBe(404)
    }
    expect((await visit('lichen', path.replace(congress, 'cppcc-13-5'))).status).toBe(404)
    expect((await visit('xuping', path.replace(congress, 'cppcc-13-5'))).status).toBe(200)
  })

  test('leads from the batch, to its lists, and says what each figure means', async () => {
    const { store, clock, read } = await chamber(open)
    await tellIn(store)
    clock.now = at('2026-05-10')
    expect(await read('lichen', `/progress/${congress}?asOf=2026-03-01`)).toContain(path.replaceAll('&', '&amp;'))
    const page = await read('lichen', path)
    expect(page).toContain('/reports/suggestions-and-proposals/cases/answer_rate?')
    expect(page).toContain('<a href="/reports/definitions#satisfaction_first">')
    const list = await read('lichen', path.replace('?', '/cases/answer_rate?side=numerator&'))
    expect([...list.matchAll(/href="\/cases\//g)]).toHaveLength(3)
    expect(await read('tangtong', path)).not.toContain('/cases/answer_rate')
    expect(await read('lichen', '/reports')).toContain('href="/reports/suggestions-and-proposals"')
  })
})

async function tell(store: Store): Promise<string> {
  await seatMotions(store)
  return tellIn(store)
}

/** Gives the number of the one that is not answered yet. */
async function tellIn(store: Store): Promise<string> {
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', reference)])
  await play(store, [...given('2026-01-20'), ...answered('2026-02-10', promised)])
  await play(store, [
    ...given('2026-01-20'),
    ...answered('2026-02-10', solved),
    servedOn('2026-02-11'),
    rated('2026-02-12'),
    ...carriedOut('2026-02-20'),
  ])
  return play(store, given('2026-01-20'))
}

async function fileOf(store: Store, format: 'json' | 'csv' | 'xlsx' | 'docx', lang: 'zh' | 'en'): Promise<string> {
  const asked = { session: congress, through: '2026-03-01', asOf: '2026-03-01' }
  const read = await readAsked(store.reader, suggestionsAndProposals, asked, at('2026-12-01'))
  if ('errors' in read) throw new Error(JSON.stringify(read.errors))
  const file = join(mkdtempSync(join(tmpdir(), 'banjie-session-')), `report.${format}`)
  await writeReport(store, read.ok, { format, lang, reader: 'everything' }, file)
  return file
}

const wordsIn = (file: string): string =>
  strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')
