import type { Store } from '../../src/db/open.ts'
import { lapseDeadlines } from '../../src/tasks/sweep.ts'
import { cast } from '../support/cast.ts'
import {
  answeredBy,
  contacted,
  draftMotion,
  handedOver,
  openParts,
  promised,
  served,
  solved,
} from '../support/motions.ts'
import type { Motion } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { at } from '../support/road.ts'

/** Two sessions with a suggestion in every state one can stand in, and proposals of which one is merged into another. */
export async function holdSessions(store: Store) {
  await seatMotions(store)
  await drafts(store)
  await handled(store)
  await redone(store)
  await closed(store)
  await proposals(store)
  await lapseDeadlines(store, at('2026-06-15'))
}

const draft = (store: Store, title: string) => draftMotion(store, { input: { title } })
const invited = { people: ['dengyu', 'duanfei'], confirmBy: '2026-01-14' }

async function drafts(store: Store) {
  await draft(store, '刚起草的建议')
  const asked = await draft(store, '正在征集联名的建议')
  await asked.does('invite', signers.daihong, '2026-01-08', { ...invited, confirmBy: '2026-06-30' })
  await asked.does('sign', signers.dengyu, '2026-01-09')
  const submitted = await draft(store, '已经提交的建议')
  await submitted.does('submit', signers.daihong, '2026-01-15')
  const returned = await draft(store, '退回修改的建议')
  await returned.does('submit', signers.daihong, '2026-01-15')
  await returned.does('askRevision', signers.lichen, '2026-01-16', { reason: '写清地点' })
  const registered = await draft(store, '已经受理的建议')
  await registered.does('submit', signers.daihong, '2026-01-15')
  await registered.does('register', signers.lichen, '2026-01-16')
}

/** Signed by two, handed over with two co-handlers of whom one has given its opinion. */
async function handled(store: Store) {
  const handling = await signed(store, '正在办理的建议')
  await handedOver(handling, '2026-01-20', ['police', 'street'])
  await handling.does('receive', cast.zhaoqiang, '2026-01-21')
  await handling.does('opine', signers.hanbing, '2026-01-22', { opinion: '同意' })
  const answered = await signed(store, '已经答复的建议')
  await handedOver(answered)
  await answeredBy(answered, '2026-02-10', promised)
}

async function redone(store: Store) {
  const waiting = await signed(store, '等待评价的建议')
  await handedOver(waiting, '2026-05-20')
  await answeredBy(waiting, '2026-06-09', solved)
  await served(waiting, '2026-06-10')
  const unhappy = await signed(store, '不满意的建议')
  await answeredAndRated(unhappy, { attitude: 'basically', result: 'dissatisfied', why: '没有说明时间' })
}

const answeredAndRated = async (motion: Motion, rating: object) => {
  await handedOver(motion)
  await answeredBy(motion, '2026-02-10', { ...promised, promiseBy: '2026-05-29' })
  await served(motion, '2026-02-11')
  await motion.does('rate', signers.daihong, '2026-02-12', { ...rating })
}

async function closed(store: Store) {
  const promisedOne = await signed(store, '承诺逾期的建议')
  await answeredAndRated(promisedOne, { attitude: 'satisfied', result: 'basically' })
  await promisedOne.does('close', signers.lichen, '2026-02-13')
  const shown = await signed(store, '报了佐证的建议')
  await answeredAndRated(shown, { attitude: 'satisfied', result: 'basically' })
  await shown.does('close', signers.lichen, '2026-02-13')
  await shown.does('showEvidence', cast.zhaoqiang, '2026-05-20', { evidence: '验收单', report: '已经装好' })
  const published = await signed(store, '已经公开的建议')
  await answeredAndRated(published, { attitude: 'satisfied', result: 'satisfied' })
  await published.does('close', signers.lichen, '2026-02-13')
  const words = { publishedTitle: '关于加装电梯的建议', publishedText: '正在推进。' }
  await published.does('publish', signers.lichen, '2026-02-14', words)
}

async function signed(store: Store, title: string) {
  const motion = await draft(store, title)
  await motion.does('invite', signers.daihong, '2026-01-08', invited)
  await motion.does('sign', signers.dengyu, '2026-01-09')
  await motion.does('decline', signers.duanfei, '2026-01-09')
  return motion
}

/** One that is answered, and one merged into it. */
async function proposals(store: Store) {
  const propose = (title: string) =>
    draftMotion(store, { procedure: 'cppcc-proposal', actor: signers.weiyuan, input: { title } })
  await propose('刚起草的提案')
  const main = await propose('关于托位的提案')
  await main.does('invite', signers.weiyuan, '2026-01-08', { people: ['weihan'], confirmBy: '2026-01-14' })
  await main.does('sign', signers.weihan, '2026-01-09')
  const other = await propose('关于托育的提案')
  const review = await propose('等待审查的提案')
  for (const motion of [main, other, review]) await motion.does('submit', signers.weiyuan, '2026-01-15')
  await main.does('register', signers.xuping, '2026-01-16')
  await other.does('merge', signers.xuping, '2026-01-17', { into: main.number, reason: '内容相近' })
  await main.does('handOver', signers.xuping, '2026-05-20', { organ: 'housing', coHandlers: ['street'] })
  await main.does('receive', cast.zhaoqiang, '2026-05-21')
  await main.does('opine', signers.hanbing, '2026-05-22', { opinion: '同意' })
  for (const act of ['contact', 'contactAgain']) await main.does(act, cast.zhaoqiang, '2026-05-25', contacted)
  await main.does('draftAnswer', cast.zhaoqiang, '2026-06-08', promised)
  await main.does('answer', cast.sunli, '2026-06-09')
  await main.does('serve', cast.zhaoqiang, '2026-06-10', {
    signers: await openParts(main, 'signer', 'cosigner'),
    method: 'person',
  })
}
