import type { Ctx } from '../http/context.ts'
import type { Asked } from './report.ts'

/** What the address asks for; an empty field of its form asks for nothing. */
export const askedIn = (c: Ctx): Asked => askedFrom(name => c.req.query(name)?.trim() || undefined)

/** The same from a form. */
export function askedFrom(typed: (name: string) => string | undefined): Asked {
  return {
    month: typed('month'),
    year: typed('year'),
    session: typed('session'),
    through: typed('through'),
    asOf: typed('asOf'),
    organ: typed('organ'),
    procedure: typed('procedure'),
  }
}
