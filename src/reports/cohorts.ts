import { addDays } from '../law/day.ts'
import { about, answeringDeadlines, ratingsOf } from './counted.ts'
import { eachCase, eachDue, lines, those } from './rows.ts'
import type { Counting, Question } from './rows.ts'

/** Which matters a figure is about. Each is one query; what they mean stands in the dictionary. */

export const received: Counting = (db, question) =>
  lines(db, question, { kind: 'received', about: about.received, ...inMonth(question) })

export const answered: Counting = (db, question) =>
  lines(db, question, { kind: 'answered', about: about.answered, ...inMonth(question) })

export const endedOtherwise: Counting = (db, question) =>
  lines(db, question, { kind: 'ended', about: about.ended, ...inMonth(question) })

export const carriedOver: Counting = (db, question) => {
  const earlier = { to: dayBefore(question), happenedTo: dayBefore(question) }
  return lines(db, question, { kind: 'received', about: about.received, ...earlier })
    .unionAll(lines(db, question, { kind: 'answered', about: about.answered, weight: -1, ...earlier }))
    .unionAll(lines(db, question, { kind: 'ended', about: about.ended, weight: -1, ...earlier }))
}

/** What was answered or ended before the month, and taken up again in it: a range of `facts_happened`. */
export const reopened: Counting = (db, question) => {
  const { start, end } = question.cut
  const again = { to: dayBefore(question), happenedFrom: start, happenedTo: end, weight: -1 } as const
  return lines(db, question, { kind: 'answered', ...again }).unionAll(lines(db, question, { kind: 'ended', ...again }))
}

/** Counted by itself, not by adding up: received, and neither answered nor ended. */
export const open: Counting = (db, question) => {
  const { end } = question.cut
  const earlier = { to: dayBefore(question), happenedTo: end, weight: -1 } as const
  const now = { ...inMonth(question), weight: -1 } as const
  return lines(db, question, { kind: 'received', about: about.received, to: end })
    .unionAll(lines(db, question, { kind: 'answered', about: about.answered, ...earlier }))
    .unionAll(lines(db, question, { kind: 'ended', about: about.ended, ...earlier }))
    .unionAll(lines(db, question, { kind: 'answered', about: about.answered, ...now }))
    .unionAll(lines(db, question, { kind: 'ended', about: about.ended, ...now }))
}

/** Closed here, through its gates, or brought closed by a ledger; the closure that stands decides. */
export const closed =
  (origin: 'here' | 'import'): Counting =>
  (db, question) =>
    db
      .selectFrom(
        eachCase(db, lines(db, question, { kind: 'closed', about: about.closed, ...inMonth(question) })).as('c'),
      )
      .selectAll('c')
      .where(eb =>
        eb(
          eb
            .selectFrom('facts as f')
            .select('f.origin')
            .whereRef('f.case_number', '=', 'c.case_number')
            .where('f.kind', '=', 'closed')
            .where('f.sign', '=', 1)
            .where('f.recorded_at', '<=', question.cut.asOf)
            .orderBy('f.seq', 'desc')
            .limit(1),
          origin === 'import' ? '=' : '<>',
          'import',
        ),
      )

/** Matters whose answering deadline, as extended, falls in the month. */
export const due: Counting = (db, question) => {
  const deadlines = [...new Set(answeringDeadlines.map(({ deadline }) => deadline))]
  const { start, monthEnd } = question.cut
  const all = lines(db, question, { kind: 'due', about: deadlines, from: start, to: monthEnd }).where(eb =>
    eb.or(answeringDeadlines.map(({ procedure, deadline }) => eb.and({ procedure, what: deadline }))),
  )
  return eachDue(db, all)
}

export const dueAnswered: Counting = (db, question) =>
  those(db, question, due(db, question), { kinds: ['answered'], by: question.cut.through })

export const dueOnTime: Counting = (db, question) =>
  those(db, question, due(db, question), { kinds: ['answered'], by: question.cut.through, byDue: true })

/** Recorded only after the deadline; or on time only since a day was put right. */
export const dueRecordedLate: Counting = (db, question) => {
  const deadlines = answeringDeadlines.map(({ deadline }) => deadline)
  const after = those(db, question, dueOnTime(db, question), {
    not: { kinds: ['answered'], by: question.cut.through, byDue: true, recordedByDue: true },
  })
  const righted = those(db, question, dueOnTime(db, question), { kinds: ['righted'], about: deadlines, onDue: true })
  return eachCase(db, after.unionAll(righted))
}

export const receivedDone: Counting = (db, question) =>
  those(db, question, received(db, question), { kinds: ['answered', 'ended'], by: question.cut.through })

export const receivedPetitions: Counting = (db, question) =>
  lines(db, question, { kind: 'received', about: about.received, ...inMonth(question) }).where(
    'procedure',
    '=',
    'petition',
  )

export const receivedRepeating: Counting = (db, question) =>
  those(db, question, receivedPetitions(db, question), { kinds: ['repeat'], by: question.cut.through })

type AcceptanceDeadline = 'registration' | 'acceptance'

const dueInMonth =
  (deadline: AcceptanceDeadline): Counting =>
  (db, question) => {
    const { start, monthEnd } = question.cut
    return eachDue(db, lines(db, question, { kind: 'due', about: [deadline], from: start, to: monthEnd }))
  }

export const toAccept =
  (deadline: AcceptanceDeadline): Counting =>
  (db, question) =>
    those(db, question, dueInMonth(deadline)(db, question), { not: { kinds: ['assumed'], about: [deadline] } })

export const acceptedInTime =
  (deadline: AcceptanceDeadline): Counting =>
  (db, question) =>
    those(db, question, toAccept(deadline)(db, question), {
      kinds: ['met'],
      about: [deadline],
      by: question.cut.through,
      byDue: true,
    })

export const acceptanceAssumed =
  (deadline: AcceptanceDeadline): Counting =>
  (db, question) =>
    those(db, question, dueInMonth(deadline)(db, question), { kinds: ['assumed'], about: [deadline] })

/** Rated in the month, or the window to rate ended in it. */
export const toRate: Counting = (db, question) => {
  const rated = lines(db, question, { kind: 'rated', about: about.rated, ...inMonth(question) })
  const ended = lines(db, question, { kind: 'due', about: ['rating'], ...inMonth(question) })
  return eachCase(db, rated.unionAll(db.selectFrom(eachDue(db, ended).as('e')).selectAll('e')))
}

export const toRateRated: Counting = (db, question) =>
  those(db, question, toRate(db, question), { kinds: ['rated'], about: about.rated, by: question.cut.through })

export const ratedFlagged: Counting = (db, question) =>
  lines(db, question, { kind: 'rated-flagged', about: about['rated-flagged'], ...inMonth(question) })

export const rated =
  (body: 'office' | 'organ', values?: readonly string[]): Counting =>
  (db, question) =>
    lines(db, question, { kind: 'rated', about: ratingsOf(body, values), ...inMonth(question) })

const inMonth = ({ cut }: Question) => ({ from: cut.start, to: cut.end })
const dayBefore = ({ cut }: Question) => addDays(cut.start, -1)
