import { said } from './said.ts'
import { answerers, chiefOf, clerkOf, handlerOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

/** Registered and numbered, handed over, objected to where it went astray, and received by every organ. */
export function handed(traveller: MotionTraveller): MotionStep[] {
  const { kind, motion, fate, luck } = traveller
  const isLate = fate.handedOverLate
  const isAstray = fate.objects || fate.isTakenBack
  const register: MotionStep = { act: 'register', by: clerkOf(kind), after: luck.between(1, 4) }
  const handOver: MotionStep = {
    ...handOverOf(traveller),
    ...(isLate !== undefined && { notBefore: { of: 'register', plus: isLate } }),
  }
  return [
    register,
    ...(isAstray ? [{ ...handOver, ...toWrongOrgan(motion.lead) }, ...returned(traveller)] : []),
    isAstray ? handOverOf(traveller) : handOver,
    ...answerers(motion).map(received),
    ...(fate.isKept ? kept(traveller) : []),
    ...(motion.coHandlers ?? []).map(received),
  ]
}

function handOverOf({ kind, motion, luck }: MotionTraveller): MotionStep {
  const { lead, coHandlers, separate } = motion
  const common = { by: clerkOf(kind), after: luck.between(1, 4) }
  return separate
    ? { ...common, act: 'handOverSeparately', input: { separate, note: said.handing } }
    : { ...common, act: 'handOver', input: { organ: lead, note: said.handing, ...(coHandlers && { coHandlers }) } }
}

const toWrongOrgan = (lead: string) => ({ act: 'handOver', input: { organ: wrongFor(lead), note: said.handing } })

function returned({ kind, motion: { lead }, fate }: MotionTraveller): MotionStep[] {
  const wrong = wrongFor(lead)
  const reason = kind === 'deputy-suggestion' ? said.objection : said.proposalObjection
  const part = { roles: ['sole'], organ: wrong } as const
  if (fate.isTakenBack)
    return [{ act: 'takeBack', by: clerkOf(kind), after: 2, input: { reason: said.takingBack }, part }]
  return [
    { act: 'receive', by: handlerOf(wrong), after: 1 },
    { act: 'object', by: handlerOf(wrong), after: 1, input: { reason } },
    { act: 'agreeReturn', by: chiefOf(kind), after: 3, input: { reason: said.returning }, part },
  ]
}

/** The objection is not agreed to: the organ goes on. */
function kept({ kind, motion: { lead } }: MotionTraveller): MotionStep[] {
  const part = { roles: ['sole', 'lead'], organ: lead } as const
  return [
    { act: 'object', by: handlerOf(lead), after: 1, input: { reason: said.keptObjection } },
    { act: 'keepWith', by: chiefOf(kind), after: 3, input: { reason: said.keeping }, part },
  ]
}

const wrongFor = (lead: string) => (lead === 'development-reform-bureau' ? 'data-bureau' : 'development-reform-bureau')

const received = (organ: string): MotionStep => ({ act: 'receive', by: handlerOf(organ), after: 1 })
