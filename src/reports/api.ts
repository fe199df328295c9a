import type { Actor } from '../accounts/actor.ts'
import { readsAnyInstant } from '../accounts/figure_readers.ts'
import { readsDistrictReports } from '../accounts/figure_readers.ts'
import type { Store } from '../db/open.ts'
import type { Errors } from '../procedures/read_form.ts'
import { draw } from './draw.ts'
import type { Drawing } from './drawing.ts'
import { knownWhen, onlyNow } from './known_when.ts'
import type { Known } from './known_when.ts'
import { readAsked } from './read.ts'
import { reportNamed } from './registry.ts'
import type { Asked, Report } from './report.ts'
import { mayRead, sessionsReadBy } from './scope.ts'

type Unread = { outcome: 'absent' } | { outcome: 'invalid'; errors: Errors }
type ReportAnswer = { outcome: 'done'; report: Report } | Unread

/** A report for `GET /api/v1/reports/:slug`: absent where it, or its scope, is not for this actor to read. */
export async function reportJson(
  store: Store,
  now: string,
  actor: Actor,
  slug: string,
  asked: Asked,
): Promise<ReportAnswer> {
  const found = await findReport(store, now, actor, slug, asked)
  return found.outcome === 'done' ? { outcome: 'done', report: (await draw(store, found.drawing)).report } : found
}

/** A report its reader may have: whether with lists, and the instant under which what belongs to it is asked for. */
export type Found = { outcome: 'done'; drawing: Drawing; known: Known; hasLists: boolean; asOf: string | undefined }

/** The drawing asked for, where this actor may read it, of this instant too. */
export async function findReport(
  store: Store,
  now: string,
  actor: Actor,
  slug: string,
  asked: Asked,
): Promise<Found | Unread> {
  const found = await findAsked(store, now, actor, slug, asked)
  if (found.outcome !== 'done') return found
  const { drawing } = found
  const known = await knownWhen(store.reader, drawing, asked.asOf, now)
  if (await readsAnyInstant(store.reader, actor, { isOfSession: drawing.kind.period === 'session' }))
    return { ...found, known, hasLists: true, asOf: drawing.cut.asOf }
  if (known === 'then') return { outcome: 'invalid', errors: { asOf: [onlyNow] } }
  return { ...found, known, hasLists: known === 'now', asOf: asked.asOf }
}

/** The same whatever the instant: what was asked for earlier, as of then. Who may not read it learns nothing of what organs there are. */
export async function findAsked(
  store: Store,
  now: string,
  actor: Actor,
  slug: string,
  asked: Asked,
): Promise<{ outcome: 'done'; drawing: Drawing } | Unread> {
  const kind = reportNamed(slug)
  if (!kind) return { outcome: 'absent' }
  const sessions = kind.period === 'session' ? await sessionsReadBy(store.reader, actor) : []
  const session = asked.session ?? sessions[0]?.id
  const read = await readAsked(store.reader, kind, { ...asked, session }, now)
  if ('ok' in read) {
    const isOpen = await mayRead(store.reader, actor, read.ok)
    return isOpen ? { outcome: 'done', drawing: read.ok } : { outcome: 'absent' }
  }
  const isOwn = kind.period !== 'session' && asked.organ !== undefined && asked.organ === actor.organ
  const mayAsk = isOwn || sessions.length > 0 || (await readsDistrictReports(store.reader, actor))
  return mayAsk ? { outcome: 'invalid', errors: read.errors } : { outcome: 'absent' }
}
