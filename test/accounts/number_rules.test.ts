import { expect, test } from 'vitest'
import { system } from '../../src/accounts/actor.ts'
import { setRule } from '../../src/accounts/rule_changes.ts'
import { seatMotions } from '../support/motions_cast.ts'
import { onBoth } from '../support/db.ts'
import { at } from '../support/road.ts'

const needsNumber = '编号里须有顺序号{n}，否则各件编号相同'
const same = '会议期间和闭会期间的编号不能相同，请改用另一种写法'

onBoth('the patterns of numbers', open => {
  test('hold the place in the series, and differ in session and between sessions', async () => {
    const store = await open()
    await seatMotions(store)
    const set = (name: string, value: string, from = '2026-01-01') =>
      setRule(
        store,
        { actor: system, now: at('2025-12-01') },
        { session: 'congress-18-5', name, value, from, source: '本届次方案' },
      )
    for (const name of ['sessionNumber', 'betweenNumber'])
      expect(await set(name, '{term}-{session}')).toMatchObject({ errors: { value: [{ zh: needsNumber }] } })
    expect(await set('betweenNumber', '{term}-{session}-{n}')).toMatchObject({ errors: { value: [{ zh: same }] } })
    expect(await set('sessionNumber', '{term}-{session}-B{n}')).toMatchObject({ errors: { value: [{ zh: same }] } })
    expect(await set('betweenNumber', '{term}-{session}-闭{n}')).toMatchObject({ outcome: 'done' })
    expect(await set('sessionNumber', '会{n}', '2026-03-01')).toMatchObject({ outcome: 'done' })
    expect(await set('betweenNumber', '会{n}', '2026-02-01')).toMatchObject({ errors: { value: [{ zh: same }] } })
    expect(await set('betweenNumber', '{term}-{session}-{n}', '2026-04-01')).toMatchObject({ outcome: 'done' })
    expect(await set('coHandling', '20 working days')).toMatchObject({ outcome: 'done' })
  })
})
