import type { DeadlineTable } from '../db/tables.ts'
import type { DoneFacts } from '../procedures/facts.ts'

/** What an act does to a clock. It is kept with the act, whose day may have to be put right. */
export type Touch = 'started' | 'met' | 'ended' | 'paused' | 'resumed' | 'extended'

type Lines = readonly DeadlineTable[]
type Named = Pick<DeadlineTable, 'deadline' | 'round' | 'assignment'>

/** The clocks that an event touched, and how. */
export const touchedBetween = (before: Lines, after: Lines): string[] =>
  after.flatMap(line => {
    const was = before.find(old => nameOf(old) === nameOf(line))
    const how = touchOf(was, line)
    return how === undefined ? [] : [`${how} ${nameOf(line)}`]
  })

export const hasTouched = (done: DoneFacts | undefined, how: Touch, line: Named): boolean =>
  done?.clocks?.includes(`${how} ${nameOf(line)}`) === true

/** Did two acts touch one clock? Then the day of one bounds the other's. */
export function shareClock(one: DoneFacts, other: DoneFacts): boolean {
  const names = (done: DoneFacts) => (done.clocks ?? []).map(touched => touched.slice(touched.indexOf(' ')))
  return names(one).some(name => names(other).includes(name))
}

function touchOf(was: DeadlineTable | undefined, is: DeadlineTable): Touch | undefined {
  if (!was) return 'started'
  if (was.met_on !== is.met_on) return 'met'
  if (was.ended_on !== is.ended_on) return 'ended'
  if (was.paused_on !== is.paused_on) return is.paused_on === null ? 'resumed' : 'paused'
  return was.extended === is.extended ? undefined : 'extended'
}

const nameOf = ({ deadline, round, assignment }: Named) => [deadline, round, assignment].join(' ').trim()
