import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { ReportAnswer } from './api.ts'
import type { Asked } from './report.ts'

export async function drawFor(
  _store: Store,
  _now: string,
  _actor: Actor,
  _slug: string,
  _asked: Asked,
): Promise<ReportAnswer> {
  return { outcome: 'absent' }
}
