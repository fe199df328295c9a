import type { CaseTable } from '../db/tables.ts'

/** `congress-18-5-12`, between sessions `congress-18-5-b3`: an address that repeats nowhere and tells no inner number. */
export type PublishedId = { session: string; series: 'session' | 'between'; serial: number }

export const sayPublishedId = ({ session, series, serial }: Pick<CaseTable, 'session' | 'series' | 'serial'>): string =>
  `${session}-${series === 'between' ? 'b' : ''}${serial}`

export function readPublishedId(said: string): PublishedId | undefined {
  const [, session, between, serial] = /^([\w-]{1,60})-(b?)(\d{1,6})$/.exec(said) ?? []
  if (session === undefined || serial === undefined) return undefined
  return { session, series: between === 'b' ? 'between' : 'session', serial: Number(serial) }
}
