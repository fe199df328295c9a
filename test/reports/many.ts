import type { Store } from '../../src/db/open.ts'
import { settleFigures } from '../../src/reports/settle.ts'
import { multiply } from '../bench/multiply.ts'
import { at } from './district.ts'
import { tellApril } from './files.ts'

/** April so many times over: a workbook that is not waited for. */
export async function tellAprilOften(store: Store, times: number): Promise<void> {
  await tellApril(store)
  await settleFigures(store, at('2026-12-01'), Infinity)
  await multiply(store, times)
}
