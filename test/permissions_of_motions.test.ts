import { expect, test } from 'vitest'
import { listFiles } from '../src/cases/files.ts'
import { cast } from './support/cast.ts'
import { chamber } from './support/chamber.ts'
import type { Seated } from './support/chamber.ts'
import { onBoth } from './support/db.ts'
import type { Opener } from './support/db.ts'
import { contacted, draftMotion, handedOver } from './support/motions.ts'
import { signers } from './support/motions_cast.ts'

/**
 * Who gets in, for a suggestion in handling: 代红 leads and 邓宇 signs; congress has it, housing leads and the police are
 * co-handlers. And for one that housing and the street answer separately. Everybody else finds nothing.
 */
const readers = 'lincheng dingdu luofan'
const own = 'daihong dengyu zhaoqiang sunli zhoujie qinling lichen wumin'
const seesIt = `${own} ${readers}`
const seesInner = seesIt.replace('daihong dengyu ', '')
const seesParts = `daihong zhaoqiang sunli hanbing haolan lichen wumin ${readers}`
const offices = 'liming chenjing lichen wumin xuping luqing'
const workers = `${offices} zhaoqiang sunli wugang zhoujie qianfeng fengyan hemei citychen zhengzhan qinling hanbing haolan`
const signing = 'daihong dengyu duanfei weiyuan weihan weijun'

// prettier-ignore
const routes: Readonly<Record<string, string>> = {
  'GET /cases/:one': seesIt, 'GET /cases/:separate': seesParts, 'GET /cases/:draft': 'daihong',
  'GET /cases/:one/acts/contact': 'zhaoqiang sunli', 'GET /cases/:separate/acts/contact': 'zhaoqiang sunli hanbing haolan',
  'GET /cases/:one/acts/opine': 'zhoujie', 'GET /cases/:one/acts/withdraw': 'daihong', 'GET /cases/:one/acts/makeKey': 'wumin',
  'GET /cases/:one/acts/urge': 'lichen wumin dingdu', 'GET /cases/:one/acts/addHandlers': 'lichen wumin',
  'GET /cases/:draft/acts/revise': 'daihong',
  'POST /cases/:one/acts/contact': seesIt, 'POST /cases/:separate/acts/contact': seesParts, 'POST /cases/:draft/acts/revise': 'daihong',
  'GET /cases/:one/files/:told': seesIt, 'GET /cases/:one/files/:inner': seesInner,
  'GET /api/v1/cases/:one': seesIt, 'GET /api/v1/cases/:separate': seesParts, 'GET /api/v1/cases/:draft': 'daihong',
  'POST /api/v1/cases/:one/acts/contact': seesIt, 'POST /api/v1/cases/:draft/acts/revise': 'daihong',
  'GET /progress': `${offices} tangtong ${readers}`,
  'GET /progress/congress-18-5': `liming chenjing tangtong lichen wumin ${readers}`,
  'GET /progress/congress-18-5/handedOver': `lichen wumin ${readers}`,
  'GET /progress/congress-18-5/remaining': `lichen wumin ${readers}`,
  'GET /queues': `${workers} ${signing} ${readers}`, 'GET /queues/mine': workers,
  'GET /queues/signed': signing, 'GET /queues/all': `${workers} ${readers}`, 'POST /queues/all': `${workers} ${readers}`, 'GET /notices': `${workers} ${signing} tangtong ${readers}`,
}

onBoth('every address of a suggestion', open => {
  test('lets in exactly whom its row names, and nobody who is not signed in', async () => {
    const { asking } = await seated(open)
    for (const [route, allowed] of Object.entries(routes)) {
      const found: Record<'in' | 'absent', string[]> = { in: [], absent: [] }
      for (const name of everyone) found[await asking(route, name)].push(name)
      const inside = allowed.split(' ')
      expect(found, route).toEqual({
        in: everyone.filter(name => inside.includes(name)),
        absent: everyone.filter(name => !inside.includes(name)),
      })
    }
  }, 180_000)
})

const isSeated = (name: string): name is Seated => Object.hasOwn({ ...cast, ...signers }, name)
const everyone: readonly Seated[] = [...Object.keys(cast), ...Object.keys(signers)].filter(isSeated)

async function seated(open: Opener) {
  const { store, visit, post, call } = await chamber(open, '2026-01-22')
  const one = await draftMotion(store)
  await one.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu'], confirmBy: '2026-01-14' })
  await one.does('sign', signers.dengyu, '2026-01-09')
  await handedOver(one, '2026-01-20', ['police'])
  const uploads = [{ name: '记录.txt', bytes: new TextEncoder().encode('记录') }]
  await one.does('receive', cast.zhaoqiang, '2026-01-21', {}, { uploads })
  await one.does('contact', cast.zhaoqiang, '2026-01-21', contacted, { uploads })
  const [inner, told] = await listFiles(store.reader, store.master, one.number)
  const separate = await draftMotion(store)
  await separate.does('submit', signers.daihong, '2026-01-15')
  await separate.does('register', signers.lichen, '2026-01-16')
  await separate.does('handOverSeparately', signers.lichen, '2026-01-20', { separate: ['housing', 'street'] })
  await separate.does('receive', cast.zhaoqiang, '2026-01-21')
  await separate.does('receive', signers.hanbing, '2026-01-21')
  const draft = await draftMotion(store)
  const known: Readonly<Record<string, string>> = {
    ...{ one: one.number, separate: separate.number, draft: draft.number },
    ...{ inner: inner?.id ?? '', told: told?.id ?? '' },
  }
  const asking = async (route: string, name: Seated) => {
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern.replaceAll(/:(\w+)/g, (_, word: string) => known[word] ?? 'none')
    const isApi = path.startsWith('/api/v1')
    const answer = isApi
      ? await call(name, path.slice('/api/v1'.length), method === 'POST' ? {} : undefined)
      : method === 'POST'
        ? await post(name, path, {})
        : await visit(name, path)
    expect([401, 500], `${route} ${name}`).not.toContain(answer.status)
    return answer.status === 404 ? 'absent' : 'in'
  }
  return { asking }
}
