import { createApp } from '../../../src/app.tsx'
import type { Store } from '../../../src/db/open.ts'
import { PUBLIC, findArchived } from '../../../src/reports/archive.ts'
import { countsFile, listReleased, readCounts, readRelease } from '../../../src/reports/public_archive.ts'
import { publicTrees } from '../../../src/reports/public_trees.ts'
import type { Release } from './attacker.ts'
import type { MadeUp } from './made_up.ts'

/** What anyone can fetch, oldest first, and what it was made from. */
export async function published(store: Store, now: string): Promise<MadeUp> {
  const app = createApp({ store, now: () => now })
  const [releases, counts]: [Release[], MadeUp['counts']] = [[], new Map()]
  for (const month of (await listReleased(store.reader)).reverse()) {
    const file = await app.request(`/published/statistics/${month}.json`)
    releases.push(readRelease(Buffer.from(await file.arrayBuffer())))
    const kept = await findArchived(store.reader, { report: PUBLIC, month, name: countsFile(month) })
    counts.set(month, readCounts(kept ?? Buffer.from('[]')))
  }
  return { trees: await publicTrees(store.reader, now), releases, counts }
}
