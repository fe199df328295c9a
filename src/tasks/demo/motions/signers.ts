import type { Chance } from '../chance.ts'
import { demoDeputies, demoMembers } from './people.ts'
import type { MotionPerson } from './people.ts'
import type { CoSigner, Doer, MotionKind } from './step.ts'

/** Who signs one of so many: mostly people of their own, now and then a convener for the whole body. */
export function signersOf(kind: MotionKind, nth: number, luck: Chance): { signer: Doer; coSigners: CoSigner[] } {
  const people: readonly MotionPerson[] = kind === 'deputy-suggestion' ? demoDeputies : demoMembers
  const own = kind === 'deputy-suggestion' ? 'deputy' : 'member'
  const isTogether = nth % (kind === 'deputy-suggestion' ? 16 : 6) === 5
  const conveners = people.filter(({ roles }) => roles.includes('convener'))
  const leads = isTogether ? conveners : people
  const lead = leads[(nth * 7 + luck.between(0, 2)) % leads.length]
  if (!lead) throw new Error(`Nobody signs a ${kind}`)
  const others = luck.shuffle(people.filter(({ login }) => login !== lead.login))
  const asked = others.slice(0, luck.in100(88) ? luck.between(1, 4) : 0)
  return {
    signer: { role: isTogether ? 'convener' : own, organ: lead.organ, login: lead.login },
    coSigners: asked.map(({ login, organ }) => ({ role: own, organ, login, does: answerTo(luck) })),
  }
}

function answerTo(luck: Chance): CoSigner['does'] {
  const chance = luck.between(1, 100)
  return chance <= 80 ? 'sign' : chance <= 91 ? 'decline' : 'nothing'
}
