import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What goes wrong in this field where petitions are concerned, and the tests that hold it off. */
type Trap = { says: string; held: readonly (readonly [file: string, name: string])[] }

const here = 'procedures/petition'

const traps: Readonly<Record<number, Trap>> = {
  1: {
    says: 'The terms of 15, 30 and 60 days are counted in working days; only the five for an objection are.',
    held: [
      [`${here}/terms`, 'the five days for an objection alone are working days'],
      [`${here}/road`, 'an objection is open for five working days, and not again after designation (art. 23)'],
    ],
  },
  2: {
    says: 'Sixty days are started by registration, or an organ’s fifteen by somebody else’s receipt.',
    held: [
      [`${here}/terms`, 'the first fifteen days run from filing, the sixty from acceptance (arts. 22, 34)'],
      [`${here}/chain`, 'each organ’s fifteen days run from its own receipt (art. 23)'],
    ],
  },
  3: {
    says: 'One date stands for every duty, and counting again paints over what people were shown.',
    held: [
      [`${here}/terms`, 'each organ that has a part is one duty of its own, never one date for all'],
      [`${here}/terms`, 'holidays announced later move what is open, and what was shown before stays in the log'],
    ],
  },
  4: {
    says: 'A hearing stops the sixty days, though it stops the re-review alone.',
    held: [
      [`${here}/hearing`, 'pauses nothing while the matter is handled (arts. 34, 36)'],
      [`${here}/hearing`, 'pauses nothing in the review (art. 35)'],
      [`${here}/hearing`, 'moves the re-review’s due day by exactly its own days (art. 36)'],
    ],
  },
  5: {
    says: 'A term is made longer by nobody in particular, twice over, or without telling the petitioner.',
    held: [
      [`${here}/road`, 'handling is extended only by the director, once, by thirty days at most (art. 34)'],
      [`${here}/terms`, 'an extension tells the petitioner the new day, and the reason is theirs to read (art. 34)'],
    ],
  },
  6: {
    says: 'Suggestions, accusations and matters with a way of their own get sixty days, an opinion and a review.',
    held: [
      [`${here}/kinds`, 'a %s has no sixty days, no review and no hearing'],
      [`${here}/road`, 'routes one to four are redirected and never accepted (art. 31)'],
    ],
  },
  7: {
    says: 'A report of wrongdoing reaches whom it accuses: as handler, as co-handler, in a list, a notice or a figure.',
    held: [
      ['cases/walls', 'it never goes to the accused organ or one below it (art. 30)'],
      [`${here}/competence`, 'that is not free of the matter is never asked (art. 30)'],
      [
        'cases/reclassify',
        'is gone at once for that organ, those below it and the persons named: page, queue, list, notices',
      ],
      [
        'reports/monthly_closure',
        'leaves accusations out of every figure, so that no difference between figures tells of one',
      ],
    ],
  },
  8: {
    says: 'Sending a matter on and handing it over to hear back are kept as one thing.',
    held: [[`${here}/hand_over`, 'owes a report by the day that was given; one transferred owes none (art. 22)']],
  },
  15: {
    says: 'Who said nothing is counted as satisfied, or hidden in a denominator.',
    held: [
      [
        `${here}/endings`,
        'silence is never satisfaction: only who rated is in the rate, and who did not is counted apart',
      ],
    ],
  },
  16: {
    says: 'Rates are taken over the wrong cases: what is due by its due day, what came in by receipt, ratings by theirs.',
    held: [
      [
        'reports/monthly_closure',
        'counts timely acceptance by deadline and satisfaction by the day of rating, per rated body',
      ],
      ['reports/monthly_closure', 'owes an extended matter in the month it was extended to'],
    ],
  },
  17: {
    says: 'Cases, batches and people are mixed up: thirty visitors with five representatives are one batch of thirty.',
    held: [
      [`${here}/visits`, 'of thirty who visit is registered with five representatives, and counts thirty people'],
      ['reports/visits', 'are one batch each, their people are counted apart, and groups of five and more once again'],
    ],
  },
  18: {
    says: 'Repeats are merged by a machine, or taken for what several people ask together.',
    held: [
      [
        `${here}/repeat`,
        'is linked to the earlier one and unlinked with a reason, and counted on the day it was received',
      ],
      ['cases/repeats', 'proposes to its office what the same person filed before, with the form filled in'],
    ],
  },
  20: {
    says: 'The table of holidays is fixed in code, forgets days worked in exchange, or knows next year too early.',
    held: [
      ['law/holidays', 'the holidays are those of a published data set, day by day'],
      ['accounts/settings', 'takes the yearly notice, and asks for every open deadline to be counted again'],
      [`${here}/terms`, 'holidays announced later move what is open, and what was shown before stays in the log'],
    ],
  },
  22: {
    says: 'What is pending already is opened a second time with no link between the two.',
    held: [
      [
        `${here}/endings`,
        'a matter that is pending elsewhere is refused on that ground, with the way to turn (art. 19)',
      ],
      ['cases/repeats', 'proposes to its office what the same person filed before, with the form filled in'],
    ],
  },
  23: {
    says: 'Records are edited or deleted once they are closed, where a new version should stand beside the old.',
    held: [
      ['cases/concurrency', 'nothing changes, removes or replaces an event'],
      ['cases/correct', 'stays in the log beside the one that stood, and the story tells both'],
    ],
  },
  24: {
    says: 'Whoever guesses numbers reads cases, or what an accusation says.',
    held: [
      ['portal/track', 'a wrong code and a wrong number get the same answer'],
      [
        'portal/track',
        'after ten wrong codes a number is closed for an hour, to the right code too, and so is one that does not exist',
      ],
      ['portal/track', 'of a report of wrongdoing only state and dates are shown, no content, organ or file'],
    ],
  },
  26: {
    says: 'An organ is taken for one user, or for something that never changes its name or its place.',
    held: [
      [`${here}/recusal`, 'an official who stands aside sees nothing afterwards; colleagues go on'],
      ['accounts/settings', 'grows, is renamed from a day on, is moved with all below it, and is closed when empty'],
      [`${here}/chain`, 'taking back from below ends those hops and leaves the one from above'],
    ],
  },
  29: {
    says: 'Only organs of the government are thought to handle petitions; those of the Party do as well.',
    held: [
      [`${here}/kinds`, 'an accusation gets its own answer only, from an organ with the power to handle it (art. 30)'],
    ],
  },
  30: {
    says: 'A rate hides how few it was taken of, or is rounded to what it is not.',
    held: [
      [
        'law/rate',
        'reads 100.00 only when complete, 0.00 only when nothing, and is never off by more than a hundredth',
      ],
      ['reports/lists', 'hold as many cases as the figure says, for every figure and both its sides'],
    ],
  },
  31: {
    says: 'Closed is read as solved.',
    held: [
      [
        `${here}/endings`,
        'closed is not solved: one that was not supported closes as well, and its outcome is kept apart',
      ],
      [`${here}/endings`, 'withdrawn, refused and redirected are neither answered nor closed'],
    ],
  },
  32: {
    says: 'Staff rate in the petitioner’s place.',
    held: [
      [`${here}/road`, 'a rating needs the second fact, once, and is flagged from an official’s session'],
      ['portal/track', 'from an official’s session, or from where officials sign in, it is flagged'],
    ],
  },
  33: {
    says: 'Whoever writes a petition down becomes its petitioner, and the notices go astray.',
    held: [
      [
        `${here}/endings`,
        'one taken down by a clerk stays the petitioner’s: notices, the right to a review and the rating are theirs',
      ],
    ],
  },
  34: {
    says: 'Instants of different zones are compared where days are meant, or two get one number.',
    held: [
      ['tasks/sweep', 'a duty is not late on its last day, and lapses once the day after'],
      ['law/due', 'two hours late in a Shanghai evening are due the next day, though the day in UTC is the same'],
      ['cases/concurrency', 'acts that keep the state are all recorded, in one unbroken chain'],
    ],
  },
}

test.each(Object.entries(traps))('trap %s is held off by tests that exist', (_, { says, held }) => {
  expect(held, says).not.toEqual([])
  for (const [file, name] of held) {
    const source = readFileSync(new URL(`../../${file}.test.ts`, import.meta.url), 'utf8')
    expect(titlesIn(source), `${file}: ${says}`).toContain(name)
  }
})

test('no trap that concerns petitions is left out', () => {
  const [one, two, three, four] = [range(1, 8), range(15, 18), range(22, 24), range(29, 34)]
  expect(Object.keys(traps).map(Number)).toEqual([...one, ...two, 20, ...three, 26, ...four])
})

/** Names of tests as they stand in a file: after `test(`, or after the table of a `test.each(`. */
const titlesIn = (source: string): string[] =>
  [...source.matchAll(/(?:test(?:\.each)?\(|\)\()\s*(['`])([^'`]+)\1/g)].map(([, , title = '']) => title)

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
