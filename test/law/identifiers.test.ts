import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseCreditCode, parseLandline, parseMobile, parsePhone, parseResidentId } from '../../src/law/identifiers.ts'

const today = '2024-06-30'

describe('resident identity number (GB 11643)', () => {
  test.each([
    '11010519491231002X',
    '44011320141005001x',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002X',
  ])('takes %s', number =>
    expect(parseResidentId(number, today)).toEqual({ ok: expect.stringMatching(/^\d{17}[\dX]$/) }),
  )

  test('writes x as X', () =>
    expect(parseResidentId('44011320141005001x', today)).toEqual({ ok: '44011320141005001X' }))

  test.each([
    ['a wrong last character', '110105194912310021', '校验位'],
    ['a month that does not exist', '360426199113010079', '1991-13-01'],
    ['a birth yet to come', '110105203001010010', '2030-01-01'],
    ['fifteen digits', '110105491231002', '18位'],
    ['a letter in front', 'T60426199101010078', '18位'],
    ['nothing', '', '18位'],
  ])('refuses %s and says so', (_, number, said) =>
    expect(parseResidentId(number, today)).toMatchObject({ problem: { zh: expect.stringContaining(said) } }),
  )

  test('without a day to hold it against, only the date itself is checked', () =>
    expect(parseResidentId('11010519491231002X')).toHaveProperty('ok'))

  test('takes someone born today', () => {
    const stem = '11010520240630001'
    const fits = Array.from('0123456789X').filter(last => 'ok' in parseResidentId(stem + last, today))
    expect(fits).toHaveLength(1)
  })

  test('finds any one digit changed', () => {
    const id = '11010519491231002X'
    const change = fc.tuple(fc.nat(16), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(change, ([at, by]) => {
        const changed = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1)
        return 'problem' in parseResidentId(changed, today)
      }),
    )
  })
})

describe('unified social credit code (GB 32100)', () => {
  test.each(['91330282L07196379D', '91330203674737244W', '91330282l07196379d'])('takes %s', code =>
    expect(parseCreditCode(code)).toEqual({ ok: code.toUpperCase() }),
  )

  test.each(['12345', '9111000060003IOZSV', '91110000600037341N', '91330282L07196379E'])('refuses %s', code =>
    expect(parseCreditCode(code)).toHaveProperty('problem'),
  )
})

describe('telephones', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['（+86）13800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['0413-56501234', '0413-56501234'],
    ['(0413) 5650123', '0413-5650123'],
    ['02456501234', '024-56501234'],
    ['+86 413 56501234', '0413-56501234'],
    ['010-65012345-801', '010-65012345-801'],
    ['0413-56501234转12', '0413-56501234-12'],
  ])('%s is kept as %s', (text, kept) => expect(parsePhone(text)).toEqual({ ok: kept }))

  test.each(['12800138000', '1380013800', '138001380001', '56501234', '138****8000', '13800138000、13900139000', ''])(
    'refuses %s',
    text => expect(parsePhone(text)).toHaveProperty('problem'),
  )

  test('a landline is no mobile, nor the other way', () => {
    expect(parseMobile('0413-56501234')).toHaveProperty('problem')
    expect(parseLandline('13800138000')).toHaveProperty('problem')
  })
})

const published = '../shared/data/ids/id_numbers.json'

describe.skipIf(!existsSync(published))(`published test numbers (skipped when ${published} is absent)`, () => {
  const numbers = z.array(z.object({ number: z.string(), reason: z.string().optional() }))
  const schema = z.object({
    resident_id: z.object({ valid: numbers, invalid: numbers }),
    credit_code: z.object({ valid: z.array(z.string()), invalid: numbers }),
  })
  const read = () => schema.parse(JSON.parse(readFileSync(published, 'utf8')))

  test('every valid one is taken', () => {
    const { resident_id, credit_code } = read()
    expect(resident_id.valid.filter(({ number }) => 'problem' in parseResidentId(number, today))).toEqual([])
    expect(credit_code.valid.filter(code => 'problem' in parseCreditCode(code))).toEqual([])
  })

  test('every invalid one is refused, unless only its area code is abolished', () => {
    const { resident_id, credit_code } = read()
    const taken = resident_id.invalid.filter(({ number }) => 'ok' in parseResidentId(number, today))
    expect(taken.map(({ number }) => number.slice(0, 6))).toEqual(['990426', '110111', '110201'])
    expect(credit_code.invalid.filter(({ number }) => 'ok' in parseCreditCode(number))).toEqual([])
  })
})
