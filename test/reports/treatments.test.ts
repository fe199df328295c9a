import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { readCut } from '../../src/reports/cut.ts'
import { questionOf } from '../../src/reports/drawing.ts'
import { casesOf } from '../../src/reports/figures.ts'
import { metrics } from '../../src/reports/metrics.ts'
import { again, answered as answering, given, play, rated, servedOn } from '../progress/batch.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { promised, reference } from '../support/motions.ts'
import { seatMotions, signers } from '../support/motions_cast.ts'
import { answer, at, done, petition } from './district.ts'

/** What became of a matter, and in which months every figure of the dictionary lists it (numerator before denominator). */
type Told = { tell: (store: Store) => Promise<string>; listed: Record<string, string> }

const accepted = '2026-02-05'
const filed = '2026-02-02'

const told: Record<string, Told> = {
  'reopened after its month: the answer and the closure are taken back, its deadline stays': {
    tell: async store => {
      await petition(store, 'T', { filed, accepted, answered: '2026-03-10', closed: '2026-03-11' })
      return act(store, 'reopen', cast.chenjing, '2026-04-08')
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate /, open',
      '2026-03': 'carried_over, open',
      '2026-04': 'reopened, open, due, closure_rate /, on_time_rate /',
    },
  },
  'withdrawn before it was due: ended otherwise, and not due': {
    tell: async store => {
      await petition(store, 'T', { filed, accepted })
      return act(store, 'withdraw', cast.liming, '2026-03-12')
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate /, open',
      '2026-03': 'carried_over, ended_otherwise',
      '2026-04': '',
    },
  },
  'withdrawn after it was due: due, and not answered': {
    tell: async store => {
      await petition(store, 'T', { filed, accepted })
      return act(store, 'withdraw', cast.liming, '2026-04-20')
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate /, open',
      '2026-03': 'carried_over, open',
      '2026-04': 'carried_over, ended_otherwise, due, closure_rate /, on_time_rate /',
    },
  },
  'linked as a repeat of another: each by itself, the later one in the repeat rate': {
    tell: async store => {
      await petition(store, 'E', { filed: '2026-01-05' })
      await petition(store, 'T', { filed, accepted })
      await done(store, {
        ...{ on: { number: 'T' }, act: 'linkRepeat', actor: cast.liming },
        ...{ now: at('2026-03-20'), input: { earlier: 'E' } },
      })
      return 'T'
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate, open',
      '2026-03': 'carried_over, open',
      '2026-04': 'carried_over, open, due, closure_rate /, on_time_rate /',
    },
  },
  'taken back before it was due: due for nobody until another organ accepts it': {
    tell: async store => {
      await petition(store, 'T', { filed, accepted })
      return act(store, 'takeBack', cast.liming, '2026-03-12', { ground: 'authority' })
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate /, open',
      '2026-03': 'carried_over, open',
      '2026-04': 'carried_over, open',
    },
  },
  'taken back after it was due: it stays with the organ that was late': {
    tell: async store => {
      await petition(store, 'T', { filed, accepted })
      return act(store, 'takeBack', cast.liming, '2026-04-20', { ground: 'authority' })
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate /, open',
      '2026-03': 'carried_over, open',
      '2026-04': 'carried_over, open, due, closure_rate /, on_time_rate /',
    },
  },
  'answered in time and recorded after the deadline: on time, and recorded late': {
    tell: async store => {
      await petition(store, 'T', { filed, accepted })
      await answer(store, 'T', { answered: '2026-04-02', recorded: '2026-04-09' })
      return 'T'
    },
    listed: {
      '2026-02': 'received, cohort_progress /, repeat_rate /, open',
      '2026-03': 'carried_over, open',
      '2026-04': 'carried_over, answered, due, closure_rate, on_time_rate, recorded_late',
    },
  },
  'handled again after a bad rating: the first answer is void, both ratings stand': {
    tell: store =>
      play(store, [
        ...given('2026-01-20'),
        ...answering('2026-02-10', reference),
        servedOn('2026-02-11'),
        rated('2026-02-12', 'dissatisfied'),
        ['orderRedo', signers.lichen, '2026-03-13', { reason: '重新办理', again: ['002'] }],
        ...again('2026-04-02', promised),
        servedOn('2026-04-03'),
        rated('2026-04-06'),
      ]),
    listed: {
      '2026-02': 'carried_over, rated_share, satisfaction_organ /, open',
      '2026-03': 'reopened, open, rated_share',
      '2026-04': 'carried_over, answered, due, closure_rate, on_time_rate, rated_share, satisfaction_organ',
    },
  },
  'redone with both terms in one month: due once, and on time by the last of them though the redo’s own was missed': {
    tell: store =>
      play(store, [
        ...given('2026-01-20'),
        ...answering('2026-03-10', reference),
        servedOn('2026-03-11'),
        rated('2026-03-12', 'dissatisfied'),
        ['orderRedo', signers.lichen, '2026-03-13', { reason: '重新办理', again: ['002'] }],
        ...again('2026-04-18', promised),
      ]),
    listed: { '2026-04': 'carried_over, answered, due, closure_rate, on_time_rate, rated_share' },
  },
}

onBoth('every figure counts a matter as its treatment says', open => {
  test.each(Object.entries(told))('%s', async (_, { tell, listed }) => {
    const store = await open()
    await seatMotions(store)
    const number = await tell(store)
    const months: Record<string, string[]> = {}
    for (const month of Object.keys(listed)) months[month] = await figuresWith(store, number, month)
    expect(months).toEqual(Object.fromEntries(Object.entries(listed).map(([month, said]) => [month, sorted(said)])))
  })
})

/** The figures that list it: a rate that has it in its denominator alone ends with a stroke. */
async function figuresWith(store: Store, number: string, month: string): Promise<string[]> {
  const cut = readCut({ month, asOf: '2026-05-20' }, at('2026-12-01'))
  if ('errors' in cut) throw new Error(JSON.stringify(cut.errors))
  const question = questionOf({ cut: cut.ok, scope: { kind: 'district' }, procedure: null })
  const has = async (rows: ReturnType<(typeof metrics)[number]['numerator']>) =>
    (await casesOf(store.reader, rows).execute()).some(row => row.case_number === number)
  const found: string[] = []
  for (const { id, numerator, denominator } of metrics.filter(({ id }) => !elsewhere.includes(id))) {
    const [over, under] = [numerator(store.reader, question), denominator?.(store.reader, question)]
    if (await has(over)) found.push(id)
    else if (under && (await has(under))) found.push(`${id} /`)
  }
  return found.toSorted()
}

/** Acceptance and visits have tests of their own. */
const elsewhere = ['timely_acceptance_office', 'timely_acceptance_organ', 'visits', 'visit_heads']

const sorted = (said: string) => (said === '' ? [] : said.split(', ')).toSorted()

async function act(store: Store, name: string, actor: typeof cast.liming, day: string, input = {}): Promise<string> {
  const asked = { on: { number: 'T' }, act: name, actor, now: at(day), input: { reason: '另有原因', ...input } }
  await done(store, asked)
  return 'T'
}
