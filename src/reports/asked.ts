import type { Ctx } from '../http/context.ts'
import type { Asked } from './report.ts'

/** What the address asks for; an empty field of its form asks for nothing. */
export function askedIn(c: Ctx): Asked {
  const typed = (name: string) => c.req.query(name)?.trim() || undefined
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
