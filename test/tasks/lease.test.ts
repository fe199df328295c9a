import { expect, test } from 'vitest'
import { dropLease, takeLease } from '../../src/tasks/lease.ts'
import { onBoth } from '../support/db.ts'

const at = (time: string) => `2026-01-05T${time}.000Z`

onBoth('lease', open => {
  test('one of several holds it, renews it, and another takes over when it has run out', async () => {
    const store = await open()
    const take = (holder: string, time: string) =>
      takeLease(store, { name: 'clockwork', holder, now: at(time), seconds: 90 })
    expect(await take('a', '02:00:00')).toBe(true)
    expect(await take('b', '02:00:30')).toBe(false)
    expect(await take('a', '02:01:00')).toBe(true)
    expect(await take('b', '02:02:00')).toBe(false)
    expect(await take('b', '02:02:31')).toBe(true)
    expect(await take('a', '02:02:32')).toBe(false)
  })

  test('of many at once one gets it', async () => {
    const store = await open()
    const taken = await Promise.all(
      ['a', 'b', 'c', 'd'].map(holder => takeLease(store, { name: 'x', holder, now: at('02:00:00'), seconds: 90 })),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  test('who stops lets the next one in at once', async () => {
    const store = await open()
    await takeLease(store, { name: 'x', holder: 'a', now: at('02:00:00'), seconds: 90 })
    await dropLease(store, 'x', 'a')
    expect(await takeLease(store, { name: 'x', holder: 'b', now: at('02:00:01'), seconds: 90 })).toBe(true)
  })
})
