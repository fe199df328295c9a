import type { Context } from 'hono'
import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { Lang } from '../law/words.ts'

/** What every request carries. */
export type Env = {
  Variables: {
    store: Store
    /** The instant of this request, ISO-8601 UTC. */
    now: string
    /** The official signed in, or null. */
    actor: Actor | null
    lang: Lang
    larger: boolean
    keys: boolean
    /** The client's address, as a proxy we trust gives it. */
    address: string
    publicUrl: string | undefined
  }
}

export type Ctx = Context<Env>

export type AppOptions = {
  store: Store
  now?: (() => string) | undefined
  publicUrl?: string | undefined
  trustProxy?: boolean | undefined
}
