import type { Report } from './report.ts'

/** The report's canonical bytes: the same log gives the same, on either database and on any day. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`
