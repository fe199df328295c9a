import type { Parameter } from './procedure.ts'

/** Numbers of the whole house, for every procedure. */
// prettier-ignore
export const houseParameters = {
  backdating: { title: { zh: '补录期限（工作日）', en: 'Days an act may be recorded late (working days)' }, unit: 'number', standard: '5', source: { zh: '本机关工作规则', en: 'Office practice' } },
} as const satisfies Record<string, Parameter>
