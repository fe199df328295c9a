import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What goes wrong in this field where suggestions and proposals are concerned, and the tests that hold it off. */
type Trap = { says: string; held: readonly (readonly [file: string, name: string])[] }

const here = 'procedures/motions'

const traps: Readonly<Record<number, Trap>> = {
  9: {
    says: 'Three months are counted as ninety days.',
    held: [
      [
        `${here}/terms`,
        'is three calendar months, clamped to the month and moved off rest days (代表法 51, 民法典 202-203)',
      ],
    ],
  },
  10: {
    says: 'The Deputies Law is cited by the articles it had before 2025.',
    held: [['procedures/conformance', 'every article exists, in a statute in force while the procedure is']],
  },
  11: {
    says: 'A, B, C and D are fixed in code, though each place means something else by them.',
    held: [
      [
        'cases/motion_act_pages',
        'the answer offers the session’s classes with what they mean, and asks for what the class needs',
      ],
      ['accounts/terms', 'a list is read row by row: a cleared row is gone'],
    ],
  },
  12: {
    says: 'A co-handler answers the deputy, or the lead answers before its opinion is in without saying why.',
    held: [
      [
        'procedures/deputy-suggestion/road',
        'a co-handler that stays silent is the one who is late, and the lead goes on once it said why',
      ],
      [`${here}/sight`, 'sees what is theirs of the handling, and nothing of how officials settle it'],
    ],
  },
  13: {
    says: 'Only whoever leads is answered, where all who signed must be.',
    held: [[`${here}/rights`, 'must all have been answered before anybody rates']],
  },
  14: {
    says: 'A redo starts by itself, or wipes out the first answer and its rating.',
    held: [
      [
        `${here}/rights`,
        'is redone by order of whom the rule names, within a month, twice if need be, and the first stays on record',
      ],
    ],
  },
  15: {
    says: 'Who said nothing is counted as satisfied.',
    held: [
      [`${here}/rights`, 'closes after fifteen working days as unrated, and satisfies nobody'],
      [`${here}/rights`, 'counts only where the session’s scheme says so, and is shown apart even then'],
    ],
  },
  16: {
    says: 'What is not due yet, or only was to be done sooner by a plan, makes an answer late.',
    held: [[`${here}/terms`, 'stands beside the legal one, and nobody is late by it']],
  },
  17: {
    says: 'Drafts and what was merged are counted with what was filed.',
    held: [[`${here}/rights`, 'counts nothing at all']],
  },
  19: {
    says: 'Who signed a proposal that was merged is forgotten.',
    held: [[`${here}/merging`, 'are answered, asked and counted apart from what was filed']],
  },
  25: {
    says: 'What is published names people, or was never looked over, or comes too late.',
    held: [
      [`${here}/publish`, 'offers it without telephones, names, rooms and what co-handlers said'],
      [`${here}/publish`, 'is twenty working days from the answer, and is met by publishing'],
    ],
  },
  27: {
    says: 'Numbers are unique without their session and series, or run on into the next session.',
    held: [[`${here}/rights`, 'run without gaps or doubles in each series, also when many are registered at once']],
  },
  31: {
    says: 'Closed is read as carried out.',
    held: [
      [`${here}/terms`, 'a class alone is a claim, and only the office confirms the evidence'],
      [
        `${here}/terms`,
        'lives on after the closure and into the next session, and kept late it shows late (代表法 51)',
      ],
    ],
  },
  32: {
    says: 'An official rates in the deputy’s place.',
    held: [
      [`${here}/rights`, 'must all have been answered before anybody rates'],
      ['permissions', 'every act of $id is for exactly those its row names'],
    ],
  },
}

test.each(Object.entries(traps))('trap %s is held off by tests that exist', (_, { says, held }) => {
  for (const [file, name] of held) {
    const source = readFileSync(new URL(`../../${file}.test.ts`, import.meta.url), 'utf8')
    expect(source, `${file}: ${says}`).toContain(name)
  }
})

test('no trap that concerns suggestions and proposals is left out, but for repeats, which are petitions’ own', () => {
  expect(Object.keys(traps).map(Number)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 25, 27, 31, 32])
})
