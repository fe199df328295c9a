import { expect, test } from 'vitest'
import { chamber } from '../support/chamber.ts'
import { onBoth } from '../support/db.ts'
import { draftMotion, handedOver, answeredBy, promised, served } from '../support/motions.ts'
import { at } from '../support/road.ts'
import { congress } from './batch.ts'

onBoth('boards and signers who asked for confidentiality', open => {
  test.each(['answered', 'served'])('names them to the office alone while the answer is %s', async state => {
    const { store, clock, read } = await chamber(open)
    const motion = await draftMotion(store, { input: { confidential: true } })
    await handedOver(motion)
    await answeredBy(motion, '2026-02-10', promised)
    if (state === 'served') await served(motion, '2026-02-11')
    clock.now = at('2026-02-12')
    const path = `/progress/${congress}/remaining`
    for (const who of ['dingdu', 'lincheng'] as const)
      for (const lang of ['zh', 'en']) {
        const page = await read(who, path, lang)
        expect(page).toContain(lang === 'zh' ? '代表（已请求保密）' : 'Deputy (asked for confidentiality)')
        expect(page).not.toContain('代红')
        expect(page).not.toMatch(/石桥代表团|Shiqiao Delegation/)
      }
    const page = await read('lichen', path)
    expect(page).toContain('代红')
    expect(page).not.toContain('已请求保密')
  })
})
