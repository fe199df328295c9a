import { said } from './said.ts'
import { clerkOf } from './step.ts'
import type { CoSigner, MotionStep, MotionTraveller } from './step.ts'
import type { MotionField, MotionText } from './motion.ts'

/** Drafted, sent to others to sign, and submitted by whoever leads. */
export function signed(traveller: MotionTraveller<MotionText>): MotionStep[] {
  const { signer, luck } = traveller
  const coSigners = asked(traveller)
  const draft = signer.role === 'convener' ? 'draftTogether' : 'draft'
  const invite: MotionStep = {
    act: 'invite',
    by: signer,
    after: 0,
    input: { people: coSigners.map(({ login }) => login) },
    days: { confirmBy: luck.between(4, 9) },
  }
  return [
    { act: draft, by: signer, after: 0, input: drafted(traveller) },
    ...(coSigners.length > 0 ? [invite] : []),
    ...coSigners.flatMap(({ does, ...by }): MotionStep[] =>
      does === 'nothing' ? [] : [{ act: does, by, after: luck.between(0, 1) }],
    ),
    {
      act: 'submit',
      by: signer,
      after: luck.between(1, 4),
      ...(traveller.fate.waitsForCoSigners && { notBefore: { of: 'invite', plus: 18 } }),
    },
    ...(traveller.fate.isRevised ? revised(traveller) : []),
  ]
}

/** Where whoever leads waits for them, the first never answers. */
const asked = ({ coSigners, fate }: MotionTraveller<MotionText>): readonly CoSigner[] =>
  coSigners.map((one, nth) => (fate.waitsForCoSigners && nth === 0 ? { ...one, does: 'nothing' } : one))

function drafted({ motion, luck }: MotionTraveller<MotionText>): Record<string, unknown> {
  const { title, situation, advice } = motion
  return {
    title,
    situation,
    advice,
    category: categoryOf[motion.field],
    publicWish: luck.in100(92) ? 'yes' : 'no',
    phone: `1380000${luck.between(5000, 9999)}`,
    ...(luck.in100(4) && { confidential: true }),
  }
}

/** Whoever signed the old words signs the new. */
function revised({ kind, motion, signer, coSigners }: MotionTraveller<MotionText>): MotionStep[] {
  const { title, situation, advice } = motion
  const willing = coSigners.filter(({ does }) => does === 'sign')
  return [
    { act: 'askRevision', by: clerkOf(kind), after: 1, input: { reason: said.asking } },
    {
      act: 'revise',
      by: signer,
      after: 1,
      input: { title, situation, advice },
      ...(willing.length > 0 && { days: { confirmBy: 4 } }),
    },
    ...willing.map(({ does: act, ...by }): MotionStep => ({ act, by, after: 0 })),
    { act: 'resubmit', by: signer, after: 1 },
  ]
}

export const categoryOf = {
  economy: 'economy',
  agriculture: 'agriculture',
  city: 'urban-construction',
  environment: 'environment',
  'education-culture': 'education-culture',
  health: 'health',
  'civil-affairs': 'civil-affairs',
  law: 'political-legal',
  transport: 'transport',
} as const satisfies Record<MotionField, string>
