import type { Role } from '../procedures/roles.ts'

/** Who acts: an official, the holder of a query code, or the clockwork. */
export type Actor = {
  readonly id: string
  readonly name: string
  readonly organ: string | null
  /** The organ and everything above it: a wall around any of these holds. */
  readonly organs: readonly string[]
  readonly roles: readonly Role[]
  /** The one case a query code opens. */
  readonly number?: string
  /** The request comes from an official's session or network: ratings are flagged. */
  readonly isOfficial?: boolean
}

export const system: Actor = { id: 'system', name: '系统', organ: null, organs: [], roles: ['system'] }

/** Anyone, before anything is filed. */
export const visitor: Actor = { id: 'petitioner', name: '信访人', organ: null, organs: [], roles: ['petitioner'] }

export const petitionerOf = (number: string): Actor => ({ ...visitor, number })
