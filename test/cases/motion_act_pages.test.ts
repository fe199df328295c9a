import { expect, test } from 'vitest'
import { chamber } from '../support/chamber.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { answeredBy, contacted, draftMotion, handedOver, openParts, solved } from '../support/motions.ts'
import { signers } from '../support/motions_cast.ts'

onBoth('the form that asks others to sign', open => {
  test('offers by name whoever may sign and was not asked, keeps what was chosen, and takes nobody else', async () => {
    const { store, read, visit, post } = await chamber(open)
    const motion = await draftMotion(store)
    const path = `/cases/${motion.number}/acts/invite`
    const form = await read('daihong', path)
    expect(form).toMatch(/<fieldset[^>]*><legend>邀请联名/)
    expect(form).toContain('邓宇（石桥代表团）')
    expect(boxes(form, 'people')).toEqual({ dengyu: false, duanfei: false })
    const wrong = await post('daihong', path, { version: '1', people: ['dengyu'] })
    const said = await wrong.text()
    expect([wrong.status, boxes(said, 'people')]).toEqual([422, { dengyu: true, duanfei: false }])
    expect(said).toContain('href="#field-confirmBy"')
    const none = await (await post('daihong', path, { version: '1', confirmBy: '2026-01-14' })).text()
    expect(none).toContain('请选择“邀请联名”')
    for (const people of [['weijun'], ['weiyuan'], ['daihong'], ['nobody'], ['dengyu', 'dengyu']])
      expect((await post('daihong', path, { version: '1', people, confirmBy: '2026-01-14' })).status).toBe(422)
    const done = await post('daihong', path, { version: '1', people: ['dengyu'], confirmBy: '2026-01-14' })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/cases/${motion.number}`])
    expect(boxes(await read('daihong', path), 'people')).toEqual({ duanfei: false })
    const stale = await post('daihong', path, { version: '1', people: ['duanfei'], confirmBy: '2026-01-14' })
    expect([stale.status, boxes(await stale.text(), 'people')]).toEqual([409, { duanfei: true }])
    for (const who of ['duanfei', 'lichen', 'zhaoqiang'] as const) expect((await visit(who, path)).status).toBe(404)
    expect((await visit('dengyu', path)).status, 'a co-signer invites nobody').toBe(404)
  })

  test('revising begins with the words as they are, and who was returned to signs anew', async () => {
    const { store, read, post } = await chamber(open, '2026-01-16')
    const motion = await draftMotion(store)
    await motion.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu'], confirmBy: '2026-01-14' })
    await motion.does('sign', signers.dengyu, '2026-01-09')
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('askRevision', signers.lichen, '2026-01-15', { reason: '写清地点' })
    const form = await read('daihong', `/cases/${motion.number}/acts/revise`)
    expect(form).toContain('value="关于石桥老旧小区加装电梯的建议"')
    expect(form).toContain('一、简化审批；二、安排补助；三、明确责任单位。</textarea>')
    const words = { title: '关于石桥片区加装电梯的建议', situation: '石桥片区', advice: '加装电梯' }
    expect((await post('daihong', `/cases/${motion.number}/acts/revise`, words)).status).toBe(303)
    expect((await post('dengyu', `/cases/${motion.number}/acts/sign`, {})).status).toBe(303)
    expect(await read('daihong', `/cases/${motion.number}/acts/revise`)).toContain('加装电梯</textarea>')
  })
})

onBoth('forms of handling', open => {
  test('the answer offers the session’s classes with what they mean, and asks for what the class needs', async () => {
    const { store, read, post } = await chamber(open, '2026-02-10')
    const motion = await draftMotion(store)
    await handedOver(motion)
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    await motion.does('contact', cast.zhaoqiang, '2026-01-22', contacted)
    const path = `/cases/${motion.number}/acts/draftAnswer`
    const form = await read('zhaoqiang', path)
    expect(form).toContain('B 正在解决或者列入计划逐步解决')
    expect(form).toContain('承诺解决，列入台账')
    expect(form).toContain('类别表示承诺解决的，须填写')
    expect(Object.keys(boxes(form, 'class'))).toEqual(['A', 'B', 'C', 'D'])
    const wrong = await post('zhaoqiang', path, { class: 'B', opinion: '正在推进', publicity: 'none' })
    const said = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(boxes(said, 'class')).toEqual({ A: false, B: true, C: false, D: false })
    expect(said).toContain('href="#field-publicityReason"')
    const missing = { class: 'B', opinion: '正在推进', publicity: 'full' }
    expect(await (await post('zhaoqiang', path, missing)).text()).toContain('选了这一类，请填写“承诺事项”')
    expect((await post('zhaoqiang', path, { ...missing, class: 'X' })).status).toBe(422)
    expect((await post('zhaoqiang', path, solved)).status).toBe(303)
    await motion.does('sendBack', cast.sunli, '2026-02-10', { reason: '再核对' })
    const again = await read('zhaoqiang', path)
    expect([boxes(again, 'class')['A'], again.includes('已加装十二部</textarea>')]).toEqual([true, true])
    expect(await read('zhaoqiang', path, 'en')).toContain('Solved or mostly solved')
  })

  test('serving offers everyone who signed, by name unless that is kept, all of them marked', async () => {
    const { store, read, post } = await chamber(open, '2026-02-11')
    const [plain, kept] = [await draftMotion(store), await draftMotion(store, { input: { confidential: true } })]
    for (const motion of [plain, kept]) {
      await motion.does('invite', signers.daihong, '2026-01-08', { people: ['dengyu'], confirmBy: '2026-01-14' })
      await motion.does('sign', signers.dengyu, '2026-01-09')
      await handedOver(motion)
      await answeredBy(motion, '2026-02-10')
    }
    const form = await read('zhaoqiang', `/cases/${plain.number}/acts/serve`)
    const ids = await openParts(plain, 'signer', 'cosigner')
    expect(boxes(form, 'signers')).toEqual(Object.fromEntries(ids.map(id => [id, true])))
    expect(form).toContain('代红（石桥代表团）')
    const hidden = await read('zhaoqiang', `/cases/${kept.number}/acts/serve`)
    expect(hidden).toContain('代表（已请求保密） 2</label>')
    expect(hidden).not.toMatch(/邓宇|石桥代表团/)
    const path = `/cases/${plain.number}/acts/serve`
    for (const signers of [[], ['999'], ['003']])
      expect((await post('zhaoqiang', path, { signers, method: 'person' })).status, signers.join()).toBe(422)
    expect((await post('zhaoqiang', path, { signers: ids.slice(0, 1), method: 'person' })).status).toBe(303)
    expect(boxes(await read('zhaoqiang', path), 'signers')).toEqual({ [ids[1] ?? '']: true })
  })

  test('an extension is offered to the longest day there is', async () => {
    const { store, read } = await chamber(open, '2026-03-10')
    const motion = await draftMotion(store)
    await handedOver(motion)
    await motion.does('receive', cast.zhaoqiang, '2026-01-21')
    await motion.does('requestExtension', cast.zhaoqiang, '2026-03-09', { reason: '涉及面广' })
    expect(await read('lichen', `/cases/${motion.number}/acts/grantExtension`)).toMatch(/value="2026-07-20"/)
  })
})

/** The boxes or buttons of a name, each with whether it is marked. */
const boxes = (page: string, name: string): Record<string, boolean> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="(?:checkbox|radio)"[^>]*>/g)]
      .map(([input]) => input)
      .filter(input => input.includes(` name="${name}"`))
      .map(input => [/ value="([^"]*)"/.exec(input)?.[1] ?? '', / checked/.test(input)]),
  )
