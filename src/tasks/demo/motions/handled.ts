import { said } from './said.ts'
import { answerers, chiefOf, clerkOf, handlerOf } from './step.ts'
import type { MotionStep, MotionTraveller } from './step.ts'

/** Made a key matter, talked over with whoever signed, seen by co-handlers, given more time: all before the answer. */
export function handled(traveller: MotionTraveller): MotionStep[] {
  const { fate } = traveller
  return [
    ...(fate.isKey ? keyed(traveller) : []),
    ...contacted(traveller),
    ...(fate.isKey ? watched(traveller) : []),
    ...contactedAgain(traveller),
    ...opined(traveller),
    ...(fate.isJoined ? joined(traveller) : []),
    ...(fate.isLate ? urged(traveller) : []),
    ...extended(traveller),
  ]
}

/** Whoever answers again hears the signers again. */
export const heardAgain = (traveller: MotionTraveller): MotionStep[] =>
  [...contacted(traveller), ...contactedAgain(traveller)].map(({ notBefore: _, ...step }) => ({ ...step, after: 3 }))

const contacted = ({ kind, motion, luck }: MotionTraveller): MotionStep[] =>
  answerers(motion).map(organ => ({
    act: 'contact',
    by: handlerOf(organ),
    after: luck.between(5, 11),
    input: heard(
      luck.pick(['visit', 'meeting', 'meeting', 'survey']),
      isProposal(kind) ? said.proposing : motion.contact,
    ),
  }))

/** A council’s second contact, while it is being handled. */
function contactedAgain({ kind, motion, fate, luck }: MotionTraveller): MotionStep[] {
  if (!isProposal(kind)) return []
  return answerers(motion).map(organ => ({
    act: 'contactAgain',
    by: handlerOf(organ),
    after: luck.between(8, 16),
    input: heard('phone', `${motion.contact}${said.contactAgain}`),
    ...(fate.isCoHandlerSilent && { notBefore: { of: 'handOver', plus: 38 } }),
  }))
}

export const heard = (way: string, summary: string) => ({ way, present: said.present, summary, view: said.view })

/** The one that stays silent is waited for until its own term is over. */
function opined({ motion, fate, luck }: MotionTraveller): MotionStep[] {
  const coHandlers = motion.coHandlers ?? []
  const [silent, ...rest] = fate.isCoHandlerSilent ? coHandlers : [undefined, ...coHandlers]
  const opinions = rest.map((organ): MotionStep => ({
    act: 'opine',
    by: handlerOf(organ ?? ''),
    after: luck.between(1, 9),
    input: { opinion: motion.opinions?.[coHandlers.indexOf(organ ?? '')] ?? '' },
  }))
  if (silent === undefined) return opinions
  const goOn: MotionStep = {
    act: 'goOnWithout',
    by: handlerOf(motion.lead),
    after: 1,
    notBefore: { of: 'handOver', plus: 62 },
    input: { reason: said.goingOn },
    part: { roles: ['co-handler'], organ: silent },
  }
  return [...opinions, goOn]
}

/** An organ more is asked for its opinion. */
const joined = ({ kind, motion: { lead } }: MotionTraveller): MotionStep[] =>
  [lead === 'finance-bureau' ? 'development-reform-bureau' : 'finance-bureau'].flatMap(organ => [
    { act: 'addHandlers', by: clerkOf(kind), after: 2, input: { coHandlers: [organ], note: said.joining } },
    { act: 'receive', by: handlerOf(organ), after: 1 },
    { act: 'opine', by: handlerOf(organ), after: 6, input: { opinion: said.opining } },
  ])

const urged = ({ kind }: MotionTraveller): MotionStep[] => [
  { act: 'urge', by: clerkOf(kind), after: 1, notBefore: { of: 'handOver', plus: 86 }, input: { note: said.urging } },
]

/** Longer than three months with consent, and never longer than six. */
function extended({ kind, motion: { lead }, fate }: MotionTraveller): MotionStep[] {
  if (!fate.extension) return []
  const notBefore = { of: 'handOver', plus: 68 }
  const ask: MotionStep = {
    act: 'requestExtension',
    by: handlerOf(lead),
    after: 1,
    notBefore,
    input: { reason: said.extending },
  }
  const decided: MotionStep =
    fate.extension === 'granted'
      ? { act: 'grantExtension', by: clerkOf(kind), after: 2, input: { reason: said.granting }, days: { until: 75 } }
      : { act: 'denyExtension', by: clerkOf(kind), after: 2, input: { reason: said.denying } }
  return [ask, decided]
}

const keyed = ({ kind }: MotionTraveller): MotionStep[] => [
  { act: 'makeKey', by: chiefOf(kind), after: 2, input: { note: said.key } },
]

function watched({ kind, motion: { lead } }: MotionTraveller): MotionStep[] {
  const part = { roles: ['supervision'], organ: lead } as const
  return [
    { act: 'supervise', by: chiefOf(kind), after: 6, input: { note: said.supervising } },
    { act: 'answerSupervision', by: handlerOf(lead), after: 8, input: { note: said.reporting } },
    { act: 'liftSupervision', by: chiefOf(kind), after: 3, part },
  ]
}

export const isProposal = (kind: MotionTraveller['kind']): boolean => kind === 'cppcc-proposal'
