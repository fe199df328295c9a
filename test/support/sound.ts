import { afterEach, expect } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { verify } from '../../src/tasks/verify.ts'
import { seatCast } from './cast.ts'
import { onBoth } from './db.ts'

/** The same tests on both databases with the cast seated; after each, what is shown is still what the log tells. */
export function onBothSound(title: string, body: (seated: () => Promise<Store>) => void): void {
  onBoth(title, open => {
    const stores: Store[] = []
    afterEach(async () => {
      for (const store of stores.splice(0)) await expectSound(store)
    })
    body(async () => {
      const store = await open()
      await seatCast(store)
      stores.push(store)
      return store
    })
  })
}

export async function expectSound(store: Store): Promise<void> {
  const wrong: unknown[] = []
  await verify(store, what => wrong.push(what))
  await rebuild(store, found => wrong.push(found))
  expect(wrong).toEqual([])
}
