import { expect, test } from 'vitest'
import { Say, T, Typed } from '../../../views/parts/words.tsx'
import { When } from '../../../views/parts/when.tsx'
import { hostile, read, say } from './say.tsx'

test('a text is said in the language of the page', () => {
  expect(say(<T zh="受理" en="Accept" />)).toBe('受理')
  expect(say(<T zh="受理" en="Accept" />, 'en')).toBe('Accept')
})

test('a Chinese name on an English page carries its language', () => {
  expect(say(<Say words="区城管局" />, 'en')).toBe('<span lang="zh">区城管局</span>')
  expect(say(<Say words="区城管局" />)).toBe('区城管局')
})

test('what a person typed is escaped, keeps its lines and its own direction', () => {
  const typed = say(<Typed text={`第一行\n${hostile}`} />, 'en')
  expect(typed).toContain('lang="zh" dir="auto"')
  expect(typed).toContain('第一行\n')
  expect(typed).not.toContain('<script>')
})

test('a day is spelt out in both languages', () => {
  expect(read(<When at="2026-10-08" weekday />)).toBe('2026年10月8日（周四）')
  expect(read(<When at="2026-10-08" weekday />, 'en')).toBe('Thu 8 October 2026')
})

test('an instant is told in Shanghai time, over midnight too', () => {
  expect(read(<When at="2026-08-01T16:30:00Z" />)).toBe('2026年8月2日 00:30')
  expect(say(<When at="2026-08-01T16:30:00Z" />)).toContain('datetime="2026-08-01T16:30:00Z"')
})
