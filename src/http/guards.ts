import type { Actor } from '../accounts/actor.ts'
import { readsDistrict, signsCases, worksOnCases } from '../accounts/visible.ts'
import type { Role } from '../procedures/roles.ts'

/** Who may open a page at all; which rows they then see is `visibleTo`, what they may do is `decide`. */
// prettier-ignore
export const guards = {
  signedIn: (_: Actor) => true,
  cases:    (actor: Actor) => handles(actor),
  notices:  (actor: Actor) => handles(actor) || has(actor, 'statistician'),
  reports:  (actor: Actor) => worksOnCases(actor) || readsDistrict(actor) || has(actor, 'statistician'),
  admin:    (actor: Actor) => has(actor, 'system-admin', 'unit-admin', 'security-auditor'),
  people:   (actor: Actor) => has(actor, 'system-admin', 'unit-admin'),
  settings: (actor: Actor) => has(actor, 'system-admin'),
  security: (actor: Actor) => has(actor, 'security-auditor'),
} satisfies Record<string, (actor: Actor) => boolean>

const handles = (actor: Actor) => worksOnCases(actor) || readsDistrict(actor) || signsCases(actor)
const has = (actor: Actor, ...roles: Role[]) => roles.some(role => actor.roles.includes(role))
