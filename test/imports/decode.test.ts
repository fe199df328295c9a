import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from '../../src/imports/decode.ts'

const text = '编号,标题\n1,𠮷野家门前的路灯坏了，€100，㐀𠀀😀\n'

test('UTF-8 is taken for what it is, with its mark or without', () => {
  expect(decode(Buffer.from(text), 'auto')).toEqual({ ok: { text, encoding: 'utf-8' } })
  expect(decode(Buffer.from('\ufeff' + text), 'auto')).toEqual({ ok: { text, encoding: 'utf-8' } })
})

test.each(['utf-16le', 'utf-16be'])('%s is known by its mark', encoding =>
  expect(decode(iconv.encode(text, encoding, { addBOM: true }), 'auto')).toEqual({ ok: { text, encoding } }),
)

test('GB18030 is taken when it is no UTF-8, four-byte characters included', () => {
  expect(decode(iconv.encode(text, 'gb18030'), 'auto')).toEqual({ ok: { text, encoding: 'gb18030' } })
  expect(decode(iconv.encode('\ufeff' + text, 'gb18030'), 'auto')).toEqual({ ok: { text, encoding: 'gb18030' } })
})

test('a bad byte is reported with its place and line', () => {
  const bytes = Buffer.concat([Buffer.from('a\nb'), Buffer.from([0xff]), Buffer.from('c')])
  expect(decode(bytes, 'utf-8')).toMatchObject({ problem: { en: expect.stringContaining('byte 4 (line 2)') } })
  expect(decode(bytes, 'gb18030')).toMatchObject({ problem: { zh: expect.stringContaining('第4个字节（第2行）') } })
})

test('a bad byte far into the file is found', () => {
  const bytes = Buffer.concat([Buffer.from('路'.repeat(100_000)), Buffer.from([0xff])])
  expect(decode(bytes, 'utf-8')).toMatchObject({ problem: { en: expect.stringContaining('byte 300001 ') } })
})

test('damaged UTF-8 is not read as nonsense in GB18030', () => {
  const cut = Buffer.from('望花区工农街道的路灯坏了').subarray(0, -2)
  expect(decode(cut, 'gb18030')).toHaveProperty('ok')
  expect(decode(cut, 'auto')).toMatchObject({ problem: { en: expect.stringContaining('UTF-8') } })
})

test('the named encoding is kept to', () => {
  expect(decode(iconv.encode(text, 'gb18030'), 'utf-8')).toHaveProperty('problem')
  expect(decode(Buffer.from([0x81]), 'gb18030')).toHaveProperty('problem')
})

test('an empty file is an empty text', () =>
  expect(decode(new Uint8Array(), 'auto')).toMatchObject({ ok: { text: '' } }))
