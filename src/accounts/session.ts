import type { Ctx } from '../http/context.ts'
import type { Actor } from './actor.ts'

export async function findActor(_c: Ctx): Promise<Actor | null> {
  return null
}
