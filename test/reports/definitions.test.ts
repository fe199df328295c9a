import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { reports } from '../../src/reports/registry.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { answer, at, done, petition } from './district.ts'

const printed = reports.flatMap(({ metrics }) => metrics)
const dictionary = printed.filter(({ id }, i) => printed.findIndex(metric => metric.id === id) === i)

test('a figure never means something else under the version it had', () => {
  const meanings = dictionary.map(({ id, version, formula, numerator, denominator }) => [
    `${id}@${version}`,
    hashOf([formula.zh, numerator.means, denominator?.means]),
  ])
  expect(Object.fromEntries(meanings)).toEqual(pinned)
})

test('one id is one figure, whatever report prints it', () => {
  for (const metric of printed)
    expect(dictionary.find(({ id }) => id === metric.id)).toMatchObject({
      version: metric.version,
      numerator: metric.numerator,
    })
})

test('every figure says how it counts what did not go straight through, whose it is, and where it is from', () => {
  for (const { id, title, formula, basis, belongsTo, source, treatment, numerator, denominator } of dictionary) {
    const texts = [title, formula, basis, belongsTo, source, ...Object.values(treatment)]
    expect(
      texts.filter(({ zh, en }) => zh === '' || en === ''),
      id,
    ).toEqual([])
    expect(Object.keys(treatment), id).toHaveLength(7)
    expect(numerator.means, id).toBeDefined()
    if (denominator) expect(denominator.means, id).toBeDefined()
  }
})

onBoth('the page of definitions', open => {
  test('tells of a changed figure what the last month reads under it and read before, to those who read the district', async () => {
    const { store, read } = await office(open, '2026-05-20')
    await petition(store, 'D1', { filed: '2026-02-02', accepted: '2026-02-05' })
    await answer(store, 'D1', { answered: '2026-04-08' })
    await done(store, on('D1', { reason: '受理日误填', act: 'accept', day: '2026-02-08' }))
    const page = await read('chenjing', '/reports/definitions')
    expect(page.match(/2026年4月：[^<]*/g)).toEqual([
      '2026年4月：版本 3 1，版本 2 1，版本 1 0',
      ...['版本 2 —，版本 1 —', '版本 2 0，版本 1 0'].map(read => `2026年4月：${read}`),
      ...['版本 2 —，版本 1 —', '版本 2 0，版本 1 0'].map(read => `2026年4月：${read}`),
    ])
    expect(page.includes('按期办复，但期限届满后才录入的事项')).toBe(true)
    const stranger = await read('zhoujie', '/reports/definitions')
    expect(stranger.includes('按期办复，但期限届满后才录入的事项')).toBe(true)
    expect(stranger.match(/2026年4月：/)).toBeNull()
    for (const { id } of dictionary) expect(page.includes(`<section id="${id}">`), id).toBe(true)
  })
})

const on = (number: string, input: Record<string, unknown>) => ({
  ...{ on: { number }, act: 'correct', actor: cast.chenjing },
  ...{ now: at('2026-05-07'), input },
})

const hashOf = (meaning: unknown) => createHash('sha256').update(JSON.stringify(meaning)).digest('hex').slice(0, 12)

/** A line that differs is another meaning: give it a new version, and keep the old one beside it as `earlier`. */
// prettier-ignore
const pinned = {
  'acceptance_assumed_office@2': '484a7cb75da4',
  'acceptance_assumed_organ@2': 'd385d6ba8f1f',
  'accepted@1': 'be61a9f576cf',
  'answer_on_time_rate@1': 'adf1951df7aa',
  'answer_rate@1': 'a6438b293128',
  'answered@1': '3f79db2aae85',
  'answers_planned@1': 'b87dd397927b',
  'answers_promised@1': 'cd39ca148089',
  'answers_reference@1': 'ef36e2dbc509',
  'answers_solved@1': '0dcca2b50ec1',
  'carried_over@1': 'df685bd35553',
  'carry_out_rate@1': '14f2e5992a9a',
  'claimed_share@1': '3b4dc3a1e6ae',
  'closed@1': 'ad1cf260eb05',
  'closed_imported@1': '37bc8851b818',
  'closure_rate@1': 'd3d6012d8b1c',
  'cohort_progress@1': 'ec57b6995437',
  'contact_rate@1': 'a15c3d3bba06',
  'due@1': 'fc678b9fe2e0',
  'ended_otherwise@1': '37bb6c56d5b2',
  'filed@1': 'db6ca47935de',
  'group_visit_heads@1': 'ca7f2f68967d',
  'group_visits@1': '081e4c0a5faf',
  'hand_over_rate@1': 'c5d0357aa26a',
  'handed_over@1': '34f34916a138',
  'key_matters@1': '526202e27df4',
  'merged@1': 'ce7fc44a5301',
  'merged_answer_rate@1': 'f14c95b6ca5b',
  'motion_closure_rate@1': '037e1ff94605',
  'not_filed@1': '0320548865e7',
  'on_time_rate@1': '8025a74f0776',
  'open@1': 'f90bd2595cb7',
  'overdue@2': '4abfcede5073',
  'proposals_account@1': '77c716b244e4',
  'proposals_adopted@1': '23e390061ce6',
  'proposals_policy@1': '53cc2d185738',
  'proposals_work@1': '20f57d687ca5',
  'published_answers@1': '808161ecbfe2',
  'rated_flagged@1': 'c9a98dd67bcb',
  'rated_share@1': 'd0e7d536e82a',
  'rating_rate@1': '5e8ec17f1a08',
  're_reviews_other@1': '5cd3801107c4',
  're_reviews_requested@1': '1591f43c7dad',
  'receipt_rate@1': '2e8ec2b8cc29',
  'received@1': '58526c7ffe11',
  'recorded_late@3': 'ad649f4d6a87',
  'redone@1': '1c7dff774e28',
  'reopened@1': 'ae967ad1c9a9',
  'repeat_rate@1': '13169e371033',
  'reviews_other@1': '8e5f75654e66',
  'reviews_requested@1': 'afb7eb6c149b',
  'satisfaction_first@1': 'c0ffbc29c7a7',
  'satisfaction_latest@1': '0cb188badfc3',
  'satisfaction_office@1': '00b05776a8bc',
  'satisfaction_organ@1': 'efe86dcbce02',
  'service_rate@1': '4677707cab90',
  'silent@1': '30033afae7f5',
  'submitted@1': 'bcc79e0ac77b',
  'submitted_together@1': '32a120a59c8b',
  'supervised@1': 'e6bd6c5623b8',
  'timely_acceptance_office@2': '35ecc8ee4d44',
  'timely_acceptance_organ@2': '7f2114449814',
  'transferred@1': '71b7e25a18bd',
  'undecided@1': '8ea8e65f338a',
  'visit_heads@1': 'bef808601131',
  'visits@1': '90d2cfff5252',
  'withdrawn@1': 'cb64012a672f',
}
