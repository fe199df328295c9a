import { expect, test } from 'vitest'
import { grams } from '../../src/cases/grams.ts'

test('Chinese after a number or a Latin word is cut like any other', () => {
  expect(grams('2026年1月起楼顶漏水')).toEqual(['2026', '年', '1', '月起', '起楼', '楼顶', '顶漏', '漏水'])
  expect(grams('A2区公安')).toEqual(['a2', '区公', '公安'])
})
