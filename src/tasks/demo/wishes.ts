import { comings } from './comings.ts'
import { lives } from './lives.ts'
import type { Matter } from './matter.ts'
import { standings } from './standings.ts'
import type { Wish } from './wish.ts'

/** Each matter with its fate. What the wishes do not ask for is left to chance; matters near the end stay open. */
export function grantWishes(matters: readonly Matter[]): { matter: Matter; wish: Wish }[] {
  const granted = new Map<Matter, Wish>()
  for (const { fits, wish } of [...comings, ...lives, ...standings]) {
    const matter = matters.find(matter => !granted.has(matter) && fits(matter))
    if (!matter) throw new Error(`No matter is left for ${JSON.stringify(wish)}`)
    granted.set(matter, wish)
  }
  return matters.map(matter => ({ matter, wish: granted.get(matter) ?? {} }))
}
