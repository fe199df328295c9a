import { factsOf } from '../cases/view.ts'
import type { AssignmentTable } from '../db/tables.ts'
import { isContacted, isContactedTwice } from '../procedures/motions/handling_conditions.ts'
import { answeringParts, openParts } from './blocker.ts'
import type { Blocker, Standing } from './blocker.ts'
import { doneOn, partSince } from './since.ts'

/** Before anyone has it: the office is to hand it over. */
export function handOverBlockers({ view, names }: Standing, since: string): Blocker[] {
  const { office } = view.row
  const name = names.organ(office)
  return [
    {
      words: { zh: `待${name.zh}交办`, en: `${name.en} is to hand it over` },
      holder: { organ: office, role: 'clerk' },
      since,
      acts: [
        { act: 'handOver', organ: office },
        { act: 'handOverSeparately', organ: office },
      ],
    },
  ]
}

/** While organs handle it: each on its own, and a silent co-handler before the lead that waits for it. */
export function handlingBlockers(standing: Standing): Blocker[] {
  const coHandlers = openParts(standing, 'co-handler')
  return [
    ...coHandlers.flatMap(part => coHandlerBlockers(standing, part)),
    ...answeringParts(standing).flatMap(part =>
      answerBlockers(standing, part, part.role !== 'separate' && coHandlers.length > 0),
    ),
  ]
}

function coHandlerBlockers(standing: Standing, part: AssignmentTable): Blocker[] {
  const { view, names } = standing
  const name = names.organ(part.organ)
  const goOn = { act: 'goOnWithout', organ: view.row.lead, part: part.id }
  const holder = { organ: part.organ, role: 'coHandler' } as const
  const shared = { holder, since: partSince(view, part) }
  const opine = { act: 'opine', organ: part.organ, part: part.id }
  if (part.state === 'objected') return [objected(standing, part)]
  return part.state === 'sent'
    ? [
        {
          ...shared,
          words: {
            zh: `会办单位${name.zh}尚未签收、尚未提出会办意见`,
            en: `${name.en}, co-handler, has neither received it nor given its opinion`,
          },
          acts: [{ act: 'receive', organ: part.organ, part: part.id }, opine, goOn],
        },
      ]
    : [
        {
          ...shared,
          words: {
            zh: `会办单位${name.zh}尚未提出会办意见`,
            en: `${name.en}, co-handler, has not given its opinion`,
          },
          acts: [opine, goOn],
        },
      ]
}

function answerBlockers(standing: Standing, part: AssignmentTable, isWaiting: boolean): Blocker[] {
  const { view, names } = standing
  const { organ } = part
  const name = names.organ(organ)
  const shared = { holder: { organ, role: 'handler' }, since: partSince(view, part) } as const
  const step = (act: string) => ({ act, organ, part: part.id })
  switch (part.state) {
    case 'sent':
      return [
        {
          ...shared,
          words: { zh: `${name.zh}尚未签收`, en: `${name.en} has not received it` },
          acts: [step('receive')],
        },
      ]
    case 'objected':
      return [objected(standing, part)]
    case 'received':
      return [
        ...contactBlockers(standing, part),
        ...(isWaiting
          ? []
          : [
              {
                ...shared,
                words: { zh: `${name.zh}尚未起草答复`, en: `${name.en} has not drafted its answer` },
                acts: [step('draftAnswer')],
              },
            ]),
      ]
    case 'drafted':
      return [
        ...contactBlockers(standing, part),
        {
          ...shared,
          holder: { organ, role: 'director' },
          words: { zh: `待${name.zh}负责人签发答复`, en: `The director of ${name.en} is to sign the answer` },
          acts: [step('answer'), step('sendBack')],
        },
      ]
    default:
      return []
  }
}

/** The contacts the procedure asks for before the answer, one after the other, and again before it answers again. */
function contactBlockers({ view, names, day }: Standing, part: AssignmentTable): Blocker[] {
  const facts = factsOf(view, day, day, part.id)
  const isHeard = isContacted.holds(facts, nobody)
  const isTwice = view.procedure.acts['contactAgain'] === undefined || isContactedTwice.holds(facts, nobody)
  if (isHeard && isTwice) return []
  const { organ } = part
  const name = names.organ(organ)
  const shared = { holder: { organ, role: 'handler' } } as const
  return [
    isHeard
      ? {
          ...shared,
          words: { zh: `${name.zh}尚未进行办中沟通`, en: `${name.en} has not heard the signer a second time` },
          since: doneOn(view, 'contact', part.id) ?? partSince(view, part),
          acts: [{ act: 'contactAgain', organ, part: part.id }],
        }
      : {
          ...shared,
          words: { zh: `${name.zh}尚未与提出人沟通面商`, en: `${name.en} has not heard the signer` },
          since: partSince(view, part),
          acts: [{ act: 'contact', organ, part: part.id }],
        },
  ]
}

function objected({ view, names }: Standing, part: AssignmentTable): Blocker {
  const { office } = view.row
  const [name, decides] = [names.organ(part.organ), names.organ(office)]
  return {
    words: {
      zh: `${name.zh}申请退办，待${decides.zh}核定`,
      en: `${name.en} objected; ${decides.en} is to decide`,
    },
    holder: { organ: office, role: 'clerk' },
    since: partSince(view, part),
    acts: ['agreeReturn', 'keepWith'].map(act => ({ act, organ: office, part: part.id })),
  }
}

const nobody = { id: '', organ: null, roles: [] }
