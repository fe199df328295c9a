import { expect, test } from 'vitest'
import { lapseDeadlines } from '../../../src/tasks/sweep.ts'
import { onBoth } from '../../support/db.ts'
import { draftMotion } from '../../support/motions.ts'
import { seatMotions, signers } from '../../support/motions_cast.ts'
import { at, clocksOf, refusedFor } from '../../support/road.ts'

const early = '已退回提出人修改，修改期限届满仍未重新提交的，才能这样处理'
const matters = [
  {
    ...{ procedure: 'deputy-suggestion', signer: signers.daihong, clerk: signers.lichen, act: 'treatAsLetter' },
    ...{ input: { ground: '6', reason: '没有实际内容' }, state: 'asLetter' },
  },
  {
    ...{ procedure: 'cppcc-proposal', signer: signers.weiyuan, clerk: signers.xuping, act: 'notFile' },
    ...{ input: { ground: '6', passedAs: 'letter', reason: '没有实际内容' }, state: 'asOpinion' },
  },
]

onBoth('what was returned for revision', open => {
  test.each(matters)(
    'is the signer’s for a term, and the office’s once that lapsed: $procedure',
    async ({ procedure, signer, clerk, act, input, state }) => {
      const store = await open()
      await seatMotions(store)
      const motion = await draftMotion(store, { procedure, actor: signer })
      await motion.does('submit', signer, '2026-01-12')
      await motion.does('askRevision', clerk, '2026-01-13', { reason: '一事一议' })
      expect(await clocksOf(store, motion, 'revision')).toMatchObject([{ due_on: '2026-02-03', is_duty: 0 }])
      expect(await motion.attempt(act, clerk, '2026-02-03', input)).toMatchObject(refusedFor(early))
      await motion.does('resubmit', signer, '2026-02-03')
      await motion.does('askRevision', clerk, '2026-02-04', { reason: '仍不具体' })
      expect(await motion.attempt(act, clerk, '2026-02-05', input)).toMatchObject(refusedFor(early))
      await lapseDeadlines(store, at('2026-03-20'))
      expect((await clocksOf(store, motion, 'revision'))[1]).toMatchObject({ is_open: 0 })
      await motion.does(act, clerk, '2026-03-20', input)
      expect((await motion.view()).row.state).toBe(state)
    },
  )
})
