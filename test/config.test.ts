import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

test('without an environment it is port 3000 of this machine and ./data', () => {
  expect(readConfig({})).toEqual({
    ok: { port: 3000, host: '127.0.0.1', dataDir: './data', trustProxy: false },
  })
})

test('an empty value counts as none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ ok: { port: 3000, databaseUrl: undefined } })
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['HOST', 'a b'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['DATABASE_URL', 'nonsense'],
  ['PUBLIC_URL', 'example.gov.cn'],
  ['PUBLIC_URL', 'https://example.gov.cn/path'],
  ['SECRET_KEY', 'short'],
  ['SECRET_KEY_FILE', '/nowhere/secret'],
  ['TRUST_PROXY', 'maybe'],
  ['SMTP_URL', 'http://mail'],
  ['SMS_URL', 'ftp://sms'],
])('%s=%s is one line that names it', (name, value) => {
  const read = readConfig({ [name]: value })
  expect(read).toEqual({ problem: expect.stringMatching(new RegExp(`^${name}: [^\n]+$`)) })
})

test('the key comes from the value or from the file, not from both', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'banjie-key-')), 'key')
  writeFileSync(file, 'a-key-of-more-than-16-characters\n')
  expect(readConfig({ SECRET_KEY_FILE: file })).toMatchObject({ ok: { secretKey: 'a-key-of-more-than-16-characters' } })
  expect(readConfig({ SECRET_KEY_FILE: file, SECRET_KEY: 'another-long-enough-key' })).toMatchObject({
    problem: expect.stringContaining('SECRET_KEY'),
  })
})

test('a public address is kept as its origin', () => {
  expect(readConfig({ PUBLIC_URL: 'https://Example.gov.cn/' })).toMatchObject({
    ok: { publicUrl: 'https://example.gov.cn' },
  })
})
