import type { AssignmentTable } from '../db/tables.ts'
import { addDays, sayDay } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore, personalRoles } from '../procedures/procedure.ts'
import { isRole } from '../procedures/roles.ts'
import { answeringParts, openParts } from './blocker.ts'
import type { Blocker, Standing } from './blocker.ts'
import { doneOn, inStateSince, partSince } from './since.ts'

/** Answered, and not everyone who signed has the answer yet. */
export function serviceBlockers(standing: Standing): Blocker[] {
  const { view, names } = standing
  const waiting = openParts(standing, ...personalRoles).filter(({ state }) => state !== 'served')
  const who = waiting.map(({ person }) => names.person(person))
  return [
    {
      words: {
        zh: `答复尚未送达${who.map(({ zh }) => zh).join('、')}`,
        en: `The answer has not been served on ${who.map(({ en }) => en).join(', ')}`,
      },
      holder: { organ: view.row.lead, role: 'handler' },
      since: inStateSince(view),
      acts: [
        { act: 'serve', organ: view.row.lead },
        { act: 'serve', organ: view.row.office },
      ],
    },
  ]
}

/** Served, and the lead signer has not rated every answer; silence is settled once the window is over. */
export function ratingBlockers(standing: Standing): Blocker[] {
  const { view, names } = standing
  const signer = openParts(standing, 'signer')[0]
  const until = view.deadlines.findLast(({ deadline }) => deadline === 'rating')?.due_on
  const person = signer?.person ?? null
  const by = names.person(person)
  const state = view.procedure.states[view.row.state]
  const role = state && 'awaits' in state ? state.awaits : 'deputy'
  const term =
    until === undefined ? { zh: '', en: '' } : { zh: `（至${sayDay(until).zh}）`, en: ` by ${sayDay(until).en}` }
  if (until !== undefined && until < standing.day) return [lapsing(standing, by, until)]
  return [
    ...answeringParts(standing)
      .filter(part => part.state === 'answered')
      .map((part): Blocker => {
        const name = names.organ(part.organ)
        return {
          words: {
            zh: `待${by.zh}评价${name.zh}的答复${term.zh}`,
            en: `${by.en} is to rate the answer of ${name.en}${term.en}`,
          },
          holder: { organ: signer?.organ ?? null, role, person },
          since: inStateSince(view),
          acts: [{ act: 'rate', organ: signer?.organ ?? null, person, part: part.id }],
        }
      }),
    ...contactAfterBlockers(standing),
  ]
}

/** The window is over: the clockwork settles it. */
const lapsing = ({ view }: Standing, by: Text, until: string): Blocker => ({
  words: {
    zh: `${by.zh}没有在${sayDay(until).zh}前评价，待系统登记评价期限届满`,
    en: `${by.en} did not rate it by ${sayDay(until).en}; the system is to record that the window lapsed`,
  },
  holder: { organ: null, role: 'system' },
  since: addDays(until, 1),
  acts: ['lapseRating', 'countSilence'].map(act => ({ act, organ: view.row.office })),
})

/** Rated, or the window lapsed: the office closes it once nothing is owed. */
export function closingBlockers(standing: Standing): Blocker[] {
  const { view, names } = standing
  const { office } = view.row
  const name = names.organ(office)
  const owed = [...contactAfterBlockers(standing), ...supervisionBlockers(standing)]
  return [
    ...owed,
    {
      words: { zh: `待${name.zh}核对办结`, en: `${name.en} is to check the record and close it` },
      holder: { organ: office, role: 'clerk' },
      since: inStateSince(view),
      acts: ['close', 'closeUnrated', 'orderRedo'].map(act => ({ act, organ: office })),
    },
  ]
}

/** The last of a council's three contacts. */
const contactAfterBlockers = (standing: Standing): Blocker[] =>
  answeringParts(standing)
    .filter(
      ({ id }) =>
        standing.view.procedure.acts['contactAfter'] !== undefined &&
        doneOn(standing.view, 'contactAfter', id) === undefined,
    )
    .map(part => {
      const name = standing.names.organ(part.organ)
      return {
        words: { zh: `${name.zh}尚未登记办后评议`, en: `${name.en} has not heard the member after the answer` },
        holder: { organ: part.organ, role: 'handler' },
        since: doneOn(standing.view, 'answer', part.id) ?? partSince(standing.view, part),
        acts: [{ act: 'contactAfter', organ: part.organ, part: part.id }],
      }
    })

const supervisionBlockers = (standing: Standing): Blocker[] =>
  openParts(standing, 'supervision').map(part =>
    part.state === 'asked' ? askedOf(standing, part) : reportedTo(standing, part),
  )

function askedOf({ view, names }: Standing, part: AssignmentTable): Blocker {
  const name = names.organ(part.organ)
  return {
    words: { zh: `${name.zh}尚未答复督办`, en: `${name.en} has not answered the supervision` },
    holder: { organ: part.organ, role: 'handler' },
    since: partSince(view, part),
    acts: [{ act: 'answerSupervision', organ: part.organ, part: part.id }],
  }
}

function reportedTo({ view, names }: Standing, part: AssignmentTable): Blocker {
  const name = names.organ(part.sender)
  const role = oneOrMore(view.procedure.acts['liftSupervision']?.by ?? 'clerk')[0] ?? 'clerk'
  return {
    words: { zh: `待${name.zh}解除督办`, en: `${name.en} is to lift the supervision` },
    holder: { organ: part.sender, role: isRole(role) ? role : 'clerk' },
    since: partSince(view, part),
    acts: [{ act: 'liftSupervision', organ: part.sender, part: part.id }],
  }
}
