import type { Term } from '../law/term.ts'
import type { Text } from '../law/words.ts'
import type { Condition, PartRole } from './procedure.ts'
import type { Role } from './roles.ts'
import type { Citation } from './statutes.ts'

export type Deadline = {
  title: Text
  /** A term, a local one, the day given in a field of the act that starts it, or a local day where it is still ahead. */
  within: Term | { parameter: string } | { field: string } | { day: string }
  after: string | readonly string[]
  meets: string | readonly string[]
  /** Acts after which it no longer matters; and those by which it turns out not to have been met. */
  ends: readonly string[]
  unmeets?: readonly string[]
  owner: Role
  cites: Citation
  when?: Condition
  /** It belongs to the part in this role that the act concerns. */
  of?: PartRole | readonly PartRole[]
  /** Between these acts the days do not count. */
  pauses?: { from: string; until: string | readonly string[] }
  /** Begun anew before an earlier one of these ran out, it keeps that one's day: for the organ that had it, or for anyone. */
  keeps?: { of: readonly string[]; for: 'organ' | 'anyone' }
  /** A right's window: it lapses, and nobody is late. */
  window?: true
  /** The term in which the matter must be answered. */
  answering?: true
  /** By days added to it; or to a day given, at most so long after its start. */
  extend?:
    | { by: string; upTo: Term; times: number; field: string }
    | { by: string; until: string; within: Term | { parameter: string }; times: number }
}
