import { expect, test } from 'vitest'
import { actsFor } from '../../../src/cases/decide.ts'
import { findCase } from '../../../src/cases/view.ts'
import { chamber } from '../../support/chamber.ts'
import { onBoth } from '../../support/db.ts'
import { answeredBy, draftMotion, handedOver, solved } from '../../support/motions.ts'
import { signers } from '../../support/motions_cast.ts'

onBoth('an answer copied to another organ', open => {
  test('is told to it once issued, and read there though nothing may be done', async () => {
    const { store, visit, call } = await chamber(open, '2026-02-11')
    const motion = await draftMotion(store)
    await handedOver(motion)
    expect((await visit('hanbing', `/cases/${motion.number}`)).status).toBe(404)
    await answeredBy(motion, '2026-02-10', { ...solved, copies: ['street'] })
    const part = (await motion.view()).assignments.find(({ role }) => role === 'copied')
    expect(part).toMatchObject({ organ: 'street', state: 'told', is_open: 0, sender: 'congress' })
    const view = await findCase(store.db, signers.hanbing, motion.number)
    expect(view && actsFor(view, signers.hanbing, '2026-02-11')).toEqual([])
    const page = await visit('hanbing', `/cases/${motion.number}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('已经完成')
    expect((await call('hanbing', `/cases/${motion.number}`)).status).toBe(200)
    expect((await call('hanbing', `/cases/${motion.number}/acts/urge`, {})).status).not.toBe(200)
    const told = await store.db.selectFrom('outbox').select('to_id').where('notice', '=', 'answer').execute()
    expect(told.map(({ to_id }) => to_id)).toContain('street')
    expect(await (await visit('hanbing', '/notices')).text()).toContain('代表建议的答复抄送你单位')
  })

  test('goes to nobody where the draft names nobody', async () => {
    const { store } = await chamber(open)
    const motion = await draftMotion(store)
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10')
    expect((await motion.view()).assignments.filter(({ role }) => role === 'copied')).toEqual([])
  })
})
