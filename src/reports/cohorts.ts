import { about, answeringDeadlines, ratingsOf } from './counted.ts'
import type { Cohort, Deadline, Lines, Test } from './cohort.ts'

/** Which matters each figure is about; what they mean in words stands in the dictionary. */

const came = { kind: 'received', about: about.received } as const
const gone = [
  { kind: 'answered', about: about.answered },
  { kind: 'ended', about: about.ended },
] as const

const inMonth = 'in the month'
const lines = (...lines: Lines[]): Cohort => ({ lines })
const less = (days: Lines['days']): Lines[] => gone.map(line => ({ ...line, days, weight: -1 }))
const again = (kind: string): Lines => ({ kind, days: 'before, changed in the month', weight: -1 })
const those = (of: Cohort, ...having: (Test | { not: Test })[]): Cohort => ({ of, having })

const received = lines({ ...came, days: inMonth })
const receivedPetitions = lines({ ...came, days: inMonth, only: { procedure: 'petition' } })
const answered: Test = { kinds: ['answered'], byThrough: true }
const onTime: Test = { ...answered, byDue: true }

/** Matters whose answering deadline, as extended, falls in the month. */
const due: Cohort = { due: answeringDeadlines, days: 'in the whole month' }
const dueOnTime = those(due, onTime)
const righted: Test = { kinds: ['righted'], about: answeringDeadlines.map(({ deadline }) => deadline), onDue: true }

/** On time only since a day was put right. */
export const dueRighted = those(dueOnTime, righted)

const acceptance = (deadline: 'registration' | 'acceptance') => {
  const owed: Deadline[] = [{ deadline }]
  const due: Cohort = { due: owed, days: 'in the whole month' }
  const assumed: Test = { kinds: ['assumed'], about: [deadline], onDue: true }
  const toAccept = those(due, { not: assumed })
  const met: Test = { kinds: ['met'], about: [deadline], onDue: true, happened: true, byThrough: true, byDue: true }
  return { toAccept, accepted: those(toAccept, met), assumed: those(due, assumed) }
}
const [office, organ] = [acceptance('registration'), acceptance('acceptance')]

/** Rated in the month, or the window to rate ended in it. */
const toRate: Cohort = {
  either: [
    lines({ kind: 'rated', about: about.rated, days: inMonth }),
    { due: [{ deadline: 'rating' }], days: inMonth },
  ],
}
const rated = (body: 'office' | 'organ', values?: readonly string[]) =>
  lines({ kind: 'rated', about: ratingsOf(body, values), days: inMonth })
const satisfied = ['satisfied', 'basically']

/** Closed here, through its gates, or brought closed by a ledger. */
const closed = (imported: boolean) => lines({ kind: 'closed', about: about.closed, days: inMonth, only: { imported } })

/** Matters brought by people who came: each is one batch, however many they were. 集体访 is five people or more. */
const visits = (only: { headsFrom?: number }, people?: { people: true }) =>
  lines({ ...came, days: inMonth, only: { channel: 'visit', ...only }, ...people })
const [anyone, group] = [{ headsFrom: 1 }, { headsFrom: 5 }]

export const cohorts = {
  received,
  answered: lines({ ...gone[0], days: inMonth }),
  endedOtherwise: lines({ ...gone[1], days: inMonth }),
  carriedOver: lines({ ...came, days: 'before, as it then stood' }, ...less('before, as it then stood')),
  /** What was answered or ended before the month, and taken up again in it. */
  reopened: lines(...gone.map(({ kind }) => again(kind))),
  /** Counted by itself, not by adding up: received, and neither answered nor ended. */
  open: lines({ ...came, days: 'up to the end' }, ...less('before, as it stands at the end'), ...less(inMonth)),
  closedHere: closed(false),
  closedImported: closed(true),
  due,
  dueAnswered: those(due, answered),
  dueOnTime,
  /** What stands was recorded only after the deadline; or is on time only since a day was put right. */
  dueRecordedLate: {
    either: [those(dueOnTime, { not: { ...onTime, keptSinceDue: true } }), dueRighted],
  },
  receivedDone: those(received, { kinds: ['answered', 'ended'], byThrough: true }),
  receivedPetitions,
  receivedRepeating: those(receivedPetitions, { kinds: ['repeat'], byThrough: true }),
  toAcceptOffice: office.toAccept,
  acceptedOffice: office.accepted,
  assumedOffice: office.assumed,
  toAcceptOrgan: organ.toAccept,
  acceptedOrgan: organ.accepted,
  assumedOrgan: organ.assumed,
  toRate,
  toRateRated: those(toRate, { kinds: ['rated'], about: about.rated, byThrough: true }),
  ratedFlagged: lines({ kind: 'rated-flagged', about: about['rated-flagged'], days: inMonth }),
  ratedOffice: rated('office'),
  satisfiedOffice: rated('office', satisfied),
  ratedOrgan: rated('organ'),
  satisfiedOrgan: rated('organ', satisfied),
  visits: visits(anyone),
  visitHeads: visits(anyone, { people: true }),
  groupVisits: visits(group),
  groupVisitHeads: visits(group, { people: true }),
} satisfies Record<string, Cohort>

export type CohortName = keyof typeof cohorts

/** What adds up month by month: what came, less what was answered or ended. */
export const balance = { came, gone }
