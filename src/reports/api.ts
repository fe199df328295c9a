import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { Errors } from '../procedures/read_form.ts'
import { drawFor } from './draw.ts'
import type { Asked, Report } from './report.ts'

export type ReportAnswer =
  { outcome: 'done'; report: Report } | { outcome: 'absent' } | { outcome: 'invalid'; errors: Errors }

/** A report for `GET /api/v1/reports/:slug`: absent where it, or its scope, is not for this actor to read. */
export const reportJson = (
  store: Store,
  now: string,
  actor: Actor,
  slug: string,
  asked: Asked,
): Promise<ReportAnswer> => drawFor(store, now, actor, slug, asked)
