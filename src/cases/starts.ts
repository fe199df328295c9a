import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Day } from '../law/day.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { editions, procedureOn } from '../procedures/registry.ts'
import { roles } from '../procedures/roles.ts'
import type { Role } from '../procedures/roles.ts'
import { decide } from './decide.ts'
import { mayOpen } from './resolve.ts'

/** An act that opens a matter; one's own, or written down for somebody else. */
export type Start = { procedure: Procedure; act: string; spec: Act; isOwn: boolean }

/** The acts by which this actor may open a case today, each with its procedure. */
export async function startsFor(db: Db, actor: Actor, today: Day): Promise<Start[]> {
  const starts = [...new Set(editions.map(({ id }) => id))].flatMap(id => opening(procedureOn(id, today), actor, today))
  const areTheirs = await Promise.all(starts.map(({ procedure, role }) => mayOpen(db, procedure, actor, role)))
  return starts
    .filter((_, i) => areTheirs[i])
    .map(({ procedure, act, spec, role }) => ({ procedure, act, spec, isOwn: roles[role].seat === 'signer' }))
}

function opening(procedure: Procedure, actor: Actor, today: Day): Opening[] {
  return Object.entries(procedure.acts).flatMap(([act, spec]) => {
    const decision = decide({ procedure, view: null, act, actor, today, on: today })
    return spec.from === 'start' && decision.allowed ? [{ procedure, act, spec, role: decision.role }] : []
  })
}

type Opening = Omit<Start, 'isOwn'> & { role: Role }
